import Signals

/// Holds for a month what has risen over the year before the last month.
///
/// - Rule: at the first bar of each month, enters if the close of `skip` bars ago is above that of
///   `period` bars ago, else leaves.
/// - Idea: winners of a year go on winning; the last month is skipped, as it tends to reverse.
/// - Breaks: turns of the whole market: after a crash the rule sits out the first year of a rise.
/// - Source: Jegadeesh, Titman, Journal of Finance 48 (1), 1993; on one asset: Moskowitz, Ooi,
///   Pedersen, Journal of Financial Economics 104 (2), 2012.
public struct YearlyMomentum: Strategy {
    @Parameter(40...1000) var period = 252
    @Parameter(0...39) var skip = 21

    /// The rule with its defaults.
    public init() {}

    /// Decides once a month by the sign of the skipped year's return.
    public func target(_ bars: Bars) -> TargetExposure {
        let (recent, old) = (bars.close.lagged(by: skip), bars.close.lagged(by: period))
        let isFirst = bars.session(.month).mom(period: 1) > 0
        return .long(enter: isFirst && recent > old, exit: isFirst && recent <= old)
    }
}
