import ArgumentParser
import Backtesting
import MarketData

/// How results are measured.
struct MeasureOptions: ParsableArguments {
    @Option(help: "The risk-free rate a year, as a fraction.")
    var riskFree = 0.0
    @Option(
        help: """
            Whose formulas the metrics follow: finstage, quantstats, empyrical, vectorbt or \
            backtesting.py.
            """)
    var convention = MetricConvention.finstage.rawValue

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
