import Signals

/// Holds while the SuperTrend points upward.
///
/// - Rule: enters as SuperTrend(period, multiple) turns up, leaves as it turns down.
/// - Idea: a band of average ranges that only tightens; a close beyond it is a turn.
/// - Breaks: sideways markets wider than the band: it buys high and sells low, turn by turn.
/// - Source: Seban, Le SuperTrend, 2009.
public struct SuperTrendFlip: Strategy {
    @Parameter(2...200) var period = 10
    @Parameter(0.5...10) var multiple = 3.0

    /// The rule with its defaults.
    public init() {}

    /// Enters as the trend turns up, leaves as it turns down.
    public func target(_ bars: Bars) -> TargetExposure {
        let trend = bars.superTrend(period: period, multiple: multiple).trend
        return .long(enter: trend.crosses(above: 0), exit: trend.crosses(below: 0))
    }
}
