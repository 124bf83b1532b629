import Signals

/// Holds while the price is unusually far above its mean.
///
/// - Rule: enters as CCI(period) comes to lie above `level`, leaves as it comes to lie below.
/// - Idea: seven values of ten lie within ±100; beyond it something is going on.
/// - Breaks: most excursions are short, so there are many entries near a top.
/// - Source: Lambert, Commodity Channel Index, Commodities, October 1980.
public struct CciTrend: Strategy {
    @Parameter(2...250) var period = 20
    @Parameter(0...300) var level = 100.0

    /// The rule with its defaults.
    public init() {}

    /// Enters above the level, leaves below it.
    public func target(_ bars: Bars) -> TargetExposure {
        let index = bars.cci(period: period)
        return .long(
            enter: index.crosses(above: Signal(level)), exit: index.crosses(below: Signal(level)))
    }
}
