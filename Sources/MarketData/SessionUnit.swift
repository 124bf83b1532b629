/// A stretch of sessions over which something is counted anew.
public enum SessionUnit: String, CaseIterable, Hashable, Sendable {
    /// One session.
    case day
    /// Monday to Sunday.
    case week
    /// A calendar month.
    case month

    /// The number of the stretch that holds a date; it grows by one from each to the next.
    public func number(of date: CivilDate) -> Int {
        switch self {
        case .day: date.daysSince1970
        case .week: (date.daysSince1970 - date.weekday + 3) / 7
        case .month: 12 * date.year + date.month
        }
    }
}

extension BarSchedule {
    /// The number of the stretch of sessions to which the bar that starts at `time` belongs, by
    /// the exchange's own date.
    public func number(of unit: SessionUnit, ofBarAt time: Timestamp) -> Int {
        unit.number(of: calendar.sessionDate(ofBarAt: time, interval: interval))
    }
}
