import Signals

/// Holds while Hull's average rises.
///
/// - Rule: enters as HMA(period) comes to lie above its value of the bar before, leaves as it
///   comes to lie below.
/// - Idea: a smooth average with little lag, so that its slope may be believed.
/// - Breaks: it overshoots at turns, and a flat market makes the slope's sign a coin.
/// - Source: Hull, How to Reduce Lag in a Moving Average, 2005.
public struct HullTurn: Strategy {
    @Parameter(4...400) var period = 55

    /// The rule with its defaults.
    public init() {}

    /// Enters as the average turns up, leaves as it turns down.
    public func target(_ bars: Bars) -> TargetExposure {
        let slope = bars.close.hma(period: period).mom(period: 1)
        return .long(enter: slope.crosses(above: 0), exit: slope.crosses(below: 0))
    }
}
