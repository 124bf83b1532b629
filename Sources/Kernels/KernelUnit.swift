/// What the outputs of a kernel count in.
public enum KernelUnit: Hashable, Sendable {
    /// The unit of the first input.
    case input
    /// Distances in the unit of the first input.
    case distance
    /// The unit of the first input, squared.
    case square
    /// Percent.
    case percent
    /// Bars.
    case bars
    /// Units traded.
    case volume
    /// The product of the inputs' units.
    case product
    /// A plain number.
    case number
}
