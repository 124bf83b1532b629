import Signals

/// Buys as the stochastic turns up from below, sells as it turns down from above.
///
/// - Rule: enters as %K comes to lie above %D while %D is below `oversold`; leaves as %K comes to
///   lie below %D while %D is above `overbought`.
/// - Idea: before a price turns, its closes leave the edge of the range.
/// - Breaks: trends; it leaves a rise at its first rest, and waits long for a way out of a fall.
/// - Source: Lane, Lane's Stochastics, Technical Analysis of Stocks & Commodities 2 (3), 1984.
public struct StochasticCross: Strategy {
    @Parameter(2...200) var period = 14
    @Parameter(1...20) var smoothing = 3
    @Parameter(1...50) var oversold = 25.0
    @Parameter(50...99) var overbought = 75.0

    /// The rule with its defaults.
    public init() {}

    /// Enters at a cross upward in the low zone, leaves at one downward in the high zone.
    public func target(_ bars: Bars) -> TargetExposure {
        let (fast, slow) = bars.stochastic(k: period, slowing: smoothing, d: smoothing)
        return .long(
            enter: fast.crosses(above: slow) && slow < Signal(oversold),
            exit: fast.crosses(below: slow) && slow > Signal(overbought))
    }
}
