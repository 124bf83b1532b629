internal import GRDB

extension CatalogueDatabase {
    /// Enters rows into the trial ledger; one that is there already stays as it is, so that a
    /// repeated run adds nothing. A grid that has completed more cells since replaces its row.
    public func enter(_ trials: [TrialRecord]) throws(DatabaseError) {
        try write { database in
            for trial in trials {
                try database.execute(
                    sql: """
                        INSERT INTO trial VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        ON CONFLICT (id) DO UPDATE SET trialCount = excluded.trialCount,
                        sharpeMean = excluded.sharpeMean,
                        sharpeDeviation = excluded.sharpeDeviation
                        WHERE excluded.trialCount > trial.trialCount
                        """,
                    arguments: [
                        trial.id, trial.created, trial.kind.rawValue, trial.strategy,
                        trial.parameters, trial.plan, trial.lineage, trial.trialCount,
                        trial.sharpeMean, trial.sharpeDeviation,
                    ])
            }
        }
    }

    /// The rows of the trial ledger, the first trial first.
    public func trials() throws(DatabaseError) -> [TrialRecord] {
        try read { database in
            try Row.fetchAll(database, sql: "SELECT * FROM trial ORDER BY created, id").map {
                TrialRecord(
                    id: $0["id"], created: $0["created"],
                    kind: TrialRecord.Kind(rawValue: $0["kind"]) ?? .run,
                    strategy: $0["strategy"], parameters: $0["parameters"], plan: $0["plan"],
                    lineage: $0["lineage"], trialCount: $0["trialCount"],
                    sharpeMean: $0["sharpeMean"], sharpeDeviation: $0["sharpeDeviation"])
            }
        }
    }
}
