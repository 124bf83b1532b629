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

extension SessionUnit {
    /// The number that says to which stretch a bar belongs.
    public var sessionNumber: SessionNumber {
        switch self {
        case .day: .day
        case .week: .week
        case .month: .month
        }
    }
}
