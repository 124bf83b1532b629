import Backtesting
import Commands
import MarketData
import Oracle
import Verification

/// The bars of a subject as an indicator reads them.
struct IndicatorBars {
    /// The beginning of each bar: a date for days and weeks, else a time.
    let times: [String]
    let columns: [DefinitionInput: [Double]]
    let rows: Range<Int>

    /// The bars of a subject; where they are `ofGoldenFiles`, whose times are dates alone for days,
    /// a session of those is a month.
    init(_ subject: Subject, ofGoldenFiles: Bool = false) {
        let series = subject.history.traded
        let bars = BarColumns(subject.history, rows: 0..<series.times.count)
        func scaled(_ column: [Double]) -> [Double] { zip(column, bars.factor).map { $0 * $1 } }
        let isDaily = series.interval.microseconds >= Interval.day.microseconds
        times = series.times.map { time in
            let text = isDaily ? "\(CivilDate(time))" : time.text
            return isDaily || text.contains("T") ? text : "\(text)T00:00:00Z"
        }
        rows = subject.rows
        let schedule = series.schedule
        let sessions = schedule.numbers(
            isDaily && ofGoldenFiles ? .month : .day, ofBarsAt: series.times)
        let months = schedule.numbers(.month, ofBarsAt: series.times)
        columns = [
            .month: months, .open: scaled(bars.open), .high: scaled(bars.high),
            .low: scaled(bars.low),
            .close: scaled(bars.close),
            .volume: zip(series.volume, bars.factor).map { $0 / $1 }, .session: sessions,
        ]
    }
}
