extension Calendar {
    /// The instant at which the bar that starts at `time` is known.
    ///
    /// A daily bar is known at the close of the session that its date names, a weekly one at the
    /// close of the last session planned for its week, a shorter one when it ends, yet never after
    /// the close of the session in which it starts. Around the clock every bar is known when it
    /// ends.
    public func closedAt(ofBarAt time: Timestamp, interval: Interval) -> Timestamp {
        guard rules != .continuous else { return time + interval }
        if interval == .day { return closesAt(CivilDate(time)) }
        if interval == .week { return closesAt(lastPlannedSession(ofWeekFrom: CivilDate(time))) }
        let end = time + interval
        guard interval.microseconds < Interval.day.microseconds else { return end }
        let close = closesAt(CivilDate(time))
        return time < close && close < end ? close : end
    }

    /// The instants at which bars are known, in their order. Bars of one date ask for its close
    /// once.
    func closedAt(ofBarsAt times: [Timestamp], interval: Interval) -> [Timestamp] {
        guard rules != .continuous, interval.microseconds < Interval.day.microseconds else {
            return times.map { closedAt(ofBarAt: $0, interval: interval) }
        }
        var (midnight, close) = (Timestamp(microseconds: .max), Timestamp(microseconds: .min))
        return times.map { time in
            if time < midnight || time >= midnight + .day {
                let date = CivilDate(time)
                (midnight, close) = (date.midnight, closesAt(date))
            }
            let end = time + interval
            return time < close && close < end ? close : end
        }
    }

    /// The sessions of a usual year: 252 on an exchange, 365 around the clock.
    public var sessionsPerYear: Double { rules == .continuous ? 365 : 252 }

    /// The bars of a usual year.
    ///
    /// Bars within a session count from its open, and a last one that the close cuts short counts
    /// as one: 252 × 7 hours in New York. Weeks are 52 on an exchange.
    public func periodsPerYear(of interval: Interval) -> Double {
        let days = Double(interval.microseconds) / Double(Interval.day.microseconds)
        guard let minutes = regularMinutes else { return 365 / days }
        if interval == .week { return 52 }
        if days >= 1 { return sessionsPerYear / days }
        return sessionsPerYear * (minutes / (days * 1_440)).rounded(.up)
    }

    /// The minutes of a regular session; nil around the clock.
    private var regularMinutes: Double? {
        switch rules {
        case .continuous: nil
        case .newYork: 390
        case .london: 510
        }
    }

    private func lastPlannedSession(ofWeekFrom start: CivilDate) -> CivilDate {
        let sessions = (0..<7).lazy.map { start.adding(days: 6 - $0) }
        return sessions.first(where: isPlanned) ?? start.adding(days: 4)
    }
}
