import Evaluation
import Kernels
import MarketData
import Oracle
import Signals

/// Columns of bars, as golden files hold them.
typealias BarColumns = [DefinitionInput: [Double]]

/// Computes indicators over columns, through a plan as every strategy does.
enum IndicatorRun {
    /// The values of signals over bars that follow one another daily; a minute apart within
    /// sessions where the columns tell these.
    static func values(of signals: [Signal], over bars: BarColumns) -> [[Double]] {
        values(of: signals, over: series(bars))
    }

    /// The values of signals over a series.
    static func values(of signals: [Signal], over series: Series) -> [[Double]] {
        let plan = Plan(showing: signals, name: "shown")
        let columns = ColumnarEvaluator(plan).numbers(
            of: plan.shownNodes, for: [AdjustedHistory(series, actions: [], view: .none)])
        return columns[0]
    }

    static func series(_ columns: BarColumns) -> Series {
        let count = columns.values.map(\.count).max() ?? 0
        func column(_ input: DefinitionInput) -> [Double] {
            columns[input] ?? [Double](repeating: .nan, count: count)
        }
        let sessions = columns[.session]
        return Series(
            symbol: "S", interval: sessions == nil ? .day : .minute, calendar: .continuous,
            times: times(count, sessions),
            open: column(.open), high: column(.high), low: column(.low), close: column(.close),
            volume: column(.volume))
    }

    private static func times(_ count: Int, _ sessions: [Double]?) -> [Timestamp] {
        let (day, minute) = (Interval.day.microseconds, Interval.minute.microseconds)
        guard let sessions else {
            return (0..<count).map { Timestamp(microseconds: Int64($0) * day) }
        }
        var (last, place) = (Double.nan, Int64(0))
        return sessions.map { session in
            (last, place) = (session, session == last ? place + 1 : 0)
            return Timestamp(microseconds: Int64(session) * day + place * minute)
        }
    }

    /// The catalogue's indicator that golden files call by a name.
    static func indicator(referredToAs name: String) -> Indicator? {
        IndicatorCatalog.all.first { $0.reference == name }
    }
}
