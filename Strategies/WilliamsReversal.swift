import Signals

/// Buys a close at the bottom of its range, sells one at the top.
///
/// - Rule: enters while %R(period) is below `oversold` and the close is above SMA(trend); leaves
///   while %R is above `overbought`.
/// - Idea: in a rise, closes at the low of two weeks are bought back.
/// - Breaks: the first decline after a long rise; there is no stop.
/// - Source: Williams, How I Made One Million Dollars Last Year Trading Commodities, 1973.
public struct WilliamsReversal: Strategy {
    @Parameter(2...200) var period = 10
    @Parameter(-99 ... -50) var oversold = -90.0
    @Parameter(-50 ... -1) var overbought = -30.0
    @Parameter(10...500) var trend = 100

    /// The rule with its defaults.
    public init() {}

    /// Enters at the bottom of the range in a rise, leaves near its top.
    public func target(_ bars: Bars) -> TargetExposure {
        let place = bars.williamsR(period: period)
        return .long(
            enter: place < Signal(oversold) && bars.close > bars.close.sma(period: trend),
            exit: place > Signal(overbought))
    }
}
