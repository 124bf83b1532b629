/// The scale against which the rounding of a kernel is measured: its outputs lie within 8 ulp of
/// it from what the definition gives.
public enum KernelMagnitude: Hashable, Sendable {
    /// Nothing is rounded.
    case exact
    /// The output itself.
    case output
    /// A number, such as the 100 of a percentage.
    case number(Double)
    /// The largest |input| of the window.
    case window
    /// The largest distance between inputs of the window.
    case spread
    /// The largest |input| so far.
    case history
    /// The sum of all |terms| so far.
    case total
    /// The largest intermediate value of the definition.
    case intermediate
}
