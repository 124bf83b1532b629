import Database
import MarketData
import Promotions

extension LiveRunner {
    /// Tells of what does not happen: bars that stay away, and a log that nobody can shrink.
    func watch(now: Timestamp) {
        for bars in ranked where bars.schedule.hasExpectation {
            let patience = settings.patience(of: bars.schedule.interval)
            // Of bars that wait for an explanation somebody was told.
            guard bars.heldAt == nil, aside[bars.key]?.isEmpty ?? true else { continue }
            if now >= bars.missedAt(patience), !bars.isMissedTold { tellMissed(bars) }
        }
        for promotion in promotions where hasEnded(promotion, now: now) { tellEnd(promotion) }
        let size = journal.logByteCount
        guard size > settings.logLimit else { return }
        tellToday(
            "log", "journal.sqlite-wal",
            "\(journal.path)-wal has \(size) bytes: some program holds an old snapshot of the "
                + "journal open. Nothing is lost and writing goes on; find it ('fuser' names "
                + "whoever has the file open) and end it, and the log shrinks", now: now)
    }

    /// True when a promotion has expired and whatever it could still decide has been decided: one
    /// bar's patience after the expiry.
    private func hasEnded(_ promotion: Promotion, now: Timestamp) -> Bool {
        guard now >= promotion.expires + settings.patience(of: promotion.interval) else {
            return false
        }
        return lanes.allSatisfy { $0.promotion.id != promotion.id || $0.queue.isEmpty }
    }

    private func tellEnd(_ promotion: Promotion) {
        batch.findings.append(
            JournalFindingRecord(
                kind: "expires", subject: promotion.id, time: 0,
                text: "\(promotion.id) decides nothing more: expires: it expired at "
                    + "\(promotion.manifest.expires); validate and promote anew", isTold: true))
    }

    private func tellMissed(_ bars: InstrumentBars) {
        bars.isMissedTold = true
        let (symbol, interval) = (bars.key.symbol, bars.key.interval.name)
        let expected = bars.schedule.expectedStart(after: bars.last.time)
        batch.findings.append(
            JournalFindingRecord(
                kind: "missed", subject: "\(symbol) \(interval)", time: expected.microseconds,
                text: "\(symbol) \(interval): no bar has come since \(bars.last.time.text); at "
                    + "least two are missing, and nothing is decided on it. Look at its feed",
                isTold: true))
    }

    /// Puts a finding into the batch that is told once a day (UTC), while it lasts.
    func tellToday(_ kind: String, _ subject: String, _ text: String, now: Timestamp) {
        let day = CivilDate(now)
        guard toldToday["\(kind) \(subject)"] != day else { return }
        toldToday["\(kind) \(subject)"] = day
        batch.findings.append(
            JournalFindingRecord(
                kind: kind, subject: subject, time: day.midnight.microseconds, text: text,
                isTold: true))
    }
}
