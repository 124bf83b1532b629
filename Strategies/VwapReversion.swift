import Signals

/// Buys below the price that most was paid, sells at it.
///
/// - Rule: enters while the close is below VWAP(period) by more than `ranges` average true ranges;
///   leaves while it is above VWAP(period), or at a stop `stopRanges` average true ranges below.
/// - Idea: large orders are judged by VWAP, so buyers wait below it.
/// - Breaks: news; the mean price of last week says nothing about what a firm is worth now.
/// - Source: Berkowitz, Logue, Noser, Journal of Finance 43 (1), 1988, for VWAP as the benchmark.
public struct VwapReversion: Strategy {
    @Parameter(2...250) var period = 10
    @Parameter(0.1...10) var ranges = 1.5
    @Parameter(0.5...20) var stopRanges = 3.0

    /// The rule with its defaults.
    public init() {}

    /// Enters some ranges below the average price, leaves above it.
    public func target(_ bars: Bars) -> TargetExposure {
        let (price, range) = (bars.vwap(period: period), bars.atr(period: 14))
        return .long(
            enter: bars.close < price - Signal(ranges) * range, exit: bars.close > price,
            stop: .distance(Signal(stopRanges) * range))
    }
}
