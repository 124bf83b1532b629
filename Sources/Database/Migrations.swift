internal import GRDB

/// The numbered steps from an empty catalogue to the present one. A published step never changes.
enum Migrations {
    static var all: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("0001-catalogue") { database in
            for statement in catalogue { try database.execute(sql: statement) }
        }
        migrator.registerMigration("0002-findings-of-a-series") { database in
            for statement in findingsOfASeries { try database.execute(sql: statement) }
        }
        migrator.registerMigration("0003-trials") { database in
            try database.execute(sql: trials)
        }
        migrator.registerMigration("0004-stated-bars") { database in
            // Bars that a person put in the place of others: no feed's word replaces them.
            try database.execute(
                sql: """
                    CREATE TABLE statedBar (
                        symbol TEXT NOT NULL, interval INTEGER NOT NULL, time INTEGER NOT NULL,
                        PRIMARY KEY (symbol, interval, time)) STRICT, WITHOUT ROWID
                    """)
        }
        return migrator
    }

    /// Findings belong to one interval of a symbol; 0 stands on those of an older program.
    private static let findingsOfASeries = [
        "ALTER TABLE finding ADD COLUMN interval INTEGER NOT NULL DEFAULT 0",
        "ALTER TABLE finding ADD COLUMN kind TEXT NOT NULL DEFAULT ''",
        "ALTER TABLE finding ADD COLUMN date INTEGER",
    ]

    /// What was tried: one row a run and one a grid. Rows are never removed.
    private static let trials = """
        CREATE TABLE trial (
            id TEXT PRIMARY KEY, created INTEGER NOT NULL, kind TEXT NOT NULL,
            strategy TEXT NOT NULL, parameters TEXT NOT NULL, plan TEXT NOT NULL,
            lineage TEXT NOT NULL, trialCount INTEGER NOT NULL CHECK (trialCount >= 1),
            sharpeMean REAL, sharpeDeviation REAL) STRICT
        """

    private static let catalogue = [
        """
        CREATE TABLE instrument (
            id INTEGER PRIMARY KEY, symbol TEXT NOT NULL UNIQUE, currency TEXT NOT NULL,
            calendar TEXT NOT NULL) STRICT
        """,
        """
        CREATE TABLE seriesFile (
            digest TEXT PRIMARY KEY, byteCount INTEGER NOT NULL, rowCount INTEGER NOT NULL,
            verifiedSize INTEGER NOT NULL, verifiedModified INTEGER NOT NULL,
            verifiedInode INTEGER NOT NULL) STRICT
        """,
        """
        CREATE TABLE series (
            instrumentId INTEGER NOT NULL REFERENCES instrument (id), interval INTEGER NOT NULL,
            source TEXT NOT NULL, sourceDigest TEXT NOT NULL, dataset TEXT NOT NULL,
            origin TEXT NOT NULL, licence TEXT NOT NULL,
            digest TEXT NOT NULL REFERENCES seriesFile (digest), basis TEXT NOT NULL,
            actionsDigest TEXT NOT NULL, firstTime INTEGER NOT NULL, lastTime INTEGER NOT NULL,
            rowCount INTEGER NOT NULL, PRIMARY KEY (instrumentId, interval)) STRICT
        """,
        """
        CREATE TABLE action (
            instrumentId INTEGER NOT NULL REFERENCES instrument (id), exDate INTEGER NOT NULL,
            kind TEXT NOT NULL, numerator INTEGER NOT NULL, denominator INTEGER NOT NULL,
            amount REAL NOT NULL) STRICT
        """,
        "CREATE INDEX actionByInstrument ON action (instrumentId, exDate)",
        """
        CREATE TABLE finding (
            id INTEGER PRIMARY KEY, symbol TEXT NOT NULL, file TEXT NOT NULL,
            line INTEGER NOT NULL, "column" TEXT NOT NULL, text TEXT NOT NULL,
            reason TEXT NOT NULL) STRICT
        """,
        "CREATE INDEX findingBySymbol ON finding (symbol)",
        """
        CREATE TABLE dataset (
            name TEXT PRIMARY KEY, origin TEXT NOT NULL, licence TEXT NOT NULL,
            selection TEXT NOT NULL, calendar TEXT NOT NULL, priceBasis TEXT NOT NULL,
            metadataDigest TEXT NOT NULL) STRICT
        """,
        """
        CREATE TABLE run (
            id TEXT PRIMARY KEY, created INTEGER NOT NULL, command TEXT NOT NULL,
            strategy TEXT NOT NULL, symbol TEXT NOT NULL, fingerprint TEXT NOT NULL,
            datasetDigest TEXT NOT NULL, folder TEXT NOT NULL, headline TEXT NOT NULL) STRICT
        """,
        "CREATE INDEX runByTime ON run (created)",
    ]
}
