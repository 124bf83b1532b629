import Signals

/// Buys as money comes back after it has left.
///
/// - Rule: enters as MFI(period) comes to lie above `oversold`, leaves as it comes to lie below
///   `overbought`, or at a stop `stopFraction` below the entry.
/// - Idea: an RSI that counts each bar by the money traded in it, so that turns without volume are
///   let pass.
/// - Breaks: volume that means something else, such as an index change or an expiry.
/// - Source: Quong, Soudack, Technical Analysis of Stocks & Commodities 7 (3), 1989.
public struct MoneyFlowReversal: Strategy {
    @Parameter(2...200) var period = 14
    @Parameter(1...50) var oversold = 30.0
    @Parameter(50...99) var overbought = 70.0
    @Parameter(0.01...0.5) var stopFraction = 0.1

    /// The rule with its defaults.
    public init() {}

    /// Enters as the index leaves the low zone upward, leaves as it leaves the high one downward.
    public func target(_ bars: Bars) -> TargetExposure {
        let index = bars.mfi(period: period)
        return .long(
            enter: index.crosses(above: Signal(oversold)),
            exit: index.crosses(below: Signal(overbought)), stop: .percent(stopFraction))
    }
}
