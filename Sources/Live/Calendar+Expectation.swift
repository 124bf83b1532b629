import MarketData

extension BarSchedule {
    /// The start of the bar that is expected after the one that starts at `time`.
    ///
    /// On an exchange the next session's, or the next within the session. Around the clock the
    /// next interval's.
    func expectedStart(after time: Timestamp) -> Timestamp {
        guard calendar != .continuous else { return time + interval }
        if interval == .week { return time + interval }
        if interval.microseconds >= Interval.day.microseconds {
            return nextSession(after: CivilDate(time)).midnight
        }
        let session = calendar.sessionDate(ofBarAt: time, interval: interval)
        let next = time + interval
        return next < calendar.closesAt(session)
            ? next : calendar.opensAt(nextSession(after: session))
    }

    func nextSession(after date: CivilDate) -> CivilDate {
        let days = (1...14).lazy.map { date.adding(days: $0) }
        return days.first(where: calendar.isSession) ?? date.adding(days: 1)
    }

    /// True when bars can be expected at certain instants; a series of days around the clock may
    /// lack weekends, so that a missing day says nothing.
    var hasExpectation: Bool {
        calendar != .continuous || interval.microseconds < Interval.day.microseconds
    }

    /// True when a bar of this schedule can begin at an instant.
    func isStart(_ time: Timestamp) -> Bool {
        let day = Interval.day.microseconds
        if interval.microseconds >= day {
            let date = CivilDate(time)
            return date.midnight == time
                && (interval.microseconds > day || calendar.isSession(date))
        }
        guard calendar != .continuous else {
            return time.microseconds % interval.microseconds == 0
        }
        let session = calendar.sessionDate(ofBarAt: time, interval: interval)
        let opens = calendar.opensAt(session).microseconds
        return calendar.isSession(session) && time < calendar.closesAt(session)
            && time.microseconds >= opens
            && (time.microseconds - opens) % interval.microseconds == 0
    }
}
