import ArgumentParser
import Backtesting
import MarketData

/// How results are measured.
struct MeasureOptions: ParsableArguments {
    @Option(
        help: "The symbol that results are compared with; default: buying and holding the same.")
    var benchmark: String?
    @Option(help: "The risk-free rate a year, as a fraction.")
    var riskFree = 0.0
    @Option(
        help: """
            Whose formulas the metrics follow: finstage, quantstats, empyrical, vectorbt or \
            backtesting.py.
            """)
    var convention = MetricConvention.finstage.rawValue

    /// The options that hold, as `run.yaml` writes them.
    var written: [(name: String, values: [String])] {
        [("risk-free", ["\(riskFree)"]), ("convention", [convention])]
            + (benchmark.map { [("benchmark", [$0])] } ?? [])
    }

    func validate() throws {
        guard riskFree > -1, riskFree < 1 else {
            throw wrongWords("--risk-free is a fraction a year such as 0.03, was \(riskFree)")
        }
        guard MetricConvention(rawValue: convention) != nil else {
            let all = MetricConvention.allCases.map(\.rawValue)
            let near = nearest(convention, in: all).map { "; did you mean '\($0)'?" } ?? ""
            throw wrongWords(
                "--convention takes \(all.joined(separator: ", ")); "
                    + "'\(convention)' is none\(near)")
        }
    }
}
