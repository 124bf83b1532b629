import Database
import MarketData

/// What a paper account was worth at the last bar of each session, and a digest of every bar that
/// was read up to it: own ones, those that only warm the rule, and those of other instruments.
struct SessionTally {
    struct Session {
        var barTime: Timestamp
        var equity: Double
        var quantity: Double
        var digest: UInt64
    }

    /// Of the own bars so far, in their order.
    private var own = Self.seed
    /// Of the others' so far, a sum: they may come in any order.
    private var others: UInt64 = 0
    private let schedule: BarSchedule
    private var until = Timestamp(microseconds: .min)
    private var date: CivilDate?
    private var present = Session(
        barTime: Timestamp(microseconds: .min), equity: 0, quantity: 0, digest: Self.seed)
    /// True when the present session has changed since it was last written.
    private var isChanged = false
    /// The earlier sessions that have.
    private var changed: [CivilDate: Session] = [:]

    init(_ schedule: BarSchedule) { self.schedule = schedule }

    mutating func add(_ bar: Bar, equity: Double, quantity: Double) {
        if bar.time >= until { begin(at: bar.time) }
        warm(bar)
        present.digest = own &+ others
        (present.barTime, present.equity, present.quantity) = (bar.time, equity, quantity)
        isChanged = true
    }

    /// Reads a bar that is not traded.
    mutating func warm(_ bar: Bar) { own = Self.mixed(own, bar) }

    /// Reads a bar of another instrument.
    mutating func read(_ bar: Bar, of symbol: String) {
        let name = symbol.utf8.reduce(Self.seed) { Self.mixed($0, UInt64($1)) }
        others &+= Self.mixed(name, bar)
    }

    private mutating func begin(at time: Timestamp) {
        let session = schedule.calendar.sessionDate(ofBarAt: time, interval: schedule.interval)
        if session != date { keep() }
        (date, until) = (session, end(of: session, at: time))
    }

    private mutating func keep() {
        if isChanged, let date { changed[date] = present }
        isChanged = false
    }

    /// Until when a session's date need not be looked up again.
    private func end(of session: CivilDate, at time: Timestamp) -> Timestamp {
        let next = Timestamp(microseconds: time.microseconds + 1)
        guard schedule.interval.microseconds < Interval.day.microseconds else { return next }
        return max(next, schedule.calendar.closesAt(session))
    }

    /// The rows to write; they are then as written.
    mutating func taken(promotion: String, symbol: String) -> [EquityRecord] {
        keep()
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
    private static func mixed(_ hash: UInt64, _ bar: Bar) -> UInt64 {
        var hash = mixed(hash, UInt64(bitPattern: bar.time.microseconds))
        for value in [bar.open, bar.high, bar.low, bar.close, bar.volume] {
            hash = mixed(hash, value.isNaN ? 0 : value.bitPattern)
        }
        return hash
    }

    private static func mixed(_ hash: UInt64, _ word: UInt64) -> UInt64 {
        (hash ^ word) &* 0x0000_0100_0000_01B3
    }
}
