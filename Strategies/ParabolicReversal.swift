import Signals

/// Always in the market, on the side of the parabolic stop.
///
/// - Rule: turns long as the parabolic stop comes to lie below the price, short as it comes to lie
///   above.
/// - Idea: the stop accelerates after the price, so a position has to pay soon or be turned.
/// - Breaks: anything but a steady trend; a short side in a market that rises for decades.
/// - Source: Wilder, New Concepts in Technical Trading Systems, 1978.
public struct ParabolicReversal: Strategy {
    @Parameter(0.001...0.2) var acceleration = 0.02
    @Parameter(0.01...1) var maximum = 0.2

    /// The rule with its defaults.
    public init() {}

    /// Turns with the direction of the stop.
    public func target(_ bars: Bars) -> TargetExposure {
        let direction = bars.parabolicStop(acceleration: acceleration, maximum: maximum).direction
        let (up, down) = (direction.crosses(above: 0), direction.crosses(below: 0))
        return .longAndShort(enterLong: up, exitLong: down, enterShort: down, exitShort: up)
    }
}
