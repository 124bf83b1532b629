import Signals

/// Follows a trend with as much money as makes its risk equal at every entry.
///
/// - Rule: enters as the close comes to lie above SMA(trend), with the share of the equity that
///   varies by `volatility` a year as the last `period` returns do, at most all of it; leaves as
///   it comes to lie below.
/// - Idea: volatility can be foretold and returns hardly, so a wild market gets less money.
/// - Breaks: volatility that comes after the entry: the share is set once for each position.
/// - Source: Moreira, Muir, Journal of Finance 72 (4), 2017; the trend: Moskowitz, Ooi, Pedersen,
///   Journal of Financial Economics 104 (2), 2012.
public struct VolatilityTrend: Strategy {
    @Parameter(10...500) var trend = 100
    @Parameter(5...250) var period = 20
    @Parameter(0.01...1) var volatility = 0.15

    /// The rule with its defaults.
    public init() {}

    /// Enters above the average with a share by volatility, leaves below it.
    public func target(_ bars: Bars) -> TargetExposure {
        let average = bars.close.sma(period: trend)
        let deviation =
            bars.close.rocp(period: 1).standardDeviation(period: period) * Signal(252).squareRoot
        return .long(
            enter: bars.close.crosses(above: average), exit: bars.close.crosses(below: average),
            size: .volatility(target: volatility, of: deviation))
    }
}
