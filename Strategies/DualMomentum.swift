import Signals

/// Holds for a month the strongest of a universe, and only while it rises by itself.
///
/// - Rule: at the first bar of each month, enters if the return over `period` bars is among the
///   `count` greatest of the universe and above 0, else leaves.
/// - Idea: strength beside others picks what to hold, strength by itself whether to hold at all.
/// - Breaks: short, deep falls between two looks, and markets that turn often.
/// - Source: Antonacci, Dual Momentum Investing, 2014.
public struct DualMomentum: Strategy {
    @Parameter(1...100) var count = 1
    @Parameter(20...1000) var period = 252

    /// The rule with its defaults.
    public init() {}

    /// Ranks the universe once a month by its returns, and asks each for its sign.
    public func target(_ bars: Bars) -> TargetExposure {
        let momentum = bars.close.rocp(period: period)
        let isFirst = bars.session(.month).mom(period: 1) > 0
        let isHeld = momentum.isTop(count) && momentum > 0
        return .long(enter: isFirst && isHeld, exit: isFirst && !isHeld)
    }
}
