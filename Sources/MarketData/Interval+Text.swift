extension Interval {
    private static let units: [(letter: Character, interval: Interval)] = [
        ("w", .week), ("d", .day), ("h", .hour), ("m", .minute),
    ]

    /// An interval from its text, such as `15m`, `4h`, `1d` or `1w`; nil when it is none.
    public init?(name: some StringProtocol) {
        guard let unit = Self.units.first(where: { $0.letter == name.last }),
            let count = Int64(name.dropLast()), (1...1_000).contains(count)
        else { return nil }
        self.init(microseconds: count * unit.interval.microseconds)
    }

    /// The text in the largest unit that divides it; microseconds where none does.
    public var name: String {
        let unit = Self.units.first { microseconds % $0.interval.microseconds == 0 }
        guard let unit else { return "\(microseconds)us" }
        return "\(microseconds / unit.interval.microseconds)\(unit.letter)"
    }

    /// Some minutes.
    public static func minutes(_ count: Int) -> Interval {
        Interval(microseconds: Int64(count) * minute.microseconds)
    }

    /// Some hours.
    public static func hours(_ count: Int) -> Interval {
        Interval(microseconds: Int64(count) * hour.microseconds)
    }

    /// True when bars of this length can be made of `base` ones: a week, a day, or a part of a
    /// day, and a multiple of the base.
    public func isMade(of base: Interval) -> Bool {
        let day = Interval.day.microseconds
        let isUsual = self == .week || microseconds <= day && day % microseconds == 0
        return isUsual && microseconds % base.microseconds == 0
    }
}
