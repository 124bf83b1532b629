import Signals

/// Follows a rise from a new high until it has given back some average ranges.
///
/// - Rule: enters while the close is above the highest high of the `period` bars before it; leaves
///   as it comes to lie below the highest high of `period` bars less `multiple` × ATR(period).
/// - Idea: the exit hangs from the high like a chandelier, so gains are kept and noise is borne.
/// - Breaks: gaps below the exit, and markets that fall back by just a little more each time.
/// - Source: LeBeau, in: Elder, Come into My Trading Room, 2002.
public struct ChandelierTrend: Strategy {
    @Parameter(2...250) var period = 22
    @Parameter(0.5...10) var multiple = 3.0

    /// The rule with its defaults.
    public init() {}

    /// Enters at a new high, leaves below the chandelier.
    public func target(_ bars: Bars) -> TargetExposure {
        let exit = bars.chandelier(period: period, multiple: multiple).long
        return .long(
            enter: bars.close > bars.high.highest(period: period).lagged(by: 1),
            exit: bars.close.crosses(below: exit))
    }
}
