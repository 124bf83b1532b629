import Signals

/// Holds while the last high is fresher than the last low.
///
/// - Rule: enters as Aroon up(period) comes to lie above `strength` while it is above Aroon down;
///   leaves as Aroon down comes to lie above Aroon up.
/// - Idea: in a rise new highs come often and new lows do not; it counts time, not price.
/// - Breaks: slow tops, in which highs stay fresh while the price no longer moves.
/// - Source: Chande, A Time Price Oscillator, Technical Analysis of Stocks & Commodities 13 (9),
///   1995.
public struct AroonTrend: Strategy {
    @Parameter(2...250) var period = 25
    @Parameter(50...100) var strength = 70.0

    /// The rule with its defaults.
    public init() {}

    /// Enters with a fresh high, leaves as the low is fresher.
    public func target(_ bars: Bars) -> TargetExposure {
        let aroon = bars.aroon(period: period)
        return .long(
            enter: (aroon.up > Signal(strength) && aroon.up > aroon.down).begins,
            exit: aroon.down.crosses(above: aroon.up))
    }
}
