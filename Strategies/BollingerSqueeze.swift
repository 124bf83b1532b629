import Signals

/// Buys the way out of a narrow range.
///
/// - Rule: enters as the close comes to lie above the upper band, if the width of the bands over
///   their middle was the least of `memory` bars at one of the `patience` bars before; leaves
///   while the close is below the middle.
/// - Idea: volatility comes in waves, so a calm precedes a move; the band says which way.
/// - Breaks: the first move out of a calm is often the wrong one.
/// - Source: Bollinger, Bollinger on Bollinger Bands, 2001.
public struct BollingerSqueeze: Strategy {
    @Parameter(5...200) var period = 20
    @Parameter(0.5...5) var deviations = 2.0
    @Parameter(20...500) var memory = 125
    @Parameter(1...50) var patience = 10

    /// The rule with its defaults.
    public init() {}

    /// Enters above the upper band soon after a squeeze, leaves below the middle.
    public func target(_ bars: Bars) -> TargetExposure {
        let bands = bars.close.bollinger(period: period, deviations: deviations)
        let width = (bands.upper - bands.lower) / bands.middle
        let isSqueezed = (width <= width.lowest(period: memory)).within(patience).lagged(by: 1)
        return .long(
            enter: bars.close.crosses(above: bands.upper) && isSqueezed,
            exit: bars.close < bands.middle)
    }
}
