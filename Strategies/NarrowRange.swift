import Signals

/// Buys a close above the narrowest bar of a week.
///
/// - Rule: enters while the bar before has the least range of its last `period` bars and the close
///   is above its high; leaves while the close is below the lowest low of the `exitPeriod` bars
///   before, or at a stop at the low of the bar of entry.
/// - Idea: ranges contract before they expand; the first close outside says which way.
/// - Breaks: holidays, whose bars are narrow for no reason.
/// - Source: Crabel, Day Trading with Short Term Price Patterns and Opening Range Breakout, 1990.
public struct NarrowRange: Strategy {
    @Parameter(2...50) var period = 7
    @Parameter(1...50) var exitPeriod = 5

    /// The rule with its defaults.
    public init() {}

    /// Enters above a narrow bar, leaves below the lows before.
    public func target(_ bars: Bars) -> TargetExposure {
        let range = bars.high - bars.low
        let isNarrow = range <= range.lowest(period: period)
        let floor = bars.low.lowest(period: exitPeriod).lagged(by: 1)
        return .long(
            enter: isNarrow.lagged(by: 1) && bars.close > bars.high.lagged(by: 1),
            exit: bars.close < floor, stop: .price(bars.low))
    }
}
