import Signals

/// Buys a close above its channel of ranges.
///
/// - Rule: enters as the close comes to lie above EMA(period) + `multiple` × ATR(rangePeriod);
///   leaves while it is below EMA(period).
/// - Idea: a close that far from the average is a move, not noise; the range says how far is far.
/// - Breaks: the channel widens with the move, so entries after a jump come late.
/// - Source: Keltner, How to Make Money in Commodities, 1960; the ranges: Raschke, Street Smarts,
///   1995.
public struct KeltnerBreakout: Strategy {
    @Parameter(2...400) var period = 20
    @Parameter(2...200) var rangePeriod = 10
    @Parameter(0.5...10) var multiple = 2.0

    /// The rule with its defaults.
    public init() {}

    /// Enters above the channel, leaves below its middle.
    public func target(_ bars: Bars) -> TargetExposure {
        let channel = bars.keltnerOfClose(
            period: period, rangePeriod: rangePeriod, multiple: multiple)
        return .long(
            enter: bars.close.crosses(above: channel.upper), exit: bars.close < channel.middle)
    }
}
