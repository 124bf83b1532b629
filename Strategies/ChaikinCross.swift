import Signals

/// Buys as accumulation gains speed in a rise.
///
/// - Rule: enters as Chaikin's oscillator (fast, slow) comes to lie above 0 while the close is
///   above SMA(trend); leaves as it comes to lie below 0.
/// - Idea: closes near the high on growing volume say that somebody is collecting.
/// - Breaks: it looks within bars only: a gap against the position does not count.
/// - Source: Chaikin, in: Achelis, Technical Analysis from A to Z, 1995.
public struct ChaikinCross: Strategy {
    @Parameter(2...50) var fast = 3
    @Parameter(3...200) var slow = 10
    @Parameter(10...500) var trend = 90

    /// The rule with its defaults.
    public init() {}

    /// Enters as the oscillator turns positive in a rise, leaves as it turns negative.
    public func target(_ bars: Bars) -> TargetExposure {
        let oscillator = bars.accumulationOscillator(fast: fast, slow: slow)
        return .long(
            enter: oscillator.crosses(above: 0) && bars.close > bars.close.sma(period: trend),
            exit: oscillator.crosses(below: 0))
    }
}
