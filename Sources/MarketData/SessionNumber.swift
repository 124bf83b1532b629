/// What the calendar and the clock of an exchange say of a bar, as a number.
///
/// Times are those at which the bar is known, its close. All of it is known beforehand: holidays
/// and early closes count as they were planned.
public enum SessionNumber: String, CaseIterable, Hashable, Sendable {
    /// The number of the session; it grows from each to the next.
    case day
    /// The number of the session's week.
    case week
    /// The number of the session's month.
    case month
    /// The day of the week, from 1 (Monday) to 7.
    case weekday
    /// The day of the month, 1…31.
    case monthDay = "month-day"
    /// The month of the year, 1…12.
    case yearMonth = "year-month"
    /// Which session of its month it is: the first is 1.
    case sessionOfMonth = "session-of-month"
    /// How many sessions of the month come after it: the last has 0.
    case sessionsLeftInMonth = "sessions-left-in-month"
    /// The minutes from midnight, by the exchange's clocks, to the close of the bar.
    case minuteOfDay = "minute-of-day"
    /// The minutes from the session's open to the close of the bar.
    case minutesSinceOpen = "minutes-since-open"
    /// The minutes from the close of the bar to the session's close.
    case minutesToClose = "minutes-to-close"
}

extension BarSchedule {
    /// The number of the bar that starts at `time`, by the exchange's own date and clocks.
    public func number(_ number: SessionNumber, ofBarAt time: Timestamp) -> Double {
        let date = calendar.sessionDate(ofBarAt: time, interval: interval)
        func minutes(_ start: Timestamp, _ end: Timestamp) -> Double {
            Double(end.microseconds - start.microseconds) / 60_000_000
        }
        switch number {
        case .day, .week, .month, .weekday, .monthDay, .yearMonth, .sessionOfMonth,
            .sessionsLeftInMonth:
            return Double(calendar.number(number, ofSession: date))
        case .minuteOfDay:
            let midnight = calendar.instant(ofLocal: date.midnight)
            return minutes(midnight, closedAt(ofBarAt: time))
        case .minutesSinceOpen:
            return minutes(calendar.opensAt(date), closedAt(ofBarAt: time))
        case .minutesToClose:
            return minutes(closedAt(ofBarAt: time), calendar.closesAt(date))
        }
    }

    /// The numbers of bars in the order of time: bars of one session ask for its date's once.
    public func numbers(_ number: SessionNumber, ofBarsAt times: [Timestamp]) -> [Double] {
        switch number {
        case .minuteOfDay, .minutesSinceOpen, .minutesToClose:
            return times.map { self.number(number, ofBarAt: $0) }
        default: break
        }
        var (known, value) = (CivilDate?.none, 0.0)
        return times.map { time in
            let date = calendar.sessionDate(ofBarAt: time, interval: interval)
            if date != known {
                (known, value) = (date, Double(calendar.number(number, ofSession: date)))
            }
            return value
        }
    }
}

extension Calendar {
    /// What the date of a session alone says.
    fileprivate func number(_ number: SessionNumber, ofSession date: CivilDate) -> Int {
        switch number {
        case .day: SessionUnit.day.number(of: date)
        case .week: SessionUnit.week.number(of: date)
        case .month: SessionUnit.month.number(of: date)
        case .weekday: date.weekday + 1
        case .monthDay: date.day
        case .yearMonth: date.month
        case .sessionOfMonth: 1 + sessions(from: date, step: -1)
        case .sessionsLeftInMonth: sessions(from: date, step: 1)
        case .minuteOfDay, .minutesSinceOpen, .minutesToClose: 0
        }
    }

    /// The sessions planned for the rest of a date's month, in one direction.
    private func sessions(from date: CivilDate, step: Int) -> Int {
        var (count, next) = (0, date.adding(days: step))
        while next.month == date.month {
            count += isPlanned(next) ? 1 : 0
            next = next.adding(days: step)
        }
        return count
    }
}
