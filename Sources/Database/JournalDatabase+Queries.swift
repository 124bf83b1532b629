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

    /// The series that have running-day bars.
    public func barSeries() throws(DatabaseError) -> [(symbol: String, interval: Int64)] {
        try read { database in
            try Row.fetchAll(
                database, sql: "SELECT DISTINCT symbol, interval FROM bar ORDER BY 1, 2"
            ).map { ($0["symbol"], $0["interval"]) }
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
            try Row.fetchAll(
                database,
                sql: """
                    SELECT *, max(revision) FROM signal
                    WHERE promotion = ? AND symbol = ? AND interval = ?
                    GROUP BY decidedAt ORDER BY decidedAt
                    """, arguments: [promotion, symbol, interval]
            ).map(Self.signal)
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
    public func pending(at time: Int64, limit: Int = 500) throws(DatabaseError) -> [OutboxRecord] {
        try read { database in
            try Row.fetchAll(
                database,
                sql: """
                    SELECT * FROM outbox WHERE deliveredAt IS NULL
                        AND (nextAttempt <= ?1 OR nextAttempt > ?1 + ?2) ORDER BY id LIMIT ?3
                    """, arguments: [time, Self.longestWait, limit]
            ).map {
                OutboxRecord(
                    id: $0["id"], kind: $0["kind"], key: $0["key"], text: $0["text"],
                    attempts: $0["attempts"])
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

    /// Every finding, by time.
    public func findings() throws(DatabaseError) -> [JournalFindingRecord] {
        try read { database in
            try Row.fetchAll(database, sql: "SELECT * FROM finding ORDER BY time, kind").map {
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

    private static func signal(_ row: Row) -> SignalRecord {
        SignalRecord(
            promotion: row["promotion"], symbol: row["symbol"], interval: row["interval"],
            decidedAt: row["decidedAt"], revision: row["revision"], barTime: row["barTime"],
            from: row["from"], to: row["to"], reason: row["reason"], stop: row["stop"],
            target: row["target"], price: row["price"], values: row["values"],
            isLate: row["isLate"], written: row["written"])
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
