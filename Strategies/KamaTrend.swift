import Signals

/// Holds while an adaptive average rises by more than its noise.
///
/// - Rule: enters while KAMA(period) is above its lowest of `window` bars by more than `filter`
///   standard deviations of its changes; leaves while it is below its highest by as much.
/// - Idea: the average stands still in noise, so that a move of it means something.
/// - Breaks: a jump and nothing after it: efficient for `period` bars, and at its end already.
/// - Source: Kaufman, Smarter Trading, 1995.
public struct KamaTrend: Strategy {
    @Parameter(2...100) var period = 10
    @Parameter(2...100) var window = 20
    @Parameter(0.05...5) var filter = 1.0

    /// The rule with its defaults.
    public init() {}

    /// Enters as the average has risen from its low, leaves as it has fallen from its high.
    public func target(_ bars: Bars) -> TargetExposure {
        let average = bars.close.kama(period: period)
        let noise =
            Signal(filter) * average.mom(period: 1).standardDeviation(period: window)
        return .long(
            enter: average - average.lowest(period: window) > noise,
            exit: average.highest(period: window) - average > noise)
    }
}
