import Database
import MarketData
import Trading

extension LiveRunner {
    /// Lets every lane decide on what has come.
    func decide(now: Timestamp) throws(LiveError) {
        for lane in lanes where lane.isDirty {
            try reconcile(lane, through: lane.last.time, now: now)
        }
        for lane in lanes where !lane.queue.isEmpty {
            if now >= lane.promotion.expires {
                noteExpiry(lane)
                continue
            }
            try decide(lane, now: now)
        }
    }

    private func decide(_ lane: Lane, now: Timestamp) throws(LiveError) {
        var done = 0
        defer { lane.queue.removeFirst(done) }
        for bar in lane.queue {
            let closedAt = lane.own.closedAt(ofBarAt: bar.time)
            if waits(lane, for: bar, closedAt: closedAt, now: now) { return }
            done += 1
            step.decisions += 1
            if lane.restarts(at: bar, closedAt: closedAt)
                || closedAt.microseconds <= lane.storedUntil
            {
                try reconcile(lane, through: bar.time, now: now)
            } else if let event = lane.take(bar, closedAt: closedAt) {
                stage(event, of: lane, revision: 0, now: now)
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
        if schedule.hasExpectation {
            let expected = lane.own.expectedStart(after: lane.last.time)
            if expected < bar.time {
                noteGap(lane.own, expected, before: bar.time, waits: mayCome)
                if mayCome { return true }
            }
        }
        for (_, other) in lane.others {
            guard let expected = lane.missing(of: other, before: closedAt) else { continue }
            if mayCome { return true }
            noteGap(other, expected, before: bar.time, waits: false)
        }
        return false
    }

    private func noteGap(
        _ bars: InstrumentBars, _ expected: Timestamp, before time: Timestamp, waits: Bool
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
                text: "\(bars.key.symbol): the bar of \(expected.text) is missing; \(what)",
                isTold: true))
    }

    private func noteExpiry(_ lane: Lane) {
        batch.findings.append(
            JournalFindingRecord(
                kind: "expired", subject: lane.promotion.id,
                time: lane.promotion.expires.microseconds,
                text: "\(lane.promotion.id) expired at \(lane.promotion.expires.text); it decides "
                    + "nothing more. Validate and promote it anew.", isTold: true))
    }

    /// Computes a lane again up to a bar, and stores what is new or differs from what was stored:
    /// as a first revision, as the next one, or as withdrawn.
    func reconcile(_ lane: Lane, through time: Timestamp, now: Timestamp) throws(LiveError) {
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
        for event in events {
            let decidedAt = event.decision.decidedAt.microseconds
            guard let old = latest.removeValue(forKey: decidedAt) else {
                stage(event, of: lane, revision: 0, now: now)
                continue
            }
            let new = SignalRecord(event, lane, revision: old.revision + 1, now: now)
            if !new.says(sameAs: old) { stage(event, of: lane, revision: new.revision, now: now) }
        }
        for old in latest.values.sorted(by: { $0.decidedAt < $1.decidedAt })
        where !old.isWithdrawn && old.decidedAt <= lane.lastClosedAt.microseconds {
            let taken = SignalRecord(withdrawing: old, now: now)
            batch.signals.append((taken, SignalText.text(of: taken, lane)))
        }
        (lane.hasMoved, lane.isDirty) = (true, false)
    }

    private func stage(_ event: Lane.Event, of lane: Lane, revision: Int64, now: Timestamp) {
        let record = SignalRecord(event, lane, revision: revision, now: now)
        batch.signals.append((record, SignalText.text(of: record, lane)))
    }
}
