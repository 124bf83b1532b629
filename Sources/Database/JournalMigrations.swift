internal import GRDB

/// The numbered steps from an empty journal to the present one. A published step never changes.
enum JournalMigrations {
    static var all: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("0001-journal") { database in
            for statement in journal { try database.execute(sql: statement) }
        }
        migrator.registerMigration("0002-outbox-order") { database in
            // Messages are asked for in the order of writing, few of very many at a time.
            try database.execute(
                sql: "CREATE INDEX outboxOrder ON outbox (id) WHERE deliveredAt IS NULL")
            try database.execute(sql: "DROP INDEX outboxPending")
        }
        migrator.registerMigration("0003-folded-revisions") { database in
            // How often a bar was corrected outlasts its rows.
            try database.execute(
                sql: """
                    CREATE TABLE foldedRevision (
                        symbol TEXT NOT NULL, interval INTEGER NOT NULL, time INTEGER NOT NULL,
                        revision INTEGER NOT NULL, PRIMARY KEY (symbol, interval, time))
                        STRICT, WITHOUT ROWID
                    """)
        }
        return migrator
    }

    private static let journal = [
        """
        CREATE TABLE bar (
            symbol TEXT NOT NULL, interval INTEGER NOT NULL, time INTEGER NOT NULL,
            revision INTEGER NOT NULL, open REAL, high REAL, low REAL, close REAL, volume REAL,
            received INTEGER NOT NULL, PRIMARY KEY (symbol, interval, time, revision))
            STRICT, WITHOUT ROWID
        """,
        """
        CREATE TABLE signal (
            id INTEGER PRIMARY KEY AUTOINCREMENT, promotion TEXT NOT NULL, symbol TEXT NOT NULL,
            interval INTEGER NOT NULL, decidedAt INTEGER NOT NULL, revision INTEGER NOT NULL,
            barTime INTEGER NOT NULL, "from" TEXT NOT NULL, "to" TEXT NOT NULL,
            reason TEXT NOT NULL, stop REAL, target REAL, price REAL, "values" TEXT NOT NULL,
            isLate INTEGER NOT NULL, written INTEGER NOT NULL,
            UNIQUE (promotion, symbol, interval, decidedAt, revision)) STRICT
        """,
        """
        CREATE TABLE outbox (
            id INTEGER PRIMARY KEY AUTOINCREMENT, kind TEXT NOT NULL, key TEXT NOT NULL UNIQUE,
            text TEXT NOT NULL, attempts INTEGER NOT NULL DEFAULT 0,
            nextAttempt INTEGER NOT NULL DEFAULT 0, deliveredAt INTEGER) STRICT
        """,
        "CREATE INDEX outboxPending ON outbox (nextAttempt, id) WHERE deliveredAt IS NULL",
        """
        CREATE TABLE checkpoint (
            promotion TEXT NOT NULL, symbol TEXT NOT NULL, interval INTEGER NOT NULL,
            barTime INTEGER NOT NULL, decidedAt INTEGER NOT NULL, plan TEXT NOT NULL,
            engine TEXT NOT NULL, origin INTEGER NOT NULL, stance TEXT NOT NULL,
            quantity REAL NOT NULL, entryPrice REAL, equity REAL NOT NULL, cash REAL NOT NULL,
            tradeCount INTEGER NOT NULL, PRIMARY KEY (promotion, symbol, interval))
            STRICT, WITHOUT ROWID
        """,
        """
        CREATE TABLE equity (
            promotion TEXT NOT NULL, symbol TEXT NOT NULL, session TEXT NOT NULL,
            barTime INTEGER NOT NULL, equity REAL NOT NULL, quantity REAL NOT NULL,
            barDigest TEXT NOT NULL, PRIMARY KEY (promotion, symbol, session))
            STRICT, WITHOUT ROWID
        """,
        """
        CREATE TABLE finding (
            kind TEXT NOT NULL, subject TEXT NOT NULL, time INTEGER NOT NULL,
            text TEXT NOT NULL, PRIMARY KEY (kind, subject, time)) STRICT, WITHOUT ROWID
        """,
        """
        CREATE TABLE demotion (
            promotion TEXT PRIMARY KEY, reason TEXT NOT NULL, time INTEGER NOT NULL) STRICT
        """,
    ]
}
