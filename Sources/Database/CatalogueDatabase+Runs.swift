internal import GRDB

extension CatalogueDatabase {
    /// Keeps a run; one with the same id is replaced.
    public func save(_ run: RunRecord) throws(DatabaseError) { try save([run]) }

    /// Adds runs, or replaces those of their ids, in one transaction.
    public func save(_ runs: [RunRecord]) throws(DatabaseError) {
        try write { database in
            for run in runs {
                try database.execute(
                    sql: "INSERT OR REPLACE INTO run VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    arguments: [
                        run.id, run.created, run.command, run.strategy, run.symbol,
                        run.fingerprint, run.datasetDigest, run.folder, run.headline,
                    ])
            }
        }
    }

    /// The latest runs, the newest first.
    public func runs(limit: Int = 100) throws(DatabaseError) -> [RunRecord] {
        try read { database in
            try Row.fetchAll(
                database, sql: "SELECT * FROM run ORDER BY created DESC, id DESC LIMIT ?",
                arguments: [limit]
            ).map(Self.run)
        }
    }

    /// A run by its id; nil when there is none.
    public func run(id: String) throws(DatabaseError) -> RunRecord? {
        try read { database in
            try Row.fetchOne(database, sql: "SELECT * FROM run WHERE id = ?", arguments: [id])
                .map(Self.run)
        }
    }

    /// Forgets a run.
    public func removeRun(id: String) throws(DatabaseError) {
        try write { database in
            try database.execute(sql: "DELETE FROM run WHERE id = ?", arguments: [id])
        }
    }

    private static func run(_ row: Row) -> RunRecord {
        RunRecord(
            id: row["id"], created: row["created"], command: row["command"],
            strategy: row["strategy"], symbol: row["symbol"], fingerprint: row["fingerprint"],
            datasetDigest: row["datasetDigest"], folder: row["folder"],
            headline: row["headline"])
    }
}
