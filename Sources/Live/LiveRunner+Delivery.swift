import Database
import MarketData
import Telemetry

extension LiveRunner {
    /// The most messages that a kill between delivery and its note can repeat.
    static var copiesAtRisk: Int { 20 }

    /// The most that a power cut can, in a step that delivers many.
    private static var copiesAtRiskOfPower: Int { 500 }

    /// Delivers what waits in the outbox, in the order of writing. A message that does not arrive
    /// is tried again later, and holds no other back.
    func deliver(at now: Timestamp) throws(LiveError) {
        var last: Int64 = 0
        var arrived = 0
        while true {
            let after = last
            let waiting = try journaled { () throws(DatabaseError) in
                try journal.pending(
                    at: now.microseconds, after: after, limit: Self.copiesAtRiskOfPower)
            }
            guard let end = waiting.last?.id else { return }
            last = end
            for start in stride(from: 0, to: waiting.count, by: Self.copiesAtRisk) {
                let part = waiting[start..<min(start + Self.copiesAtRisk, waiting.count)]
                var ids: [Int64] = []
                for message in part where try deliver(message, now: now) { ids.append(message.id) }
                arrived += ids.count
                let isSynced = arrived >= Self.copiesAtRiskOfPower
                if isSynced { arrived = 0 }
                try journaled { () throws(DatabaseError) in
                    try journal.markDelivered(ids, at: now.microseconds, isSynced: isSynced)
                }
                step.delivered += ids.count
            }
        }
    }

    /// True when a message arrived; else it waits for its next attempt.
    private func deliver(_ message: OutboxRecord, now: Timestamp) throws(LiveError) -> Bool {
        do throws(NotifierError) {
            try notifier.deliver(
                Notice(
                    key: message.key, kind: message.kind == "signal" ? .signal : .alert,
                    text: message.text))
        } catch {
            deliveryError = error
            try postpone(message, now: now)
            return false
        }
        return true
    }

    /// The wait doubles from one second to a quarter of an hour.
    private func postpone(_ message: OutboxRecord, now: Timestamp) throws(LiveError) {
        let second: Int64 = 1_000_000
        let wait = min(JournalDatabase.longestWait, second << min(message.attempts, 10))
        try journaled { () throws(DatabaseError) in
            try journal.markFailed(
                message.id, nextAttempt: now.microseconds + wait)
        }
    }
}
