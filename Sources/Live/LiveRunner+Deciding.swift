import Database
import MarketData
import Trading

extension LiveRunner {
    /// Lets every lane decide on what has come.
    func decide(now: Timestamp) throws(LiveError) {
        for lane in lanes where lane.isDirty && !lane.isHalted {
            try reconcile(lane, through: lane.last.time, now: now)
        }
        for lane in lanes where !lane.queue.isEmpty && !lane.isHalted {
            try decide(lane, now: now)
        }
    }

    private func decide(_ lane: Lane, now: Timestamp) throws(LiveError) {
        var done = 0
        defer { lane.queue.removeFirst(done) }
        for bar in lane.queue {
            let closedAt = lane.own.closedAt(ofBarAt: bar.time)
            // What closed before the expiry is decided, however late; nothing else is.
            guard closedAt <= lane.promotion.expires else {
                done = lane.queue.count
                return
            }
            if waits(lane, for: bar, closedAt: closedAt, now: now) { return }
            done += 1
            step.decisions += 1
            if lane.restarts(at: bar, closedAt: closedAt)
                || closedAt.microseconds <= lane.storedUntil
            {
                try reconcile(lane, through: bar.time, now: now)
                if lane.isHalted { return }
            } else if let event = lane.take(bar, closedAt: closedAt) {
                stage(event, of: lane, now: now)
            }
            lane.hasMoved = true
        }
    }

    /// True while a bar that should have come before has not, and may still come.
    private func waits(
        _ lane: Lane, for bar: Bar, closedAt: Timestamp, now: Timestamp
    ) -> Bool {
        let schedule = lane.own.schedule
        let mayCome = now < closedAt + settings.patience(of: schedule.interval)
        let setAside = aside[lane.own.key]?.keys.filter { lane.last.time < $0 && $0 < bar.time }
            .min()
        let expected =
            schedule.hasExpectation ? lane.own.expectedStart(after: lane.last.time) : nil
        if let missing = [setAside, expected].compactMap(\.self).min(), missing < bar.time {
            let what = missing == setAside ? "was set aside" : "is missing"
            noteGap(lane.own, missing, what, before: bar.time, waits: mayCome)
            if mayCome { return true }
        }
        for (_, other) in lane.others {
            guard let expected = lane.missing(of: other, before: closedAt) else { continue }
            if mayCome { return true }
            noteGap(other, expected, "is missing", before: bar.time, waits: false)
        }
        return false
    }

    private func noteGap(
        _ bars: InstrumentBars, _ expected: Timestamp, _ absent: String, before time: Timestamp,
        waits: Bool
    ) {
        let what =
            waits
            ? "\(time.text) has come and waits for it"
            : "\(time.text) is decided without it; should it come, it is a late bar"
        batch.findings.append(
            JournalFindingRecord(
                kind: waits ? "gap" : "missing",
                subject: "\(bars.key.symbol) \(bars.key.interval.name)",
                time: expected.microseconds,
                text: "\(bars.key.symbol): the bar of \(expected.text) \(absent); \(what)",
                isTold: true))
    }

    /// Computes a lane again up to a bar, and stores what is new or differs from what was stored:
    /// as a first revision, as the next one, or as withdrawn. A promotion that is taken back before
    /// stands as it was told.
    func reconcile(_ lane: Lane, through time: Timestamp, now: Timestamp) throws(LiveError) {
        guard try mayMend(lane.promotion) else { return lane.halt() }
        let events = try lane.rebuild(through: time)
        let (id, key) = (lane.promotion.id, lane.own.key)
        let stored = try journaled { () throws(DatabaseError) in
            try journal.latestSignals(
                promotion: id, symbol: key.symbol, interval: key.interval.microseconds)
        }
        var latest: [Int64: SignalRecord] = [:]
        for record in stored + batch.signals.map(\.record)
        where record.promotion == id && record.symbol == key.symbol {
            if latest[record.decidedAt].map({ $0.revision < record.revision }) ?? true {
                latest[record.decidedAt] = record
            }
        }
        lane.storedUntil = latest.keys.max() ?? .min
        var changed: [(record: SignalRecord, text: String, told: Double?)] = []
        for event in events {
            let old = latest.removeValue(forKey: event.decision.decidedAt.microseconds)
            let revision = old.map { $0.revision + 1 } ?? 0
            let new = SignalRecord(event, lane, revision: revision, now: now)
            if let old, new.says(sameAs: old) { continue }
            changed.append((new, SignalText.text(of: new, lane), old?.price))
        }
        for old in latest.values
        where !old.isWithdrawn && old.decidedAt <= lane.lastClosedAt.microseconds {
            let taken = SignalRecord(withdrawing: old, now: now)
            let text = SignalText.text(withdrawing: old, as: taken, lane)
            changed.append((taken, text, old.price))
        }
        // Not on a feed's word: the next load would find nothing wrong, and the next look again.
        if lane.isRestated { try requireBelievable(changed.map { ($0.record, $0.told) }, lane) }
        // In order of the decisions, so that the last word is about the latest of them.
        batch.signals += changed.sorted { $0.record.decidedAt < $1.record.decidedAt }
            .map { ($0.record, $0.text) }
        (lane.hasMoved, lane.isDirty, lane.isRestated) = (true, false, false)
    }

    private func stage(_ event: Lane.Event, of lane: Lane, now: Timestamp) {
        let record = SignalRecord(event, lane, revision: 0, now: now)
        batch.signals.append((record, SignalText.text(of: record, lane)))
    }
}
