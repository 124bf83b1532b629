import Database
import Digests
import MarketData

extension Store {
    /// Puts bars into a stored series: a new file takes the place of the old one. Where both have
    /// a bar, the given one holds. The series keeps its source, and a mark that there are bars
    /// beside it.
    ///
    /// - Parameters:
    ///   - bars: on the price basis of the file as it goes on: as traded.
    ///   - symbol: the symbol of the series.
    ///   - interval: the length of its bars.
    /// - Throws: when the series is unknown or damaged, or nothing can be written.
    public func fold(
        _ bars: [Bar], symbol: String, interval: Interval
    ) throws(StoreError) {
        guard !bars.isEmpty else { return }
        // An import may publish between what is read here and what is written.
        while try !folded(bars, symbol, interval) {}
    }

    private func folded(
        _ bars: [Bar], _ symbol: String, _ interval: Interval
    ) throws(StoreError) -> Bool {
        let seen = try version(of: symbol, interval)
        let stored = try series(symbol: symbol, interval: interval)
        let table = BarTable(stored).merging(BarTable(bars, interval), givenHolds: true)
        let entry = stored.entry
        let bytes = table.arrow(metadata: [
            ("symbol", symbol), ("interval", StoreText.name(of: interval)),
            ("calendar", entry.calendar.name), ("basis", entry.basis.text),
            ("source", entry.source),
        ])
        let digest = try SeriesFile.publish(bytes, in: seriesFolder)
        let facts = try SeriesFile.facts(of: path(of: digest))
        let record = SeriesRecord(
            interval: interval.microseconds, source: entry.source,
            sourceDigest: SeriesRecord.marked(entry.sourceDigest), dataset: entry.dataset,
            origin: entry.origin,
            licence: entry.licence, digest: digest.description, basis: entry.basis.text,
            actionsDigest: entry.actionsDigest,
            firstTime: table.times.first?.microseconds ?? 0,
            lastTime: table.times.last?.microseconds ?? 0, rowCount: Int64(table.count))
        let findings = try catalogued { () throws(DatabaseError) in
            try catalogue.findings(symbol: symbol)
        }.filter { $0.interval == interval.microseconds }
        let changes = SeriesImport(
            symbol: symbol, currency: entry.currency, calendar: entry.calendar.name,
            calendars: Calendar.all.map(\.name),
            file: SeriesFileRecord(digest, rowCount: table.count, facts), series: record,
            actions: stored.listedActions.map { ActionRecord($0) },
            findings: findings)
        return try catalogued { () throws(DatabaseError) in
            try catalogue.publish(changes, over: seen)
        }
    }
}

extension BarTable {
    /// Bars as columns, in order of time; of several for one time the last holds.
    fileprivate init(_ bars: [Bar], _ interval: Interval) {
        self.init(interval: interval)
        let last = Dictionary(bars.map { ($0.time, $0) }) { _, later in later }
        for bar in last.values.sorted(by: { $0.time < $1.time }) {
            times.append(bar.time)
            open.append(bar.open)
            high.append(bar.high)
            low.append(bar.low)
            close.append(bar.close)
            volume.append(bar.volume)
        }
    }
}
