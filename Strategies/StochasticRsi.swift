import Signals

/// Buys as the RSI leaves the bottom of its own range.
///
/// - Rule: enters as the stochastic of RSI(period) over `window` bars, averaged over 3, comes to
///   lie above `oversold`; leaves as it comes to lie below `overbought`.
/// - Idea: an RSI seldom reaches 30 or 70; against its own range every swing is seen.
/// - Breaks: it is an indicator of an indicator: nervous, and costs eat what it finds.
/// - Source: Chande, Kroll, The New Technical Trader, 1994.
public struct StochasticRsi: Strategy {
    @Parameter(2...100) var period = 14
    @Parameter(2...100) var window = 14
    @Parameter(1...50) var oversold = 20.0
    @Parameter(50...99) var overbought = 80.0

    /// The rule with its defaults.
    public init() {}

    /// Enters as the line leaves the low zone upward, leaves as it leaves the high one downward.
    public func target(_ bars: Bars) -> TargetExposure {
        let line = bars.close.stochasticRSI(period: period, k: window, d: 3).d
        return .long(
            enter: line.crosses(above: Signal(oversold)),
            exit: line.crosses(below: Signal(overbought)))
    }
}
