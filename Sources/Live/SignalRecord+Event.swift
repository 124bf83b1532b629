import Database
import MarketData

extension SignalRecord {
    /// The record of a change of target.
    init(_ event: Lane.Event, _ lane: Lane, revision: Int64, now: Timestamp) {
        let (decision, key) = (event.decision, lane.own.key)
        func known(_ value: Double) -> Double? { value.isFinite ? value : nil }
        self.init(
            promotion: lane.promotion.id, symbol: key.symbol,
            interval: key.interval.microseconds, decidedAt: decision.decidedAt.microseconds,
            revision: revision, barTime: event.bar.time.microseconds,
            from: event.change.from.rawValue, to: event.change.to.rawValue,
            reason: event.change.reason, stop: event.change.stop,
            target: event.change.target, price: known(event.bar.close), values: event.values,
            isLate: now > decision.decidedAt + key.interval, written: now.microseconds)
    }

    /// The record that takes another one back. It names no target: what holds is what the other
    /// signals say.
    init(withdrawing old: SignalRecord, now: Timestamp) {
        self.init(
            promotion: old.promotion, symbol: old.symbol, interval: old.interval,
            decidedAt: old.decidedAt, revision: old.revision + 1, barTime: old.barTime,
            from: "", to: "", reason: Self.withdrawn, stop: nil, target: nil,
            price: old.price, values: "{}", isLate: true, written: now.microseconds)
    }
}
