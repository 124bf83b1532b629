internal import GRDB

extension JournalDatabase {
    /// The latest revision of every running-day bar of a series, in order of time.
    public func bars(
        symbol: String, interval: Int64
    ) throws(DatabaseError) -> [JournalBarRecord] {
        try read { database in
            try Row.fetchAll(
                database,
                sql: """
                    SELECT symbol, interval, time, max(revision) AS revision, open, high, low,
                        close, volume, received
                    FROM bar WHERE symbol = ? AND interval = ? GROUP BY time ORDER BY time
                    """, arguments: [symbol, interval]
            ).map(Self.bar)
        }
    }

    /// How often bars of a series that have folded were corrected, by their starts in
    /// microseconds since 1970; bars that never were are not among them.
    public func foldedRevisions(
        symbol: String, interval: Int64
    ) throws(DatabaseError) -> [Int64: Int64] {
        try read { database in
            let rows = try Row.fetchAll(
                database,
                sql: "SELECT time, revision FROM foldedRevision WHERE symbol = ? AND interval = ?",
                arguments: [symbol, interval])
            return Dictionary(rows.map { ($0[0], $0[1]) }) { _, last in last }
        }
    }

    /// Signals in the order of writing; all revisions.
    public func signals(
        promotion: String? = nil, symbol: String? = nil, since: Int64 = .min
    ) throws(DatabaseError) -> [SignalRecord] {
        try read { database in
            try Row.fetchAll(
                database,
                sql: """
                    SELECT * FROM signal WHERE promotion = ifnull(?, promotion)
                        AND symbol = ifnull(?, symbol) AND decidedAt >= ? ORDER BY id
                    """, arguments: [promotion, symbol, since]
            ).map(Self.signal)
        }
    }

    /// The latest revision of every signal of a lane, in order of their decisions.
    public func latestSignals(
        promotion: String, symbol: String, interval: Int64
    ) throws(DatabaseError) -> [SignalRecord] {
        try read { database in
            let statement = try database.cachedStatement(
                sql: """
                    SELECT *, max(revision) FROM signal
                    WHERE promotion = ? AND symbol = ? AND interval = ?
                    GROUP BY decidedAt ORDER BY decidedAt
                    """)
            return try Row.fetchAll(statement, arguments: [promotion, symbol, interval])
                .map(Self.signal)
        }
    }

    /// Every checkpoint, by promotion and symbol.
    public func checkpoints() throws(DatabaseError) -> [CheckpointRecord] {
        try read { database in
            try Row.fetchAll(
                database, sql: "SELECT * FROM checkpoint ORDER BY promotion, symbol, interval"
            ).map(Self.checkpoint)
        }
    }

    /// The equity of the paper accounts, by promotion, symbol and session.
    public func equity(
        promotion: String? = nil, session: String? = nil
    ) throws(DatabaseError) -> [EquityRecord] {
        try read { database in
            try Row.fetchAll(
                database,
                sql: """
                    SELECT * FROM equity WHERE promotion = ifnull(?, promotion)
                        AND session = ifnull(?, session) ORDER BY promotion, symbol, session
                    """, arguments: [promotion, session]
            ).map {
                EquityRecord(
                    promotion: $0["promotion"], symbol: $0["symbol"], session: $0["session"],
                    barTime: $0["barTime"], equity: $0["equity"], quantity: $0["quantity"],
                    barDigest: $0["barDigest"])
            }
        }
    }

    /// The messages that wait and may be tried now, in the order of writing.
    ///
    /// No message waits longer than `longestWait`: a later next attempt was written under a clock
    /// that has been set back since, and is due.
    ///
    /// - Parameters:
    ///   - time: the present instant, in microseconds since 1970.
    ///   - id: only messages that were written after this one.
    ///   - limit: the most messages.
    /// - Returns: the messages.
    /// - Throws: when the journal cannot be read.
    public func pending(
        at time: Int64, after id: Int64 = 0, limit: Int = 500
    ) throws(DatabaseError) -> [OutboxRecord] {
        try read { database in
            let statement = try database.cachedStatement(
                sql: """
                    SELECT id, kind, key, text, attempts FROM outbox INDEXED BY outboxOrder
                    WHERE deliveredAt IS NULL AND id > ?4
                        AND (nextAttempt <= ?1 OR nextAttempt > ?1 + ?2) ORDER BY id LIMIT ?3
                    """)
            return try Row.fetchAll(
                statement, arguments: [time, Self.longestWait, limit, id]
            ).map {
                OutboxRecord(id: $0[0], kind: $0[1], key: $0[2], text: $0[3], attempts: $0[4])
            }
        }
    }

    /// The longest wait between two attempts, in microseconds: a quarter of an hour.
    public static var longestWait: Int64 { 900_000_000 }

    /// The number of messages that have not arrived.
    public func pendingCount() throws(DatabaseError) -> Int {
        try read { database in
            try Int.fetchOne(
                database, sql: "SELECT count(*) FROM outbox WHERE deliveredAt IS NULL") ?? 0
        }
    }

    /// The findings of a kind, or all, by time.
    public func findings(kind: String? = nil) throws(DatabaseError) -> [JournalFindingRecord] {
        try read { database in
            try Row.fetchAll(
                database,
                sql: "SELECT * FROM finding WHERE kind = ifnull(?, kind) ORDER BY time, kind",
                arguments: [kind]
            ).map {
                JournalFindingRecord(
                    kind: $0["kind"], subject: $0["subject"], time: $0["time"],
                    text: $0["text"], isTold: false)
            }
        }
    }

    /// Every demotion, by promotion.
    public func demotions() throws(DatabaseError) -> [DemotionRecord] {
        try read { database in
            try Row.fetchAll(database, sql: "SELECT * FROM demotion ORDER BY promotion").map {
                DemotionRecord(promotion: $0["promotion"], reason: $0["reason"], time: $0["time"])
            }
        }
    }

    private static func bar(_ row: Row) -> JournalBarRecord {
        let columns = ["open", "high", "low", "close", "volume"]
        return JournalBarRecord(
            symbol: row["symbol"], interval: row["interval"], time: row["time"],
            revision: row["revision"], values: columns.map { row[$0] ?? Double.nan },
            received: row["received"])
    }

    /// Columns by their places, which a start over a long history reads by the million.
    private static func signal(_ row: Row) -> SignalRecord {
        SignalRecord(
            promotion: row[1], symbol: row[2], interval: row[3], decidedAt: row[4],
            revision: row[5], barTime: row[6], from: row[7], to: row[8], reason: row[9],
            stop: row[10], target: row[11], price: row[12], values: row[13], isLate: row[14],
            written: row[15])
    }

    private static func checkpoint(_ row: Row) -> CheckpointRecord {
        CheckpointRecord(
            promotion: row["promotion"], symbol: row["symbol"], interval: row["interval"],
            barTime: row["barTime"], decidedAt: row["decidedAt"], plan: row["plan"],
            engine: row["engine"], origin: row["origin"], stance: row["stance"],
            quantity: row["quantity"], entryPrice: row["entryPrice"], equity: row["equity"],
            cash: row["cash"], tradeCount: row["tradeCount"])
    }
}
