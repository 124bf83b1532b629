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
        self.subjects = subjects
        backtest = Backtest(measuring: Plan(strategy.init()))
    }

    /// The bars of all series.
    public var barCount: Int { subjects.reduce(0) { $0 + $1.rows.count } }

    /// Runs the strategy on each series.
    public func run() -> [RunResult] { backtest.run(subjects) }
}
