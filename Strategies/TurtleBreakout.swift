import Signals

/// The long side of the Turtles' slow system: sized by the risk to the stop, and pyramiding.
///
/// - Rule: enters while the close is above the highest high of the `entryPeriod` bars before it;
///   leaves while it is below the lowest low of the `exitPeriod` bars before it, or at a stop
///   `stopRanges` average true ranges below the entry, which costs `risk` of the equity. Buys as
///   much again each time the close is a quarter of that distance above the last entry, up to
///   `units` in all, and moves the stop of all up to the same distance below it.
/// - Idea: large moves begin as new highs; equal risk makes quiet and wild markets count alike.
/// - Breaks: two breakouts of three fail, and long stretches without a trend cost patience.
/// - Source: Faith, Way of the Turtle, 2007.
public struct TurtleBreakout: Strategy {
    @Parameter(2...500) var entryPeriod = 55
    @Parameter(1...500) var exitPeriod = 20
    @Parameter(0.5...10) var stopRanges = 2.0
    @Parameter(0.001...0.05) var risk = 0.0025
    @Parameter(2...10) var units = 4

    /// The rule with its defaults.
    public init() {}

    /// Enters above the highest high before this bar, leaves below the lowest low before it.
    public func target(_ bars: Bars) -> TargetExposure {
        let ceiling = bars.high.highest(period: entryPeriod).lagged(by: 1)
        let floor = bars.low.lowest(period: exitPeriod).lagged(by: 1)
        return .long(
            enter: bars.close > ceiling, exit: bars.close < floor,
            stop: .distance(Signal(stopRanges) * bars.atr(period: 20)),
            size: .risk(fraction: risk),
            limits: Limits(scaleIn: Limits.ScaleIn(units: units, every: .risk(0.25))))
    }
}
