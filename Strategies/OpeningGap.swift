import Signals

/// Buys an opening below the low of the day before that is made good by the close.
///
/// - Rule: enters at a bar that opens below the low of the bar before and closes above it; leaves
///   `holding` bars later, or at a stop at that bar's low.
/// - Idea: who sold in fear at the open has to buy back; the gap is closed and more.
/// - Breaks: gaps on real news, which are closed for a day only.
/// - Source: Williams, How I Made One Million Dollars Last Year Trading Commodities, 1973 (Oops!).
public struct OpeningGap: Strategy {
    @Parameter(1...50) var holding = 5

    /// The rule with its defaults.
    public init() {}

    /// Enters after a gap that was closed, leaves some bars later.
    public func target(_ bars: Bars) -> TargetExposure {
        let floor = bars.low.lagged(by: 1)
        let isClosed = bars.open < floor && bars.close > floor
        return .long(
            enter: isClosed, stop: .price(bars.low), limits: Limits(maxBars: holding))
    }
}
