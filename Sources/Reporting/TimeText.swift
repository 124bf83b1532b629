import MarketData

/// The times of a run as text: dates when every bar is a day, else ISO 8601 in UTC.
public struct TimeText: Sendable, Hashable {
    /// True when every time is midnight UTC, which names a session.
    public let isDaily: Bool

    /// The form that suits these times.
    public init(_ times: [Timestamp]) {
        isDaily = times.allSatisfy { $0.microseconds.isMultiple(of: Interval.day.microseconds) }
    }

    /// `2024-03-01`, or `2024-03-01T14:30:00Z` with a fraction where there is one.
    public func text(of time: Timestamp) -> String {
        let date = CivilDate(time)
        guard !isDaily else { return date.description }
        let rest = time.microseconds - date.midnight.microseconds
        let (seconds, fraction) = rest.quotientAndRemainder(dividingBy: 1_000_000)
        let clock = [seconds / 3_600, seconds / 60 % 60, seconds % 60]
            .map { Self.padded($0, to: 2) }.joined(separator: ":")
        let part = fraction == 0 ? "" : "." + Self.padded(fraction, to: 6)
        return "\(date)T\(clock)\(part)Z"
    }

    /// The text for people: `2024-03-01`, or `2024-03-01 14:30 UTC`.
    func shortText(of time: Timestamp) -> String {
        guard !isDaily else { return CivilDate(time).description }
        let text = text(of: time)
        return "\(text.prefix(10)) \(text.dropFirst(11).prefix(5)) UTC"
    }

    private static func padded(_ value: Int64, to length: Int) -> String {
        let digits = "\(value)"
        return String(repeating: "0", count: max(0, length - digits.count)) + digits
    }
}
