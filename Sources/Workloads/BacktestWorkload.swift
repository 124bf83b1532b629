import Backtesting
import ColumnStore
import MarketData
import Signals

/// A strategy with its own parameters over a hundred made-up series of 2,520 days, every figure
/// of every run measured, nothing written.
public struct BacktestWorkload {
    private let backtest: Backtest
    private let subjects: [Subject]

    /// Makes the market and compiles the strategy.
    ///
    /// - Throws: never for these bars; what a subject without bars would say.
    public init(_ strategy: any Strategy.Type) throws(SubjectError) {
        let dataset = SyntheticDataset.daily100
        var subjects: [Subject] = []
        for symbol in 0..<dataset.symbolCount {
            subjects.append(try Subject(madeUp: dataset.series(symbol)))
        }
        let plan = Plan(strategy.init())
        // The first series stands for whatever other instrument the rule reads.
        let others = plan.symbols.map { ($0, subjects[0]) }
        self.subjects = try subjects.map { subject throws(SubjectError) in
            try subject.reading(Dictionary(uniqueKeysWithValues: others), for: plan)
        }
        backtest = Backtest(measuring: plan)
    }

    /// The bars of all series.
    public var barCount: Int { subjects.reduce(0) { $0 + $1.rows.count } }

    /// Runs the strategy on each series.
    public func run() -> [RunResult] { backtest.run(subjects) }
}
