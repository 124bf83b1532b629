import Signals

/// Buys a short, deep dip in a long rise.
///
/// - Rule: enters while the close is above SMA(trend) and RSI(period) is below `oversold`; leaves
///   while the close is above SMA(exitPeriod).
/// - Idea: within a rise, a few bars of falling prices are more often an overreaction than a turn.
/// - Breaks: a market that turns; the rule has no stop, and buys the first days of a crash.
/// - Source: Connors, Alvarez, Short Term Trading Strategies That Work, 2009.
public struct ConnorsRsi: Strategy {
    @Parameter(2...10) var period = 2
    @Parameter(1...40) var oversold = 10.0
    @Parameter(20...500) var trend = 200
    @Parameter(2...50) var exitPeriod = 5

    /// The rule with its defaults.
    public init() {}

    /// Enters in a dip above the long average, leaves above the short one.
    public func target(_ bars: Bars) -> TargetExposure {
        let isDip = bars.close.rsi(period: period) < Signal(oversold)
        return .long(
            enter: bars.close > bars.close.sma(period: trend) && isDip,
            exit: bars.close > bars.close.sma(period: exitPeriod))
    }
}
