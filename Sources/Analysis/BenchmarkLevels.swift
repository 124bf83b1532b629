import MarketData

/// The levels of what an account is compared with.
public struct BenchmarkLevels: Sendable {
    /// The start of each bar, ascending.
    public let times: [Timestamp]
    /// The level at each close; NaN where it is unknown.
    public let levels: [Double]
    /// The level before the account's first bar; nil where the levels themselves say it.
    public let base: Double?

    /// Levels over time.
    ///
    /// - Parameters:
    ///   - times: the start of each bar, ascending.
    ///   - levels: the level at each close.
    ///   - base: the level before the account's first bar; nil takes the last level before it,
    ///     or else begins at the first common bar.
    public init(times: [Timestamp], levels: [Double], base: Double? = nil) {
        precondition(
            times.count == levels.count, "\(times.count) times, but \(levels.count) levels")
        (self.times, self.levels, self.base) = (times, levels, base)
    }
}
