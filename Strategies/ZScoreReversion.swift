import Signals

/// Buys what lies unusually far below its mean, sells at the mean.
///
/// - Rule: enters while the close is more than `entry` standard deviations below SMA(period);
///   leaves while it is above the mean less `exit` deviations, or at a stop `stopFraction` below
///   the entry.
/// - Idea: prices overreact; the score says how unusual a distance is in the market's own unit.
/// - Breaks: a mean that moves: what is a score of −2 today was the mean of a new regime.
/// - Source: Chan, Algorithmic Trading, 2013; the reversal: De Bondt, Thaler, Journal of Finance
///   40 (3), 1985.
public struct ZScoreReversion: Strategy {
    @Parameter(5...400) var period = 40
    @Parameter(0.5...6) var entry = 2.0
    @Parameter(0...3) var exit = 0.0
    @Parameter(0.01...0.5) var stopFraction = 0.15

    /// The rule with its defaults.
    public init() {}

    /// Enters far below the mean, leaves near it.
    public func target(_ bars: Bars) -> TargetExposure {
        let score = bars.close.zScore(period: period)
        return .long(
            enter: score < Signal(-entry), exit: score > Signal(-exit),
            stop: .percent(stopFraction))
    }
}
