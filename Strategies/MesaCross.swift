import Signals

/// Holds while an average that follows the dominant cycle is above its follower.
///
/// - Rule: enters as MAMA comes to lie above FAMA, leaves as it comes to lie below.
/// - Idea: the average moves with the phase of the cycle it measures, so it is fast at turns alone.
/// - Breaks: prices without a cycle; then the measured phase is noise.
/// - Source: Ehlers, MESA and Trading Market Cycles, 2002.
public struct MesaCross: Strategy {
    @Parameter(0.1...0.9) var fastLimit = 0.5
    @Parameter(0.01...0.1) var slowLimit = 0.05

    /// The rule with its defaults.
    public init() {}

    /// Enters as the average comes above its follower, leaves as it comes below.
    public func target(_ bars: Bars) -> TargetExposure {
        let lines = bars.medianPrice.mama(fastLimit: fastLimit, slowLimit: slowLimit)
        return .long(
            enter: lines.mama.crosses(above: lines.fama),
            exit: lines.mama.crosses(below: lines.fama))
    }
}
