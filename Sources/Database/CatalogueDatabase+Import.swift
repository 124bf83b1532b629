internal import GRDB

extension CatalogueDatabase {
    /// Points a series at its file, with everything that belongs to it, in one transaction.
    ///
    /// - Parameters:
    ///   - changes: what becomes of the series.
    ///   - seen: what the series must still be; nil takes the place of whatever there is.
    /// - Returns: false when another program has changed the series since: nothing is written,
    ///   and the caller reads it again.
    /// - Throws: when the catalogue cannot be written, or the symbol trades on another market.
    public func publish(
        _ changes: SeriesImport, over seen: SeriesVersion? = nil
    ) throws(DatabaseError) -> Bool {
        try write { database in
            let interval = changes.series.interval
            if let seen, try Self.version(changes.symbol, interval, database) != seen {
                return false
            }
            let id = try Self.instrument(changes, database)
            try Self.insert(changes.file, database)
            var series = changes.series
            series.instrumentID = id
            try Self.insert(series, database)
            try Self.replaceActions(changes.actions, instrument: id, database)
            try Self.replaceFindings(changes, database)
            try Self.state(changes, database)
            return true
        }
    }

    /// What a series is at present.
    public func version(
        symbol: String, interval: Int64
    ) throws(DatabaseError) -> SeriesVersion {
        try read { try Self.version(symbol, interval, $0) }
    }

    private static func version(
        _ symbol: String, _ interval: Int64, _ database: GRDB.Database
    ) throws -> SeriesVersion {
        try Row.fetchOne(
            database,
            sql: """
                SELECT digest, actionsDigest FROM series JOIN instrument
                ON instrumentId = instrument.id WHERE symbol = ? AND interval = ?
                """, arguments: [symbol, interval]
        ).map { SeriesVersion(digest: $0[0], actionsDigest: $0[1]) } ?? .absent
    }

    /// Throws when the other intervals of a symbol have another calendar or currency; an empty
    /// currency says nothing.
    public func check(
        symbol: String, calendar: String, calendars: [String], currency: String, interval: Int64
    ) throws(DatabaseError) {
        try read { database in
            _ = try Self.market(symbol, (calendar, calendars), currency, interval, database)
        }
    }

    /// Notes that a file has been verified in the state it is in.
    public func markVerified(_ file: SeriesFileRecord) throws(DatabaseError) {
        try write { try Self.insert(file, $0) }
    }

    /// Adds a data set, or replaces the one of its name.
    public func save(_ dataset: DatasetRecord) throws(DatabaseError) {
        try write { database in
            try database.execute(
                sql: "INSERT OR REPLACE INTO dataset VALUES (?, ?, ?, ?, ?, ?, ?)",
                arguments: [
                    dataset.name, dataset.origin, dataset.licence, dataset.selection,
                    dataset.calendar, dataset.priceBasis, dataset.metadataDigest,
                ])
        }
    }

    /// The currency of a symbol once a series of it is published; an error when the calendar or
    /// the currency of its other intervals differs.
    private static func market(
        _ symbol: String, _ calendar: (name: String, known: [String]), _ currency: String,
        _ interval: Int64, _ database: GRDB.Database
    ) throws -> String {
        let others = try Row.fetchAll(
            database,
            sql: """
                SELECT calendar, currency, interval FROM instrument JOIN series
                ON instrumentId = instrument.id WHERE symbol = ? AND interval <> ?
                """, arguments: [symbol, interval])
        guard let other = others.first(where: { calendar.known.contains($0["calendar"]) }) else {
            return currency
        }
        let (storedCalendar, storedCurrency): (String, String) =
            (other["calendar"], other["currency"])
        let isOtherCurrency =
            !currency.isEmpty && !storedCurrency.isEmpty && currency != storedCurrency
        if storedCalendar != calendar.name || isOtherCurrency {
            let money = isOtherCurrency ? [storedCurrency, currency] : ["", ""]
            func words(_ calendar: String, _ currency: String) -> [String] {
                ["the calendar \(calendar)"]
                    + (currency.isEmpty ? [] : ["the currency \(currency)"])
            }
            throw DatabaseError.otherMarket(
                symbol: symbol, stored: words(storedCalendar, money[0]),
                given: words(calendar.name, money[1]), intervals: others.map { $0["interval"] })
        }
        return currency.isEmpty ? storedCurrency : currency
    }

    private static func instrument(
        _ changes: SeriesImport, _ database: GRDB.Database
    ) throws -> Int64 {
        let currency = try market(
            changes.symbol, (changes.calendar, changes.calendars), changes.currency,
            changes.series.interval, database)
        try database.execute(
            sql: """
                INSERT INTO instrument (symbol, currency, calendar) VALUES (?, ?, ?)
                ON CONFLICT (symbol) DO UPDATE
                SET currency = excluded.currency, calendar = excluded.calendar
                """, arguments: [changes.symbol, currency, changes.calendar])
        let id = try Int64.fetchOne(
            database, sql: "SELECT id FROM instrument WHERE symbol = ?",
            arguments: [changes.symbol])
        return id ?? 0
    }

    private static func insert(_ file: SeriesFileRecord, _ database: GRDB.Database) throws {
        try database.execute(
            sql: """
                INSERT INTO seriesFile VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (digest) DO UPDATE
                SET verifiedSize = excluded.verifiedSize,
                    verifiedModified = excluded.verifiedModified,
                    verifiedInode = excluded.verifiedInode
                """,
            arguments: [
                file.digest, file.byteCount, file.rowCount, file.verifiedSize,
                file.verifiedModified, file.verifiedInode,
            ])
    }

    private static func insert(_ series: SeriesRecord, _ database: GRDB.Database) throws {
        try database.execute(
            sql: "INSERT OR REPLACE INTO series VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            arguments: [
                series.instrumentID, series.interval, series.source, series.sourceDigest,
                series.dataset, series.origin, series.licence, series.digest, series.basis,
                series.actionsDigest, series.firstTime, series.lastTime, series.rowCount,
            ])
    }

    private static func replaceActions(
        _ actions: [ActionRecord], instrument: Int64, _ database: GRDB.Database
    ) throws {
        try database.execute(
            sql: "DELETE FROM action WHERE instrumentId = ?", arguments: [instrument])
        let insert = try database.makeStatement(
            sql: "INSERT INTO action VALUES (?, ?, ?, ?, ?, ?)")
        for action in actions {
            try insert.execute(arguments: [
                instrument, action.exDate, action.kind, action.numerator, action.denominator,
                action.amount,
            ])
        }
    }

    private static func state(_ changes: SeriesImport, _ database: GRDB.Database) throws {
        let interval = changes.series.interval
        if changes.isAlone {
            try database.execute(
                sql: "DELETE FROM statedBar WHERE symbol = ? AND interval = ?",
                arguments: [changes.symbol, interval])
        }
        for time in changes.stated {
            try database.execute(
                sql: "INSERT OR IGNORE INTO statedBar VALUES (?, ?, ?)",
                arguments: [changes.symbol, interval, time])
        }
    }

    private static func replaceFindings(
        _ changes: SeriesImport, _ database: GRDB.Database
    ) throws {
        try database.execute(
            sql: "DELETE FROM finding WHERE symbol = ? AND interval IN (0, ?)",
            arguments: [changes.symbol, changes.series.interval])
        let insert = try database.makeStatement(
            sql: """
                INSERT INTO finding
                (symbol, interval, kind, date, file, line, "column", text, reason)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
        for finding in changes.findings {
            try insert.execute(arguments: [
                finding.symbol, finding.interval, finding.kind, finding.date, finding.file,
                finding.line, finding.column, finding.text, finding.reason,
            ])
        }
    }
}
