internal import GRDB

extension CatalogueDatabase {
    /// Points a series at its file, with everything that belongs to it, in one transaction.
    public func publish(_ changes: SeriesImport) throws(DatabaseError) {
        try write { database in
            let id = try Self.instrument(changes, database)
            try Self.insert(changes.file, database)
            var series = changes.series
            series.instrumentID = id
            try Self.insert(series, database)
            try Self.replaceActions(changes.actions, instrument: id, database)
            try Self.replaceFindings(changes.findings, symbol: changes.symbol, database)
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

    private static func instrument(
        _ changes: SeriesImport, _ database: GRDB.Database
    ) throws -> Int64 {
        try database.execute(
            sql: """
                INSERT INTO instrument (symbol, currency, calendar) VALUES (?, ?, ?)
                ON CONFLICT (symbol) DO UPDATE
                SET currency = excluded.currency, calendar = excluded.calendar
                """, arguments: [changes.symbol, changes.currency, changes.calendar])
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

    private static func replaceFindings(
        _ findings: [FindingRecord], symbol: String, _ database: GRDB.Database
    ) throws {
        try database.execute(sql: "DELETE FROM finding WHERE symbol = ?", arguments: [symbol])
        let insert = try database.makeStatement(
            sql: """
                INSERT INTO finding (symbol, file, line, "column", text, reason)
                VALUES (?, ?, ?, ?, ?, ?)
                """)
        for finding in findings {
            try insert.execute(arguments: [
                finding.symbol, finding.file, finding.line, finding.column, finding.text,
                finding.reason,
            ])
        }
    }
}
