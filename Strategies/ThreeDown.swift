import Signals

/// Buys the third lower bar in a row within a rise.
///
/// - Rule: enters while highs and lows have fallen for `count` bars, with the close above
///   SMA(trend) and below SMA(exitPeriod); leaves while the close is above SMA(exitPeriod), or
///   after `longest` bars.
/// - Idea: three lower bars make holders of a rising fund doubt, and doubt is what pays the buyer.
/// - Breaks: the fourth to the tenth lower bar.
/// - Source: Connors, Alvarez, High Probability ETF Trading, 2009.
public struct ThreeDown: Strategy {
    @Parameter(1...10) var count = 3
    @Parameter(10...500) var trend = 200
    @Parameter(2...50) var exitPeriod = 5
    @Parameter(1...100) var longest = 10

    /// The rule with its defaults.
    public init() {}

    /// Enters after some lower bars in a rise, leaves above the short average or in time.
    public func target(_ bars: Bars) -> TargetExposure {
        let (close, mean) = (bars.close, bars.close.sma(period: exitPeriod))
        let isFalling = bars.high.falling(for: count) && bars.low.falling(for: count)
        return .long(
            enter: isFalling && close > close.sma(period: trend) && close < mean,
            exit: close > mean, limits: Limits(maxBars: longest))
    }
}
