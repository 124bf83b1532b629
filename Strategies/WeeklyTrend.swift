import Signals

/// Buys a dip of days in a rise of weeks.
///
/// - Rule: enters while the MACD histogram of weeks rises and the force index of days, averaged
///   over `force` bars, is below 0; leaves as the weekly histogram falls, or at a stop
///   `stopRanges` average true ranges below the entry. A week is known once it has closed.
/// - Idea: the tide of weeks says the direction, the wave of days the price.
/// - Breaks: a weekly turn is seen at its end; by then the dip was the turn.
/// - Source: Elder, Trading for a Living, 1993 (triple screen).
public struct WeeklyTrend: Strategy {
    @Parameter(1...20) var force = 2
    @Parameter(0.5...20) var stopRanges = 3.0

    /// The rule with its defaults.
    public init() {}

    /// Enters in a daily dip of a weekly rise, leaves as the weeks turn.
    public func target(_ bars: Bars) -> TargetExposure {
        let tide = bars.resampled(to: .week).close.macd(fast: 12, slow: 26, signal: 9).histogram
        let before = tide.lagged(by: 1)
        return .long(
            enter: tide > before && bars.forceIndex(period: force) < 0, exit: tide < before,
            stop: .distance(Signal(stopRanges) * bars.atr(period: 14)))
    }
}
