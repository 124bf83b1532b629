import Signals

/// Buys the lowest close of seven days in a rise, sells the highest.
///
/// - Rule: enters while the close is the lowest of `period` and above SMA(trend); leaves while it
///   is the highest of `period`.
/// - Idea: the simplest dip there is; if it works, no parameter made it work.
/// - Breaks: it waits for a new high however long that takes, and has no stop.
/// - Source: Connors, Alvarez, Short Term Trading Strategies That Work, 2009.
public struct DoubleSeven: Strategy {
    @Parameter(2...50) var period = 7
    @Parameter(10...500) var trend = 200

    /// The rule with its defaults.
    public init() {}

    /// Enters at a low of some closes in a rise, leaves at a high of as many.
    public func target(_ bars: Bars) -> TargetExposure {
        let close = bars.close
        return .long(
            enter: close <= close.lowest(period: period) && close > close.sma(period: trend),
            exit: close >= close.highest(period: period))
    }
}
