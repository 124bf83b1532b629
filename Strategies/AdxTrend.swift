import Signals

/// Follows a direction once the trend is strong, with a stop of its own.
///
/// - Rule: enters as +DI(period) comes to lie above −DI(period) while ADX(period) is above
///   `strength`; leaves as −DI comes to lie above, or at a stop `stopRanges` average true ranges
///   below the entry.
/// - Idea: movement in one direction that outweighs the other for weeks is a trend; the index says
///   whether there is one, so sideways markets are let pass.
/// - Breaks: entries are late, and a short trend is over before it counts as one.
/// - Source: Wilder, New Concepts in Technical Trading Systems, 1978.
public struct AdxTrend: Strategy {
    @Parameter(2...100) var period = 14
    @Parameter(1...80) var strength = 20.0
    @Parameter(0.5...20) var stopRanges = 3.0

    /// The rule with its defaults.
    public init() {}

    /// Enters as the direction turns up in a strong trend, leaves as it turns down.
    public func target(_ bars: Bars) -> TargetExposure {
        let (rising, falling) = (bars.plusDI(period: period), bars.minusDI(period: period))
        let isStrong = bars.adx(period: period) > Signal(strength)
        return .long(
            enter: (rising > falling && isStrong).begins, exit: falling.crosses(above: rising),
            stop: .distance(Signal(stopRanges) * bars.atr(period: period)))
    }
}
