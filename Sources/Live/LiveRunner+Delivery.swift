import Database
import MarketData
import Telemetry

extension LiveRunner {
    /// The most messages that a kill between delivery and its note can repeat.
    static var copiesAtRisk: Int { 20 }

    /// Delivers what waits in the outbox, in the order of writing. A message that does not arrive
    /// is tried again later, and holds no other back.
    func deliver(at now: Timestamp) throws(LiveError) {
        var last: Int64 = 0
        while true {
            let after = last
            let waiting = try journaled { () throws(DatabaseError) in
                try journal.pending(
                    at: now.microseconds, after: after, limit: Self.copiesAtRisk)
            }
            guard let end = waiting.last?.id else { return }
            last = end
            var arrived: [Int64] = []
            for message in waiting {
                do throws(NotifierError) {
                    try notifier.deliver(
                        Notice(
                            key: message.key, kind: message.kind == "signal" ? .signal : .alert,
                            text: message.text))
                    arrived.append(message.id)
                } catch {
                    try postpone(message, now: now)
                }
            }
            let ids = arrived
            try journaled { () throws(DatabaseError) in
                try journal.markDelivered(ids, at: now.microseconds)
            }
            step.delivered += ids.count
        }
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
