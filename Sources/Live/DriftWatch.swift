import Database
import MarketData
import Promotions

/// Holds every session that is over against the backtest over the same bars, once.
public struct DriftWatch {
    private let parity: SessionParity
    private let journal: JournalDatabase
    /// How long after the last close of its calendars a session counts as over: late bars have
    /// come by then, or are late for good.
    public static let delay = Interval.hour

    /// The most sessions of a promotion that a look compares while nothing of it is computed
    /// again, the latest first: a long absence is worked off in parts.
    public static let mostAtOnce = 3

    /// What a check brought.
    public struct Result: Sendable {
        /// The first difference of each instrument and session.
        public internal(set) var differences: [ParityDifference] = []
        /// Why promotions could not be compared; the others were.
        public internal(set) var errors: [LiveError] = []
    }

    /// A watch over what a journal holds.
    public init(archive: any BarArchive, journal: JournalDatabase) {
        (parity, self.journal) = (SessionParity(archive: archive, journal: journal), journal)
    }

    /// Compares the sessions of promotions that are over and were not compared yet. The first
    /// difference of each instrument is stored and told. A promotion that cannot be compared costs
    /// itself alone, and is tried again by the next check.
    ///
    /// What a session brings — differences, their messages, demotions, and the mark that it was
    /// compared — is one transaction with the others of its promotion: a kill leaves all of it or
    /// nothing, and then it is compared again. Sessions that differ in the same way are told in one
    /// message, with the first of them.
    ///
    /// - Parameters:
    ///   - promotions: those that run.
    ///   - now: the present instant.
    ///   - limit: the most sessions of each promotion, the latest first, unless one of them
    ///     differs; nil for all.
    ///   - demotes: true for a difference that takes its promotion back.
    /// - Returns: the differences, and which promotions could not be compared.
    /// - Throws: when the journal cannot be read or written.
    public func check(
        _ promotions: [Promotion], now: Timestamp, limit: Int? = mostAtOnce,
        demotes: (ParityDifference) -> Bool
    ) throws(LiveError) -> Result {
        let compared = Set(
            try journaled { () throws(DatabaseError) in try journal.findings(kind: Self.mark) }
                .map { Session($0) })
        var found = Result()
        for promotion in promotions {
            let rows = try journaled { () throws(DatabaseError) in
                try journal.equity(promotion: promotion.id)
            }
            let due = Set(rows.map(\.session)).sorted().compactMap { CivilDate($0) }
                .filter { date in
                    !compared.contains(Session(promotion.id, date))
                        && isOver(date, promotion, now)
                }
            guard !due.isEmpty else { continue }
            do throws(LiveError) {
                found.differences += try check(promotion, due, limit, now, demotes)
            } catch {
                if case .journal = error { throw error }
                found.errors.append(
                    .promotion(
                        id: promotion.id,
                        reason: "\(Self.words(due)) not compared: \(error)"))
            }
        }
        return found
    }

    /// Compares the latest sessions, all when one of them differs, and stores what that brings: of
    /// every instrument and kind of difference one message, whatever the number of sessions.
    private func check(
        _ promotion: Promotion, _ due: [CivilDate], _ limit: Int?, _ now: Timestamp,
        _ demotes: (ParityDifference) -> Bool
    ) throws(LiveError) -> [ParityDifference] {
        var dates = Array(due.suffix(limit ?? due.count))
        var results = try parity.compare(promotion, sessions: dates)
        // What differs in one differs in others as well: it is told at once, and not in parts.
        if dates.count < due.count, results.contains(where: { !$0.value.differences.isEmpty }) {
            dates = due
            results = try parity.compare(promotion, sessions: dates)
        }
        var groups: [(dates: [CivilDate], first: ParityDifference)] = []
        for date in dates {
            for found in results[date]?.differences ?? [] {
                let place = groups.firstIndex {
                    $0.first.symbol == found.symbol && $0.first.kind == found.kind
                }
                if let place {
                    groups[place].dates.append(date)
                } else {
                    groups.append(([date], found))
                }
            }
        }
        var batch = JournalBatch()
        for (dates, first) in groups {
            let text = "\(Self.words(dates)): \(first)"
            batch.findings.append(
                JournalFindingRecord(
                    kind: "drift", subject: "\(promotion.id) \(first.symbol)",
                    time: Session(promotion.id, dates[0]).time, text: text, isTold: true))
            guard demotes(first) else { continue }
            batch.demotions.append(
                DemotionRecord(
                    promotion: promotion.id, reason: "drift in \(text)", time: now.microseconds))
        }
        for date in dates {
            guard let result = results[date] else { continue }
            batch.findings.append(Self.mark(Session(promotion.id, date), date, result))
        }
        let writing = batch
        try journaled { () throws(DatabaseError) in try journal.apply(writing) }
        return dates.flatMap { results[$0]?.differences ?? [] }
    }

    /// `session 2026-05-12`, or `87 sessions from 2026-01-02 to 2026-05-12`.
    private static func words(_ dates: [CivilDate]) -> String {
        guard dates.count > 1, let first = dates.first, let last = dates.last else {
            return "session \(dates.map(\.description).joined())"
        }
        return "\(dates.count) sessions from \(first) to \(last)"
    }

    private func journaled<Outcome>(
        _ body: () throws(DatabaseError) -> Outcome
    ) throws(LiveError) -> Outcome {
        do throws(DatabaseError) { return try body() } catch {
            throw .journal(error.description)
        }
    }

    private static let mark = "parity"

    private struct Session: Hashable {
        let id: String
        let time: Int64

        init(_ id: String, _ date: CivilDate) {
            (self.id, time) = (id, date.midnight.microseconds)
        }

        init(_ finding: JournalFindingRecord) {
            (id, time) = (finding.subject, finding.time)
        }
    }

    private func isOver(_ date: CivilDate, _ promotion: Promotion, _ now: Timestamp) -> Bool {
        promotion.manifest.universe.allSatisfy { instrument in
            let calendar = Calendar.named(instrument.calendar) ?? .continuous
            return calendar.closesAt(date) + Self.delay <= now
        }
    }

    private static func mark(
        _ session: Session, _ date: CivilDate,
        _ result: (compared: Int, differences: [ParityDifference])
    ) -> JournalFindingRecord {
        JournalFindingRecord(
            kind: mark, subject: session.id, time: session.time,
            text: "session \(date): \(result.compared - result.differences.count) of "
                + "\(result.compared) accounts equal to the bit", isTold: false)
    }
}
