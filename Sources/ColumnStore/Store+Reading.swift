import Database
import Digests
import MarketData

extension Store {
    /// The bars of a symbol, with actions and passport.
    ///
    /// A file whose size, time or number differs from its last verification is hashed again; a
    /// file that is as it was is checked by its footer and its length.
    ///
    /// - Parameters:
    ///   - symbol: the symbol; a mistyped one gives "did you mean …?".
    ///   - interval: the length of a bar; nil for the longest there is.
    /// - Returns: bars, actions and passport.
    /// - Throws: an error that names the symbol, or the file and its damage.
    public func series(
        symbol: String, interval: Interval? = nil
    ) throws(StoreError) -> StoredSeries {
        let entry = try entry(symbol: symbol, interval: interval)
        let table = try healthy(entry) { () throws(StoreError) in
            try BarTable(try open(entry), interval: entry.interval)
        }
        let series = table.series(symbol: symbol, calendar: entry.calendar)
        if let row = series.closedAt.indices.dropFirst().first(where: {
            series.closedAt[$0] <= series.closedAt[$0 - 1]
        }) {
            throw .damagedSeries(
                symbol: symbol, interval: entry.interval, path: path(of: entry.digest),
                problem: "the bars at \(series.times[row - 1].text) and \(series.times[row].text) "
                    + "close at the same time, as an older program stored them",
                remedy: entry.remedy)
        }
        let listed = try actions(symbol: symbol)
        let pending = entry.basis.pending(listed)
        let (accepted, findings) = Adjustment.validated(pending, for: series)
        return StoredSeries(
            series: series, extras: table.extras, actions: accepted, listedActions: listed,
            actionFindings: findings,
            findings: try self.findings(symbol: symbol, interval: entry.interval)
                .filter { $0.kind != SeriesFinding.action } + findings.map { SeriesFinding($0) },
            entry: entry)
    }

    /// At most `limit` bars of a series after an instant, without reading the others.
    ///
    /// - Parameters:
    ///   - entry: the passport of the series.
    ///   - time: the start of the bar before the first wanted.
    ///   - limit: the most bars.
    /// - Returns: the bars as the source gave them.
    /// - Throws: when the file is gone or damaged.
    public func rows(
        of entry: SeriesEntry, after time: Timestamp, limit: Int
    ) throws(StoreError) -> Series {
        let table = try healthy(entry) { () throws(StoreError) in
            try BarTable(try open(entry), interval: entry.interval, after: time, limit: limit)
        }
        return table.series(symbol: entry.symbol, calendar: entry.calendar)
    }

    /// Every file that is not what was written; hashes all of them.
    public func verify() throws(StoreError) -> [DamagedFile] {
        let records = try catalogued { () throws(DatabaseError) in try catalogue.seriesFiles() }
        let entries = try listing().entries
        var damaged: [DamagedFile] = []
        for record in records {
            let path = "\(seriesFolder)/\(record.digest).arrow"
            do throws(StoreError) {
                try verify(record, path: path)
            } catch {
                let own = entries.filter { $0.digest.description == record.digest }
                damaged.append(
                    DamagedFile(
                        path: path, symbols: own.map(\.symbol), series: own.map(\.name),
                        problem: Self.problem(error) ?? error.description,
                        remedy: own.first?.remedy ?? "Import its source again."))
            }
        }
        return damaged
    }

    /// Does something with the file of a series; damage names the series and the remedy.
    private func healthy<Result>(
        _ entry: SeriesEntry, _ body: () throws(StoreError) -> Result
    ) throws(StoreError) -> Result {
        do throws(StoreError) { return try body() } catch {
            guard let problem = Self.problem(error) else { throw error }
            throw .damagedSeries(
                symbol: entry.symbol, interval: entry.interval, path: path(of: entry.digest),
                problem: problem, remedy: entry.remedy)
        }
    }

    /// What is wrong with a file, without its path; nil when the error is about something else.
    private static func problem(_ error: StoreError) -> String? {
        switch error {
        case .damaged(_, let problem): "the file is damaged: \(problem)"
        case .unreadable(_, let reason): "the file cannot be read: \(reason)"
        case .unknownColumn(_, let column, _): "the file is damaged: it has no column \(column)"
        default: nil
        }
    }

    /// Opens a file, verifying it as far as its state demands.
    private func open(_ entry: SeriesEntry) throws(StoreError) -> ArrowFile {
        let path = path(of: entry.digest)
        let found = try catalogued { () throws(DatabaseError) in
            try catalogue.seriesFile(digest: entry.digest.description)
        }
        guard let record = found else {
            throw .catalogue("\(catalogue.path): \(entry.symbol) names a file without a record")
        }
        if try !SeriesFile.facts(of: path).isAsVerified(record) {
            try verify(record, path: path)
        }
        let file = try ArrowFile(path: path)
        guard file.byteCount == Int(record.byteCount), file.rowCount == entry.rowCount else {
            throw .damaged(path: path, problem: "its length is not what was written")
        }
        return file
    }

    private func verify(_ record: SeriesFileRecord, path: String) throws(StoreError) {
        let facts = try SeriesFile.facts(of: path)
        let file = try MappedFile(path: path)
        let digest = Digest(hashing: file.bytes)
        guard digest.description == record.digest else {
            throw .damaged(path: path, problem: "its SHA-256 digest is \(digest)")
        }
        let verified = SeriesFileRecord(digest, rowCount: Int(record.rowCount), facts)
        guard verified != record, !catalogue.isReadOnly else { return }
        try catalogued { () throws(DatabaseError) in try catalogue.markVerified(verified) }
    }

    func actions(symbol: String) throws(StoreError) -> [CorporateAction] {
        try catalogued { () throws(DatabaseError) in
            guard let instrument = try catalogue.instrument(symbol: symbol) else { return [] }
            return try catalogue.actions(instrumentID: instrument.id).map(\.action)
        }
    }
}

extension SeriesFile.Facts {
    /// True when a file is in the state in which it was last verified.
    func isAsVerified(_ record: SeriesFileRecord) -> Bool {
        size == record.verifiedSize && modified == record.verifiedModified
            && inode == record.verifiedInode
    }
}

extension SeriesFileRecord {
    /// The record of a file that is in the state in which it was just written or hashed.
    init(_ digest: Digest, rowCount: Int, _ facts: SeriesFile.Facts) {
        self.init(
            digest: digest.description, byteCount: facts.size, rowCount: Int64(rowCount),
            verifiedSize: facts.size, verifiedModified: facts.modified,
            verifiedInode: facts.inode)
    }
}

extension ActionRecord {
    /// The action that a record holds.
    var action: CorporateAction {
        let isSplit = kind == "split"
        return CorporateAction(
            exDate: Timestamp(microseconds: exDate),
            kind: isSplit
                ? .split(new: Int(numerator), old: Int(denominator)) : .dividend(amount: amount))
    }

    /// The record of an action.
    init(_ action: CorporateAction) {
        let exDate = action.exDate.microseconds
        switch action.kind {
        case .split(let new, let old):
            self.init(
                exDate: exDate, kind: "split", numerator: Int64(new), denominator: Int64(old),
                amount: 0)
        case .dividend(let amount):
            self.init(
                exDate: exDate, kind: "dividend", numerator: 0, denominator: 0, amount: amount)
        }
    }
}
