import Signals

/// Holds for a month the calmest instruments of a universe.
///
/// - Rule: at the first bar of each month, enters if the deviation of the last `period` returns is
///   among the `count` least of the universe, else leaves.
/// - Idea: calm stocks have earned as much as wild ones, with less to bear.
/// - Breaks: steep rises led by the wild ones; a rise of interest rates; few members, where the
///   same ones stay for years.
/// - Source: Blitz, van Vliet, Journal of Portfolio Management 34 (1), 2007.
public struct LowVolatility: Strategy {
    @Parameter(1...100) var count = 3
    @Parameter(20...1000) var period = 252

    /// The rule with its defaults.
    public init() {}

    /// Ranks the universe once a month by the deviation of its returns.
    public func target(_ bars: Bars) -> TargetExposure {
        let deviation = bars.close.rocp(period: 1).standardDeviation(period: period)
        let isFirst = bars.session(.month).mom(period: 1) > 0
        let isCalm = deviation.isBottom(count)
        return .long(enter: isFirst && isCalm, exit: isFirst && !isCalm)
    }
}
