import Database
import Digests
import MarketData

extension Store {
    /// Publishes what an import leaves of a series: first the file, then one transaction.
    ///
    /// - Returns: what the store has now; nil when the series is no longer the one that was seen,
    ///   and nothing was changed.
    func publish(
        _ joined: JoinedSeries, over seen: SeriesVersion
    ) throws(StoreError) -> ImportOutcome? {
        let (table, request, basis) = (joined.table, joined.request, joined.basis)
        let interval = table.interval.microseconds
        try checkMarket(of: table, request)
        let bytes = Self.bytes(of: table, request, basis)
        let series = table.series(symbol: request.symbol, calendar: request.calendar)
        let pending = basis.pending(request.actions)
        let problems = Adjustment.validated(pending, for: series).findings
        let jumps = table.jumps(
            unexplainedBy: request.actions, in: request.basis, calendar: request.calendar,
            file: request.file)
        let findings = (table.findings + jumps).sorted { $0.line < $1.line }
        let digest = try SeriesFile.publish(bytes, in: seriesFolder)
        let facts = try SeriesFile.facts(of: path(of: digest))
        var changes = SeriesImport(
            symbol: request.symbol, currency: request.currency, calendar: request.calendar.name,
            calendars: Calendar.all.map(\.name),
            file: SeriesFileRecord(digest, rowCount: table.count, facts),
            series: Self.record(joined, digest: digest),
            actions: request.actions.map { ActionRecord($0) },
            findings: Self.records(findings, problems, request, interval: interval))
        (changes.stated, changes.isAlone) = (joined.stated.map(\.microseconds), joined.isAlone)
        let isPublished = try catalogued { () throws(DatabaseError) in
            try catalogue.publish(changes, over: seen)
        }
        guard isPublished else { return nil }
        return ImportOutcome(
            symbol: request.symbol, source: request.file, rowCount: table.count, digest: digest,
            isUnchanged: false, findings: findings, actionFindings: problems, notes: joined.notes)
    }

    /// What a series is at present, for `publish`.
    func version(
        of symbol: String, _ interval: Interval
    ) throws(StoreError) -> SeriesVersion {
        try catalogued { () throws(DatabaseError) in
            try catalogue.version(symbol: symbol, interval: interval.microseconds)
        }
    }

    /// Throws when the symbol is stored in another interval under another calendar or currency.
    func checkMarket(of table: BarTable, _ request: ImportRequest) throws(StoreError) {
        try catalogued { () throws(DatabaseError) in
            try catalogue.check(
                symbol: request.symbol, calendar: request.calendar.name,
                calendars: Calendar.all.map(\.name), currency: request.currency,
                interval: table.interval.microseconds)
        }
    }

    /// The bytes of the file that holds a table.
    static func bytes(
        of table: BarTable, _ request: ImportRequest, _ basis: PriceBasis
    ) -> [UInt8] {
        table.arrow(metadata: [
            ("symbol", request.symbol), ("interval", StoreText.name(of: table.interval)),
            ("calendar", request.calendar.name), ("basis", basis.text),
            ("source", request.seriesSource),
        ])
    }

    private static func record(_ joined: JoinedSeries, digest: Digest) -> SeriesRecord {
        let (table, request) = (joined.table, joined.request)
        return SeriesRecord(
            interval: table.interval.microseconds, source: request.seriesSource,
            sourceDigest: joined.sourceDigest, dataset: request.dataset, origin: request.origin,
            licence: request.licence, digest: digest.description, basis: joined.basis.text,
            actionsDigest: Digest(of: request.actionsText).description,
            firstTime: table.times.first?.microseconds ?? 0,
            lastTime: table.times.last?.microseconds ?? 0, rowCount: Int64(table.count))
    }

    /// The outcome of an import that the store has already; nil when anything differs. An import
    /// that a person asks for (`isAsked`) is no such one where a bar of the running day differs.
    func unchanged(
        _ request: ImportRequest, source: Digest, interval: Interval? = nil, isAsked: Bool
    ) throws(StoreError) -> ImportOutcome? {
        let records = try catalogued { () throws(DatabaseError) -> [SeriesRecord] in
            guard let instrument = try catalogue.instrument(symbol: request.symbol),
                instrument.calendar == request.calendar.name,
                request.currency.isEmpty || instrument.currency == request.currency
            else { return [] }
            return try catalogue.series(instrumentID: instrument.id)
        }
        guard try Set(self.actions(symbol: request.symbol)) == Set(request.actions) else {
            return nil
        }
        let actions = Digest(of: request.actionsText).description
        let found = records.first { record in
            record.sourceDigest == source.description && record.dataset == request.dataset
                && record.origin == request.origin && record.licence == request.licence
                && record.actionsDigest == actions && record.source == request.file
                && (interval == nil || record.interval == interval?.microseconds)
                && record.basis.split(separator: "@").first.map(String.init)
                    == request.basis.rawValue
        }
        guard let found, let digest = Digest(hexadecimal: found.digest),
            let stored = try? SeriesFile.facts(of: path(of: digest)),
            let file = try? catalogue.seriesFile(digest: found.digest),
            stored.isAsVerified(file)
        else { return nil }
        if isAsked, try !isSettled(found, of: request.symbol) { return nil }
        return ImportOutcome(
            symbol: request.symbol, source: request.file, rowCount: Int(found.rowCount),
            digest: digest, isUnchanged: true, findings: [], actionFindings: [])
    }

    /// True when every bar of the running day that a series has as well is the same in both.
    private func isSettled(
        _ record: SeriesRecord, of symbol: String
    ) throws(StoreError) -> Bool {
        let interval = Interval(microseconds: record.interval)
        guard try journaled(symbol, interval).count > 0 else { return true }
        let stored = try series(symbol: symbol, interval: interval)
        return try live(beside: stored).conflict(with: BarTable(stored)).problem == nil
    }

    private static func records(
        _ findings: [ImportFinding], _ problems: [ActionFinding], _ request: ImportRequest,
        interval: Int64
    ) -> [FindingRecord] {
        let rows = findings.map {
            FindingRecord(
                symbol: request.symbol, interval: interval, kind: $0.reason.name,
                date: $0.time?.microseconds, file: $0.file, line: Int64($0.line),
                column: $0.column, text: $0.text, reason: $0.problem)
        }
        return rows
            + problems.map {
                FindingRecord(
                    symbol: request.symbol, interval: interval, kind: SeriesFinding.action,
                    date: $0.action.exDate.microseconds, file: "actions", line: 0, column: "",
                    text: $0.action.summary, reason: $0.description)
            }
    }
}
