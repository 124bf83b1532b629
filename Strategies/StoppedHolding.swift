import Signals

/// Holds always, but for a while after a fall.
///
/// - Rule: enters whenever it is out; leaves at a stop `fall` below the best price since the entry,
///   and stays out for `pause` bars.
/// - Idea: if falls are followed by falls, a stop saves more than the late return costs.
/// - Breaks: sharp falls that are made good at once: it sells at the low and buys back higher.
/// - Source: Kaminski, Lo, Journal of Financial Markets 18, 2014.
public struct StoppedHolding: Strategy {
    @Parameter(0.01...0.9) var fall = 0.15
    @Parameter(1...250) var pause = 20

    /// The rule with its defaults.
    public init() {}

    /// Enters at once, leaves at the trailing stop, waits.
    public func target(_ bars: Bars) -> TargetExposure {
        .long(
            enter: bars.close > 0, stop: .trailingPercent(fall), limits: Limits(coolDown: pause))
    }
}
