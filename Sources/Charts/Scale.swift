/// A mapping from values to positions along an axis.
public protocol Scale: Sendable {
    /// The position of a value, in the drawing's units.
    func position(of value: Double) -> Double
    /// Round values to label, ascending, and the distance that decides their decimals.
    func ticks(atMost count: Int) -> NiceTicks
}
