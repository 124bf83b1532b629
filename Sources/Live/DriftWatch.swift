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

    /// The most sessions of a promotion that one check compares, the latest first: a long absence
    /// is worked off in parts.
    public static let mostAtOnce = 3

    /// A watch over what a journal holds.
    public init(archive: any BarArchive, journal: JournalDatabase) {
        (parity, self.journal) = (SessionParity(archive: archive, journal: journal), journal)
    }

    /// Compares the sessions of promotions that are over and were not compared yet. The first
    /// difference of each instrument is stored and told.
    ///
    /// What a session brings — differences, their messages, demotions, and the mark that it was
    /// compared — is one transaction: a kill leaves all of it or nothing, and then it is compared
    /// again.
    ///
    /// - Parameters:
    ///   - promotions: those that run.
    ///   - now: the present instant.
    ///   - demotes: true for a difference that takes its promotion back.
    /// - Returns: the differences.
    /// - Throws: when the journal cannot be read or written; and, after all others have been
    ///   compared, when a promotion's bars cannot be read.
    public func check(
        _ promotions: [Promotion], now: Timestamp, demotes: (ParityDifference) -> Bool
    ) throws -> [ParityDifference] {
        let compared = Set(
            try journal.findings(kind: Self.mark).map { Session($0) })
        var (found, failure) = ([ParityDifference](), LiveError?.none)
        for promotion in promotions {
            let sessions = Set(try journal.equity(promotion: promotion.id).map(\.session))
            let due = sessions.sorted().compactMap { CivilDate($0) }.filter { date in
                !compared.contains(Session(promotion.id, date)) && isOver(date, promotion, now)
            }
            for date in due.suffix(Self.mostAtOnce) {
                let session = Session(promotion.id, date)
                let result: (compared: Int, differences: [ParityDifference])
                do throws(LiveError) {
                    result = try parity.compare(promotion, session: date)
                } catch {
                    guard case .bars = error else { throw error }
                    failure = failure ?? error
                    continue
                }
                var batch = JournalBatch()
                for difference in result.differences {
                    let text = "session \(date): \(difference)"
                    batch.findings.append(
                        JournalFindingRecord(
                            kind: "drift",
                            subject: "\(difference.promotion) \(difference.symbol)",
                            time: session.time, text: text, isTold: true))
                    guard demotes(difference) else { continue }
                    batch.demotions.append(
                        DemotionRecord(
                            promotion: promotion.id, reason: "drift in \(text)",
                            time: now.microseconds))
                }
                batch.findings.append(Self.mark(session, date, result))
                try journal.apply(batch)
                found += result.differences
            }
        }
        if let failure { throw failure }
        return found
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
