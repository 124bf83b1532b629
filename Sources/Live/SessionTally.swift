import Database
import MarketData

/// What a paper account was worth at the last bar of each session, and a digest of the bars.
struct SessionTally {
    struct Session {
        var barTime: Timestamp
        var equity: Double
        var quantity: Double
        var digest: UInt64
    }

    private let schedule: BarSchedule
    private var until = Timestamp(microseconds: .min)
    private var date: CivilDate?
    /// The sessions that have changed since they were last written.
    private(set) var changed: [CivilDate: Session] = [:]
    private var present: Session?

    init(_ schedule: BarSchedule) { self.schedule = schedule }

    mutating func add(_ bar: Bar, equity: Double, quantity: Double) {
        if bar.time >= until || date == nil {
            let session = schedule.calendar.sessionDate(
                ofBarAt: bar.time, interval: schedule.interval)
            if session != date { present = nil }
            date = session
            until = end(of: session, at: bar.time)
        }
        var session =
            present ?? Session(barTime: bar.time, equity: 0, quantity: 0, digest: Self.seed)
        for value in [bar.open, bar.high, bar.low, bar.close, bar.volume] {
            session.digest = Self.mixed(session.digest, value.isNaN ? 0 : value.bitPattern)
        }
        (session.barTime, session.equity, session.quantity) = (bar.time, equity, quantity)
        present = session
        if let date { changed[date] = session }
    }

    /// Until when a session's date need not be looked up again.
    private func end(of session: CivilDate, at time: Timestamp) -> Timestamp {
        let next = Timestamp(microseconds: time.microseconds + 1)
        guard schedule.interval.microseconds < Interval.day.microseconds else { return next }
        return max(next, schedule.calendar.closesAt(session))
    }

    /// The rows to write; they are then as written.
    mutating func taken(promotion: String, symbol: String) -> [EquityRecord] {
        defer { changed = [:] }
        return changed.sorted { $0.key < $1.key }.map { date, session in
            EquityRecord(
                promotion: promotion, symbol: symbol, session: date.description,
                barTime: session.barTime.microseconds, equity: session.equity,
                quantity: session.quantity, barDigest: String(session.digest, radix: 16))
        }
    }

    /// FNV-1a over words.
    private static let seed: UInt64 = 0xCBF2_9CE4_8422_2325
    private static func mixed(_ hash: UInt64, _ word: UInt64) -> UInt64 {
        (hash ^ word) &* 0x0000_0100_0000_01B3
    }
}
