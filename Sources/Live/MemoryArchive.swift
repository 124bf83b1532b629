import MarketData

/// Histories in memory: for simulation.
public final class MemoryArchive: BarArchive {
    private var histories: [SeriesKey: ArchivedBars]
    private var versions: [SeriesKey: Int] = [:]
    private var changeCount: Int64 = 0

    /// The histories given.
    public init(_ histories: [SeriesKey: ArchivedBars]) { self.histories = histories }

    /// Puts another history in the place of one, as an import or a fold does.
    public func replace(_ key: SeriesKey, with bars: ArchivedBars) {
        histories[key] = bars
        versions[key, default: 0] += 1
        changeCount += 1
    }

    /// The history of a series.
    public func bars(of key: SeriesKey) throws(LiveError) -> ArchivedBars {
        guard let bars = histories[key] else {
            throw .bars(symbol: key.symbol, reason: "there is no such series")
        }
        return bars
    }

    /// The number of replacements so far.
    public func version() throws(LiveError) -> Int64 { changeCount }

    /// The bars after an instant.
    public func rows(
        of key: SeriesKey, after time: Timestamp, limit: Int
    ) throws(LiveError) -> Series {
        let series = try bars(of: key).series
        let first = series.firstRow(notBefore: Timestamp(microseconds: time.microseconds + 1))
        return series.rows(first..<min(series.count, first + limit))
    }

    /// The last bar, and a count of the replacements.
    public func state(of key: SeriesKey) throws(LiveError) -> (last: Timestamp, token: String) {
        let series = try bars(of: key).series
        return (series.times.last ?? Timestamp(microseconds: .min), "\(versions[key] ?? 0)")
    }

    /// Merges bars into a history.
    public func fold(_ bars: [Bar], into key: SeriesKey) throws(LiveError) {
        let old = try self.bars(of: key)
        var merged = Dictionary(old.series.bars.map { ($0.time, $0) }) { _, last in last }
        for bar in bars { merged[bar.time] = bar }
        let series = Series(
            symbol: key.symbol, interval: key.interval, calendar: old.series.calendar,
            bars: merged.values.sorted { $0.time < $1.time })
        replace(key, with: ArchivedBars(series: series, actions: old.actions))
    }
}
