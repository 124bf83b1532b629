import MarketData

extension Interval {
    /// An interval from its name on the command line, such as `15m`; nil when it is none.
    init?(name: String) {
        let units: [Character: Interval] = ["m": .minute, "h": .hour, "d": .day, "w": .week]
        guard let unit = name.last.flatMap({ units[$0] }), let count = Int64(name.dropLast()),
            (1...1_000).contains(count)
        else { return nil }
        self.init(microseconds: count * unit.microseconds)
    }
}
