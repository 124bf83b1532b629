/// Makes longer bars of shorter ones, one at a time.
///
/// A longer bar exists once it has closed by its calendar, whether or not its last shorter bar
/// came. A shorter bar that closes after that instant, such as one after the bell, is in none. A
/// price that is unknown is left out; the volume is the sum of the known ones.
public struct Resampler: Sendable {
    /// When the longer bars begin and close.
    public let schedule: BarSchedule
    private let base: Interval
    private var open: Bar?
    private var closesAt = Timestamp(microseconds: .min)
    private var lastStart = Timestamp(microseconds: .min)

    /// A resampler before the first bar.
    ///
    /// - Precondition: the interval can be made of the base's.
    public init(_ base: BarSchedule, to interval: Interval) {
        precondition(
            interval.isMade(of: base.interval),
            "\(interval.name) bars cannot be made of \(base.interval.name) bars")
        schedule = BarSchedule(interval: interval, calendar: base.calendar)
        self.base = base.interval
    }

    /// Takes the next shorter bar.
    ///
    /// - Parameters:
    ///   - bar: later than the one before.
    ///   - closedAt: the instant at which it is known.
    /// - Returns: the longer bar before, when this one begins the next.
    public mutating func add(_ bar: Bar, closedAt: Timestamp) -> Bar? {
        let start = schedule.start(ofBarWith: bar.time, of: base)
        let end = schedule.closedAt(ofBarAt: start)
        guard closedAt <= end, start > lastStart else { return nil }
        guard let present = open, present.time == start else {
            let before = finish()
            (open, closesAt) = (Bar(time: start).extended(by: bar), end)
            return before
        }
        open = present.extended(by: bar)
        return nil
    }

    /// The longer bar that has closed by an instant; nil when none has.
    public mutating func close(at instant: Timestamp) -> Bar? {
        closesAt <= instant ? finish() : nil
    }

    /// The longer bar as far as it has come; nil when none has begun.
    mutating func finish() -> Bar? {
        if let open { lastStart = open.time }
        defer { open = nil }
        return open
    }
}

extension Series {
    /// The same history in longer bars. The last one may be incomplete; like all, it is known
    /// from the instant of its close on.
    ///
    /// - Precondition: the interval can be made of the series' own.
    public func resampled(to interval: Interval) -> Series {
        if interval == self.interval { return self }
        var resampler = Resampler(schedule, to: interval)
        var longer: [Bar] = []
        for row in 0..<count {
            if let bar = resampler.add(self[row], closedAt: closedAt[row]) { longer.append(bar) }
        }
        if let bar = resampler.finish() { longer.append(bar) }
        return Series(symbol: symbol, interval: interval, calendar: calendar, bars: longer)
    }
}

extension Bar {
    /// This bar and a later one as one; a value that is not finite is unknown.
    fileprivate func extended(by later: Bar) -> Bar {
        func merged(_ one: Double, _ other: Double, _ merge: (Double, Double) -> Double) -> Double {
            one.isNaN ? (other.isFinite ? other : .nan) : other.isFinite ? merge(one, other) : one
        }
        return Bar(
            time: time, open: merged(open, later.open) { first, _ in first },
            high: merged(high, later.high, max), low: merged(low, later.low, min),
            close: merged(close, later.close) { _, last in last },
            volume: merged(volume, later.volume, +))
    }
}
