import ArgumentParser
import Commands
import Kernels
import Reporting
import Signals

/// `finstage indicators list`
struct IndicatorsList: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "Prints every indicator, then every kernel with the SHA-256 of its output.",
        discussion: """
            Example: finstage indicators list
                     finstage indicators list --json

            An indicator stands with the usual values of its parameters, by which lookback and \
            kind are given. It lies within eight units in the last place of the magnitude from \
            its definition. TA-Lib loses so many of 16 digits, on a price of a million that moves \
            by millionths and after a jump of a thousand deviations, where it is two or more. The \
            last eight are made of all instruments at one time.

            The digest covers the bits of a kernel's output on a built-in hostile series; it is \
            the same on every machine and processor. Kernels of your strategies are listed too: \
            those in Strategies/, and those of the files that --strategy names.
            """)

    @Flag(help: "One JSON document.") var json = false
    @OptionGroup var own: KernelOptions

    func run() throws {
        let indicators = try IndicatorCatalog.all.map { try IndicatorDescription($0) }
        let kernels = try own.finding().kernels
        if json {
            let document = JSONValue.object([
                .init("indicators", .array(indicators.map(\.json))),
                .init("cross_sections", .array(CrossSectionChoice.all.map(\.json))),
                .init("kernels", .array(kernels.map(\.json))),
            ])
            Terminal.result(String(document.document.dropLast()))
            return
        }
        let head = [
            "Indicator", "TA-Lib", "Lookback", "Kind", "Unit", "Magnitude", "TA-Lib loses",
            "What it is",
            "Outputs", "Parameters",
        ]
        let table = TextTable(
            head: head, rows: indicators.map(\.cells) + CrossSectionChoice.all.map(\.cells),
            textColumns: head.count)
        for line in table.text.split(separator: "\n") {
            let end = line.lastIndex { $0 != " " } ?? line.startIndex
            Terminal.result(String(line[...end]))
        }
        Terminal.result("")
        for kernel in kernels {
            Terminal.result(
                "\(kernel.identity)  lookback \(kernel.lookback)  \(kernel.outputDigest)")
        }
    }
}

extension CompiledKernel {
    var json: JSONValue {
        let outputs = outputNames.enumerated().map { index, name in
            JSONValue.object([
                .init("name", .text(name)),
                .init("lookback", .integer(lookback(ofOutput: index))),
                .init("unit", .text("\(unit(ofOutput: index))")),
            ])
        }
        return .object(
            [
                .init("identity", .text(identity)),
                .init("inputs", .array(inputNames.map { .text($0) })),
                .init("outputs", .array(outputs)),
            ] + kind.json + [
                .init("source", .text(source.isEmpty ? nil : source)),
                .init("digest", .text("\(outputDigest)")),
            ])
    }
}

extension KernelKind {
    var text: String {
        switch self {
        case .windowed: "windowed"
        case .settling(let bars): "settling, \(bars) bars"
        case .cumulative: "cumulative"
        }
    }

    var json: [JSONValue.Member] {
        let (word, bars): (String, Int?) =
            switch self {
            case .windowed: ("windowed", nil)
            case .settling(let bars): ("settling", bars)
            case .cumulative: ("cumulative", nil)
            }
        return [
            .init("kind", .text(word)),
            .init("settles_after", bars.map { .integer($0) } ?? .number(nil)),
        ]
    }
}
