import Signals

/// Buys weakening bears in a rise.
///
/// - Rule: enters while EMA(period) rises and bear power, the low less the average, is below 0 and
///   above that of the bar before; leaves while the average falls, or at a stop `stopRanges`
///   average true ranges below the entry.
/// - Idea: the average is what most agree on; how far a bar gets below it is the bears' strength.
/// - Breaks: an average that rises and falls by turns: then every exit is followed by an entry.
/// - Source: Elder, Trading for a Living, 1993.
public struct ElderRay: Strategy {
    @Parameter(2...200) var period = 22
    @Parameter(0.5...20) var stopRanges = 2.0

    /// The rule with its defaults.
    public init() {}

    /// Enters as the bears weaken below a rising average, leaves as it falls.
    public func target(_ bars: Bars) -> TargetExposure {
        let average = bars.close.ema(period: period)
        let slope = average.mom(period: 1)
        let bears = bars.low - average
        return .long(
            enter: slope > 0 && bears < 0 && bears > bears.lagged(by: 1), exit: slope < 0,
            stop: .distance(Signal(stopRanges) * bars.atr(period: 14)))
    }
}
