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
        // What a person put in the place of a bar stands against an older word.
        let stated = try stated(symbol: symbol, interval: interval)
        let present = stated.isEmpty ? [] : Set(stored.series.times).intersection(stated)
        let due = bars.filter { !present.contains($0.time) }
        let table = BarTable(stored).merging(BarTable(due, interval), givenHolds: true)
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
            sourceDigest: SeriesRecord.marked(
                entry.sourceDigest, through: entry.last.microseconds),
            dataset: entry.dataset, origin: entry.origin,
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

extension Store {
    /// The starts of the bars of a series that a person put in the place of others.
    public func stated(
        symbol: String, interval: Interval
    ) throws(StoreError) -> Set<Timestamp> {
        let times = try catalogued { () throws(DatabaseError) in
            try catalogue.stated(symbol: symbol, interval: interval.microseconds)
        }
        return Set(times.map { Timestamp(microseconds: $0) })
    }

    /// The bars of the running day that count beside a stored series: those of the journal, but
    /// where a person has put another one in their place.
    func live(beside stored: StoredSeries) throws(StoreError) -> BarTable {
        let (symbol, interval) = (stored.entry.symbol, stored.entry.interval)
        let journaled = try journaled(symbol, interval)
        guard journaled.count > 0 else { return journaled }
        let stated = try stated(symbol: symbol, interval: interval)
        let settled = stated.isEmpty ? [] : stated.intersection(stored.series.times)
        return journaled.rows { !settled.contains($0) }
    }

    /// The bars that the journal has of a series: those of the running day.
    func journaled(_ symbol: String, _ interval: Interval) throws(StoreError) -> BarTable {
        guard JournalDatabase.exists(in: folder) else { return BarTable(interval: interval) }
        let records = try catalogued { () throws(DatabaseError) in
            try JournalDatabase(folder: folder)
                .bars(symbol: symbol, interval: interval.microseconds)
        }
        let bars = records.map { record in
            Bar(
                time: Timestamp(microseconds: record.time), open: record.values[0],
                high: record.values[1], low: record.values[2], close: record.values[3],
                volume: record.values[4])
        }
        return BarTable(bars, interval)
    }
}

extension BarTable {
    /// Bars as columns, in order of time; of several for one time the last holds.
    init(_ bars: [Bar], _ interval: Interval) {
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

    /// The bars at some times, without extra columns.
    func rows(where isWanted: (Timestamp) -> Bool) -> BarTable {
        let bars = times.indices.filter { isWanted(times[$0]) }.map { row in
            Bar(
                time: times[row], open: open[row], high: high[row], low: low[row],
                close: close[row], volume: volume[row])
        }
        return BarTable(bars, interval)
    }
}
