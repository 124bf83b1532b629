import Signals

/// Holds for a month the few instruments of a universe that have risen most.
///
/// - Rule: at the first bar of each month, enters if the return from `period` to `skip` bars ago is
///   among the `count` greatest of the universe, else leaves.
/// - Idea: winners among many go on winning for some months; the last month is skipped, as it tends
///   to reverse.
/// - Breaks: the rebound after a crash, when the losers rise most; a universe chosen by hindsight.
/// - Source: Jegadeesh, Titman, Journal of Finance 48 (1), 1993; monthly ranks: Faber, Relative
///   Strength Strategies for Investing, 2010.
public struct MomentumRotation: Strategy {
    @Parameter(1...100) var count = 3
    @Parameter(40...1000) var period = 252
    @Parameter(0...39) var skip = 21

    /// The rule with its defaults.
    public init() {}

    /// Ranks the universe once a month by the skipped year's return.
    public func target(_ bars: Bars) -> TargetExposure {
        let momentum = bars.close.lagged(by: skip) / bars.close.lagged(by: period)
        let isFirst = bars.session(.month).mom(period: 1) > 0
        let isWinner = momentum.isTop(count)
        return .long(enter: isFirst && isWinner, exit: isFirst && !isWinner)
    }
}
