import Signals

/// Buys a new low of the price that its momentum does not confirm.
///
/// - Rule: enters at the bar after a low that is the lowest of `window` bars, if the MACD
///   histogram is below 0 there but above `depth` times its own lowest of those bars, and rises
///   now; leaves as the histogram comes to lie below 0 after having been above, or at a stop
///   `stopRanges` average true ranges below the entry.
/// - Idea: sellers who push a price to a new low with less force than before are running out.
/// - Breaks: a long decline shows one divergence after the other, and all but the last are wrong.
/// - Source: Elder, Trading for a Living, 1993.
public struct MacdDivergence: Strategy {
    @Parameter(5...250) var window = 40
    @Parameter(0.1...1) var depth = 0.6
    @Parameter(0.5...20) var stopRanges = 2.0

    /// The rule with its defaults.
    public init() {}

    /// Enters as the histogram turns up from an unconfirmed low, leaves as it falls below 0.
    public func target(_ bars: Bars) -> TargetExposure {
        let histogram = bars.close.macd(fast: 12, slow: 26, signal: 9).histogram
        let isNewLow = bars.low <= bars.low.lowest(period: window)
        let isUnconfirmed =
            histogram < 0 && histogram > Signal(depth) * histogram.lowest(period: window)
        return .long(
            enter: (isNewLow && isUnconfirmed).lagged(by: 1) && histogram.rising(),
            exit: histogram.crosses(below: 0),
            stop: .distance(Signal(stopRanges) * bars.atr(period: 14)))
    }
}
