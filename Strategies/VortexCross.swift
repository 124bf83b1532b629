import Signals

/// Holds while upward movement is larger than downward movement.
///
/// - Rule: enters as VI+(period) comes to lie above VI−, leaves as it comes to lie below.
/// - Idea: from a low to the next high is the upward flow, from a high to the next low the other;
///   the larger one carries the price.
/// - Breaks: sideways markets, in which the two cross every few bars.
/// - Source: Botes, Siepman, Technical Analysis of Stocks & Commodities 28 (1), 2010.
public struct VortexCross: Strategy {
    @Parameter(2...200) var period = 14

    /// The rule with its defaults.
    public init() {}

    /// Enters as the upward line comes above the other, leaves as it comes below.
    public func target(_ bars: Bars) -> TargetExposure {
        let (plus, minus) = bars.vortex(period: period)
        return .long(enter: plus.crosses(above: minus), exit: plus.crosses(below: minus))
    }
}
