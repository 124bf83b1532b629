import Signals

/// Holds while the growth of a triple average is above its own average.
///
/// - Rule: enters as TRIX(period) comes to lie above its EMA(smoothing), leaves as it comes to lie
///   below.
/// - Idea: three averages leave no cycle shorter than the period, so only the trend's growth turns.
/// - Breaks: what is that smooth is that late; fast markets have turned before it does.
/// - Source: Hutson, Good Trix, Technical Analysis of Stocks & Commodities 1 (5), 1983.
public struct TrixCross: Strategy {
    @Parameter(2...100) var period = 15
    @Parameter(2...100) var smoothing = 9

    /// The rule with its defaults.
    public init() {}

    /// Enters as the growth comes above its average, leaves as it comes below.
    public func target(_ bars: Bars) -> TargetExposure {
        let growth = bars.close.trix(period: period)
        let average = growth.ema(period: smoothing)
        return .long(enter: growth.crosses(above: average), exit: growth.crosses(below: average))
    }
}
