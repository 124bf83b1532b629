import ArgumentParser
import Oracle
import Reporting
import Verification

/// `finstage indicators compute NAME`
struct IndicatorsCompute: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "compute",
        abstract: "Computes an indicator over stored series, as comma-separated text.",
        discussion: """
            Example: finstage indicators compute RSI --symbol AAPL --param period=14 --csv

            Prices stand on the share basis of the last bar. Earlier bars than --from warm the
            indicator; an unknown value is an empty cell. The last column is the indicator with
            all its parameters. A series that is too short for any value is named, with status 1.
            """)

    @Argument(help: "A kernel's name, its identity with parameters, or TA-Lib's name.")
    var name: String
    @Option(name: .customLong("param"), help: "NAME=NUMBER; repeatable.") var params: [String] = []
    @Flag(help: "Comma-separated text, which is also what is printed without it.") var csv = false
    @OptionGroup(title: "Selection") var selection: SelectionOptions

    func run() throws {
        let found = try IndicatorFinding.typed(name, IndicatorFinding.parameters(params))
        guard found.inputs.allSatisfy(\.isOfBars) else {
            throw wrongWords(
                "\(found.identity) reads \(found.inputs.map(\.rawValue).joined(separator: ", ")); "
                    + "the bars of a series do not have all of them")
        }
        try reportingFailure {
            let research = try Research(reading: selection, isQuiet: true)
            let head = ["symbol", "time"] + found.outputs + ["indicator"]
            Terminal.result(head.joined(separator: ","))
            var short: [String] = []
            for subject in try research.subjects() {
                let bars = IndicatorBars(subject)
                guard bars.rows.upperBound >= found.neededBars else {
                    short.append("\(subject.symbol) has \(bars.rows.upperBound)")
                    continue
                }
                let outputs = found.compute(found.inputs.compactMap { bars.columns[$0] })
                var text = ""
                for row in bars.rows {
                    let cells = outputs.map { DelimitedText.Cell.number($0[row]) }
                    text += DelimitedText.row(
                        [.text(subject.symbol), .text(bars.times[row])] + cells
                            + [.text(found.identity)])
                }
                Terminal.result(String(text.dropLast()))
            }
            guard short.isEmpty else {
                throw CommandFailure(
                    "\(found.identity) has no value before bar \(found.neededBars); "
                        + short.joined(separator: ", ")
                        + "; give a shorter period or a longer series")
            }
        }
    }
}
