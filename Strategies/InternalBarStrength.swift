import Signals

/// Buys a close at the low of its day, sells one at the high.
///
/// - Rule: enters while the close lies in the lowest `low` percent of its bar's range and above
///   SMA(trend); leaves while it lies above `high` percent.
/// - Idea: who sells into the close pays for it; the next day gives it back.
/// - Breaks: costs: it trades often for little; and bars whose close is an auction's print.
/// - Source: Pagonidis, The IBS Effect: Mean Reversion in Equity ETFs, 2013.
public struct InternalBarStrength: Strategy {
    @Parameter(1...50) var low = 10.0
    @Parameter(50...99) var high = 80.0
    @Parameter(10...500) var trend = 200

    /// The rule with its defaults.
    public init() {}

    /// Enters at the low of a bar in a rise, leaves at the high of one.
    public func target(_ bars: Bars) -> TargetExposure {
        let place = bars.stochasticFast(k: 1, d: 1).k
        return .long(
            enter: place < Signal(low) && bars.close > bars.close.sma(period: trend),
            exit: place > Signal(high))
    }
}
