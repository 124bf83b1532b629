import ArgumentParser
import Commands
import Foundation
import Reporting
import Workloads

/// `finstage bench indicators`
struct BenchIndicators: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "indicators", abstract: "Measures indicators on made-up markets.",
        discussion: """
            Example: finstage bench indicators --workload panel --only SMA20 --repeats 21

            one: a series of a million minutes; panel: a hundred series of 2,520 days, from the
            store's columns to output columns; update: one bar at a time. One thread; nanoseconds
            a bar and indicator, the fastest of the repeats.
            """)

    @Option(help: "one, panel or update; default: all.") var workload: IndicatorWorkload.Form?
    @Option(help: "Names such as SMA20, by commas; default: all.") var only: String?
    @Option(help: "How often each is measured.") var repeats = 7
    @Option(help: "Write the bars that were used into this folder, as raw numbers.")
    var bars: String?
    @Flag(help: "One JSON document.") var json = false

    func validate() throws {
        if repeats < 1 { throw wrongWords("--repeats must be ≥ 1, was \(repeats)") }
        let known = IndicatorWorkload.cases.map(\.name)
        for name in names where !known.contains(name) {
            throw wrongWords("there is no '\(name)'; it takes \(known.joined(separator: ", "))")
        }
    }

    private var names: [String] {
        (only ?? "").split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
    }

    func run() throws {
        try reportingFailure {
            let forms = workload.map { [$0] } ?? IndicatorWorkload.Form.allCases
            var figures: [IndicatorBenchmark.Figure] = []
            for form in forms {
                let workload = IndicatorWorkload(form)
                if let bars { try workload.write(to: URL(filePath: bars)) }
                figures += IndicatorBenchmark(workload: workload)
                    .run(names: names, repeats: repeats)
            }
            Terminal.result(json ? Self.document(figures) : Self.table(figures))
        }
    }

    private static func document(_ figures: [IndicatorBenchmark.Figure]) -> String {
        JSONValue.object([
            .init(
                "figures",
                .array(
                    figures.map { figure in
                        .object([
                            .init("workload", .text(figure.form.rawValue)),
                            .init("indicator", .text(figure.name)),
                            .init("nanoseconds_per_bar", .number(figure.nanoseconds)),
                            .init("nodes", .integer(figure.nodeCount)),
                        ])
                    }))
        ]).document
    }

    private static func table(_ figures: [IndicatorBenchmark.Figure]) -> String {
        figures.map { figure in
            "\(figure.form.rawValue) \(figure.name): "
                + "\((figure.nanoseconds * 1_000).rounded() / 1_000) ns a bar"
        }.joined(separator: "\n")
    }
}
