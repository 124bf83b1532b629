import Signals

/// Trades one leg of a pair as its spread returns to the mean.
///
/// - Rule: the spread is ln(close / close of GOOG); long while its score over `period` bars is
///   below −`entry`, short while it is above `entry`, flat as it crosses 0. Another partner: put
///   its symbol here. Without bars of the partner the rule does nothing.
/// - Idea: two firms in one business are priced alike in the long run. Only this leg is traded,
///   with half of the money, so the market's move is not hedged.
/// - Breaks: the tie that breaks for a reason; and pairs chosen after the fact.
/// - Source: Gatev, Goetzmann, Rouwenhorst, Review of Financial Studies 19 (3), 2006.
public struct PairsSpread: Strategy {
    @Parameter(10...500) var period = 60
    @Parameter(0.5...5) var entry = 2.0

    /// The rule with its defaults.
    public init() {}

    /// Enters far from the mean of the spread, leaves at it.
    public func target(_ bars: Bars) -> TargetExposure {
        let spread = (bars.close / bars.of("GOOG").close).logarithm
        let score = spread.zScore(period: period)
        return .longAndShort(
            enterLong: score < Signal(-entry), exitLong: score > 0,
            enterShort: score > Signal(entry), exitShort: score < 0, size: .fraction(0.5))
    }
}
