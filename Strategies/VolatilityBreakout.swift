import Signals

/// Buys a rise larger than usual, sells a fall as large.
///
/// - Rule: enters while the close is above the close before by more than `share` × ATR(period) as
///   it was then; leaves while it is below the close before by as much.
/// - Idea: a move beyond the usual range is news, and news is not priced in one day.
/// - Breaks: wild sideways markets, in which large days follow each other in both directions.
/// - Source: Williams, Long-Term Secrets to Short-Term Trading, 1999.
public struct VolatilityBreakout: Strategy {
    @Parameter(2...200) var period = 10
    @Parameter(0.1...5) var share = 0.9

    /// The rule with its defaults.
    public init() {}

    /// Enters after a large rise, leaves after a large fall.
    public func target(_ bars: Bars) -> TargetExposure {
        let change = bars.close.mom(period: 1)
        let usual = Signal(share) * bars.atr(period: period).lagged(by: 1)
        return .long(enter: change > usual, exit: change < -usual)
    }
}
