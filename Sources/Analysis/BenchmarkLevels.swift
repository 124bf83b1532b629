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

    /// What an amount has become that is held from the level before the first of some bars, or
    /// from the first common bar where there is none before.
    ///
    /// - Parameters:
    ///   - amount: the amount at the start, in money.
    ///   - bars: the starts of the bars, ascending.
    /// - Returns: the value at each bar; NaN where the benchmark has none of that time.
    public func value(of amount: Double, at bars: [Timestamp]) -> [Double] {
        var (start, next) = (base ?? .nan, 0)
        return bars.map { time in
            while next < times.count, times[next] < time {
                // Only what precedes all bars is a start; later levels without a bar are passed.
                if time == bars[0], base == nil, levels[next] > 0 { start = levels[next] }
                next += 1
            }
            guard next < times.count, times[next] == time, levels[next] > 0 else { return .nan }
            if !(start > 0) { start = levels[next] }
            return amount * (levels[next] / start)
        }
    }
}
