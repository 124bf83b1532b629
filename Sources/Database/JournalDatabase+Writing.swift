internal import GRDB

extension JournalDatabase {
    /// Writes everything that one step changes: all of it or nothing.
    public func apply(_ batch: JournalBatch) throws(DatabaseError) {
        try write { database in
            try insert(batch.bars, database)
            try insert(batch.findings, database)
            try insert(batch.demotions, database)
            try insert(batch.signals, database)
            try insert(batch.checkpoints, database)
            try insert(batch.equity, database)
        }
    }

    private func insert(_ bars: [JournalBarRecord], _ database: GRDB.Database) throws {
        guard !bars.isEmpty else { return }
        try check()
        let insert = try database.cachedStatement(
            sql: "INSERT INTO bar VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
        for bar in bars {
            try insert.execute(
                arguments: [bar.symbol, bar.interval, bar.time, bar.revision]
                    + StatementArguments(bar.values.map { $0.isNaN ? nil : $0 })
                    + [bar.received])
        }
    }

    private func insert(_ findings: [JournalFindingRecord], _ database: GRDB.Database) throws {
        for finding in findings {
            try check()
            try database.execute(
                sql: "INSERT OR IGNORE INTO finding VALUES (?, ?, ?, ?)",
                arguments: [finding.kind, finding.subject, finding.time, finding.text])
            guard finding.isTold, database.changesCount > 0 else { continue }
            let key = "\(finding.kind)/\(finding.subject)/\(finding.time)"
            try Self.post("alert", try Self.unused(key, database), finding.text, database)
        }
    }

    private func insert(_ demotions: [DemotionRecord], _ database: GRDB.Database) throws {
        for demotion in demotions {
            try check()
            try database.execute(
                sql: "INSERT OR IGNORE INTO demotion VALUES (?, ?, ?)",
                arguments: [demotion.promotion, demotion.reason, demotion.time])
        }
    }

    private func insert(
        _ signals: [(record: SignalRecord, text: String)], _ database: GRDB.Database
    ) throws {
        for (signal, text) in signals {
            try check()
            try database.cachedStatement(
                sql: """
                    INSERT INTO signal (promotion, symbol, interval, decidedAt, revision, barTime,
                        "from", "to", reason, stop, target, price, "values", isLate, written)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                    """
            ).execute(arguments: [
                signal.promotion, signal.symbol, signal.interval, signal.decidedAt,
                signal.revision, signal.barTime, signal.from, signal.to, signal.reason,
                signal.stop, signal.target, signal.price, signal.values, signal.isLate,
                signal.written,
            ])
            try check()
            try Self.post("signal", signal.key, text, database)
        }
    }

    private static func post(
        _ kind: String, _ key: String, _ text: String, _ database: GRDB.Database
    ) throws {
        // A key that went out already, of a signal that somebody has removed since, goes out again
        // only with other words.
        try database.cachedStatement(
            sql: """
                INSERT INTO outbox (kind, key, text) VALUES (?, ?, ?)
                ON CONFLICT (key) DO UPDATE SET text = excluded.text, attempts = 0,
                    nextAttempt = 0, deliveredAt = NULL WHERE text <> excluded.text
                """
        ).execute(arguments: [kind, key, text])
    }

    /// The key of an alert; with a number where one of that key was told and taken back.
    private static func unused(_ key: String, _ database: GRDB.Database) throws -> String {
        var (found, number) = (key, 1)
        while try Bool.fetchOne(
            database, sql: "SELECT EXISTS (SELECT 1 FROM outbox WHERE key = ?)",
            arguments: [found]) ?? false
        {
            number += 1
            found = "\(key)/\(number)"
        }
        return found
    }

    private func insert(_ checkpoints: [CheckpointRecord], _ database: GRDB.Database) throws {
        for checkpoint in checkpoints {
            try check()
            try database.cachedStatement(
                sql: """
                    INSERT OR REPLACE INTO checkpoint
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                    """
            ).execute(arguments: [
                checkpoint.promotion, checkpoint.symbol, checkpoint.interval, checkpoint.barTime,
                checkpoint.decidedAt, checkpoint.plan, checkpoint.engine, checkpoint.origin,
                checkpoint.stance, checkpoint.quantity, checkpoint.entryPrice, checkpoint.equity,
                checkpoint.cash, checkpoint.tradeCount,
            ])
        }
    }

    private func insert(_ equity: [EquityRecord], _ database: GRDB.Database) throws {
        for record in equity {
            try check()
            try database.cachedStatement(
                sql: "INSERT OR REPLACE INTO equity VALUES (?, ?, ?, ?, ?, ?, ?)"
            ).execute(arguments: [
                record.promotion, record.symbol, record.session, record.barTime, record.equity,
                record.quantity, record.barDigest,
            ])
        }
    }
}

extension JournalDatabase {
    /// Notes that messages have arrived: against a kill at once, against a power cut with the
    /// next write.
    ///
    /// - Parameters:
    ///   - ids: the messages, ascending.
    ///   - time: when, in microseconds since 1970.
    ///   - isSynced: true to wait until a power cut cannot undo it either.
    /// - Throws: when it cannot be written; the messages are then sent again.
    public func markDelivered(
        _ ids: some Collection<Int64>, at time: Int64, isSynced: Bool = false
    ) throws(DatabaseError) {
        guard !ids.isEmpty else { return }
        func note(_ database: GRDB.Database) throws {
            let update = try database.cachedStatement(
                sql: """
                    UPDATE outbox SET deliveredAt = ?, attempts = attempts + 1
                    WHERE id BETWEEN ? AND ?
                    """)
            for run in Self.runs(of: ids) {
                try update.execute(arguments: [time, run.lowerBound, run.upperBound])
            }
        }
        try isSynced ? write(note) : writeUnsynced(note)
    }

    /// Ascending numbers as runs of neighbours: most often one.
    private static func runs(of ids: some Collection<Int64>) -> [ClosedRange<Int64>] {
        var runs: [ClosedRange<Int64>] = []
        for id in ids {
            if let last = runs.last, last.upperBound == id - 1 {
                runs[runs.count - 1] = last.lowerBound...id
            } else {
                runs.append(id...id)
            }
        }
        return runs
    }

    /// Notes that a message did not arrive, and when it is tried again.
    public func markFailed(_ id: Int64, nextAttempt: Int64) throws(DatabaseError) {
        try write { database in
            try database.execute(
                sql: "UPDATE outbox SET attempts = attempts + 1, nextAttempt = ? WHERE id = ?",
                arguments: [nextAttempt, id])
        }
    }

    /// Tells something once.
    public func note(
        kind: String, subject: String, time: Int64, text: String
    ) throws(DatabaseError) {
        var batch = JournalBatch()
        batch.findings = [
            JournalFindingRecord(
                kind: kind, subject: subject, time: time, text: text, isTold: true)
        ]
        try apply(batch)
    }

    /// Takes back that promotions have expired, which was told under a clock that was ahead, and
    /// tells that they go on.
    public func resume(_ promotion: String, at time: Int64, text: String) throws(DatabaseError) {
        let finding = JournalFindingRecord(
            kind: "resumed", subject: promotion, time: time, text: text, isTold: true)
        try write { database in
            try database.execute(
                sql: "DELETE FROM finding WHERE kind = 'expires' AND subject = ?",
                arguments: [promotion])
            try insert([finding], database)
        }
    }

    /// Remembers demotions: all or none. One that is there stays as it is.
    public func remember(_ demotions: [DemotionRecord]) throws(DatabaseError) {
        var batch = JournalBatch()
        batch.demotions = demotions
        try apply(batch)
    }

    /// Removes bars that an immutable file holds now: those of a series up to an instant. How often
    /// each was corrected is remembered.
    ///
    /// In slices of some milliseconds, so that nobody waits long to write, however many there are.
    /// What a kill leaves stands in the file too, and is removed by the next call.
    public func removeBars(
        symbol: String, interval: Int64, through time: Int64
    ) throws(DatabaseError) {
        var isDone = false
        while !isDone {
            isDone = try write { database in
                let end = try Int64.fetchOne(
                    database,
                    sql: """
                        SELECT time FROM bar WHERE symbol = ? AND interval = ? AND time <= ?
                        ORDER BY time LIMIT 1 OFFSET ?
                        """, arguments: [symbol, interval, time, Self.sliceCount - 1])
                try database.execute(
                    sql: """
                        INSERT OR REPLACE INTO foldedRevision
                        SELECT symbol, interval, time, max(revision) FROM bar
                        WHERE symbol = ? AND interval = ? AND time <= ? AND revision > 0
                        GROUP BY time
                        """, arguments: [symbol, interval, end ?? time])
                try database.execute(
                    sql: "DELETE FROM bar WHERE symbol = ? AND interval = ? AND time <= ?",
                    arguments: [symbol, interval, end ?? time])
                return end == nil
            }
        }
    }

    /// The bars that one transaction removes.
    package static var sliceCount: Int { 4_000 }
}
