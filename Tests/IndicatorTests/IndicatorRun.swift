import Evaluation
import Kernels
import MarketData
import Oracle
import Signals

/// Columns of bars, as golden files hold them.
typealias BarColumns = [DefinitionInput: [Double]]

/// Computes indicators over columns, through a plan as every strategy does.
enum IndicatorRun {
    /// The values of signals over bars that follow one another daily.
    static func values(of signals: [Signal], over bars: BarColumns) -> [[Double]] {
        let plan = Plan(showing: signals, name: "shown")
        let columns = ColumnarEvaluator(plan).numbers(
            of: plan.shownNodes, for: [AdjustedHistory(series(bars), actions: [], view: .none)])
        return columns[0]
    }

    static func series(_ columns: BarColumns) -> Series {
        let count = columns.values.map(\.count).max() ?? 0
        func column(_ input: DefinitionInput) -> [Double] {
            columns[input] ?? [Double](repeating: .nan, count: count)
        }
        let day: Int64 = 86_400_000_000
        return Series(
            symbol: "S", interval: .day, calendar: .continuous,
            times: (0..<count).map { Timestamp(microseconds: Int64($0) * day) },
            open: column(.open), high: column(.high), low: column(.low), close: column(.close),
            volume: column(.volume))
    }

    /// The catalogue's indicator that golden files call by a name.
    static func indicator(referredToAs name: String) -> Indicator? {
        IndicatorCatalog.all.first { $0.reference == name }
    }
}
