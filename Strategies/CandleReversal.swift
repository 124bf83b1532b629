import Signals

/// Buys a bullish candlestick at a low, sells a bearish one.
///
/// - Rule: enters at a hammer, a piercing line, a bullish engulfing or a morning star whose low, or
///   that of the bar before, is the lowest of `window` bars; leaves at an evening star, a dark
///   cloud, a bearish engulfing or a shooting star, or at a stop `stopRanges` average true ranges
///   below the entry.
/// - Idea: a bar that gives back what it took shows that the other side has come.
/// - Breaks: the forms are frequent; without the low around them they say nothing.
/// - Source: Nison, Japanese Candlestick Charting Techniques, 1991.
public struct CandleReversal: Strategy {
    @Parameter(2...250) var window = 10
    @Parameter(0.5...20) var stopRanges = 2.0

    /// The rule with its defaults.
    public init() {}

    /// Enters at a bullish form at a low, leaves at a bearish one.
    public func target(_ bars: Bars) -> TargetExposure {
        let engulfing = bars.engulfing
        let isBullish =
            bars.hammer || bars.piercing || engulfing.bullish || bars.morningStar()
        let isBearish =
            bars.eveningStar() || bars.darkCloudCover() || engulfing.bearish || bars.shootingStar
        let isLow = bars.low.lowest(period: 2) <= bars.low.lowest(period: window)
        return .long(
            enter: isBullish && isLow, exit: isBearish,
            stop: .distance(Signal(stopRanges) * bars.atr(period: 14)))
    }
}
