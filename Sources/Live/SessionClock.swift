import MarketData

/// Where the bars of a schedule begin and close. It remembers the session that it was last asked
/// about, because the next question is nearly always about the same one.
struct SessionClock {
    let schedule: BarSchedule
    /// True where bars lie within sessions; other schedules need no memory.
    private let isWithinSessions: Bool
    private var opens = Timestamp(microseconds: .max)
    private var closes = Timestamp(microseconds: .min)
    private var nextOpens = Timestamp(microseconds: .max)

    init(_ schedule: BarSchedule) {
        self.schedule = schedule
        isWithinSessions =
            schedule.calendar != .continuous
            && schedule.interval.microseconds < Interval.day.microseconds
    }

    /// The instant at which a bar is known.
    mutating func closedAt(ofBarAt time: Timestamp) -> Timestamp {
        guard isWithinSessions, holds(time) else { return schedule.closedAt(ofBarAt: time) }
        return min(time + schedule.interval, closes)
    }

    /// The start of the bar that is expected after another.
    mutating func expectedStart(after time: Timestamp) -> Timestamp {
        guard isWithinSessions, holds(time) else { return schedule.expectedStart(after: time) }
        let next = time + schedule.interval
        return next < closes ? next : nextOpens
    }

    /// True when an instant lies in the session that is remembered, or in one that now is.
    private mutating func holds(_ time: Timestamp) -> Bool {
        if opens <= time, time < closes { return true }
        let (calendar, date) = (schedule.calendar, CivilDate(time))
        guard calendar.isSession(date), calendar.localDate(at: time) == date,
            calendar.opensAt(date) <= time, time < calendar.closesAt(date)
        else { return false }
        (opens, closes) = (calendar.opensAt(date), calendar.closesAt(date))
        nextOpens = calendar.opensAt(schedule.nextSession(after: date))
        return true
    }
}
