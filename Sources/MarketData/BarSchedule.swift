/// When the bars of a series begin and close.
public struct BarSchedule: Hashable, Sendable {
    /// The length of a bar.
    public let interval: Interval
    /// The calendar that says when a bar closes.
    public let calendar: Calendar

    /// A schedule from its parts.
    public init(interval: Interval, calendar: Calendar) {
        (self.interval, self.calendar) = (interval, calendar)
    }

    /// The instant at which the bar that starts at `time` is known.
    public func closedAt(ofBarAt time: Timestamp) -> Timestamp {
        calendar.closedAt(ofBarAt: time, interval: interval)
    }

    /// The start of the bar of this schedule to which a shorter bar belongs.
    ///
    /// A week begins on Monday, a day is the session's date, and shorter bars count from the
    /// session's open: from midnight UTC around the clock. Division rounds down, so that bars
    /// before 1970 are as long as those after.
    ///
    /// - Parameters:
    ///   - time: the start of the shorter bar.
    ///   - base: its length.
    /// - Returns: the start of the longer bar.
    public func start(ofBarWith time: Timestamp, of base: Interval) -> Timestamp {
        let session = calendar.sessionDate(ofBarAt: time, interval: base)
        if interval == .week { return session.adding(days: -session.weekday).midnight }
        if interval == .day { return session.midnight }
        let origin = calendar.opensAt(session).microseconds
        let length = interval.microseconds
        let remainder = (time.microseconds - origin) % length
        let passed = remainder < 0 ? remainder + length : remainder
        return Timestamp(microseconds: time.microseconds - passed)
    }
}

extension Series {
    /// When the bars begin and close.
    public var schedule: BarSchedule { BarSchedule(interval: interval, calendar: calendar) }

    /// The last row that was known at each instant; −1 where none was.
    ///
    /// A bar is known from the instant of its close on, that instant included.
    ///
    /// - Parameter instants: in order of time.
    /// - Returns: one row for each instant.
    public func rowsKnown(at instants: [Timestamp]) -> [Int] {
        var row = -1
        return instants.map { instant in
            while row + 1 < count, closedAt[row + 1] <= instant { row += 1 }
            return row
        }
    }
}
