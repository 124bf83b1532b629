/// How much an entry buys or sells, as plans and the command line say it.
public enum Size: Hashable, Sendable {
    /// All the free cash, at the fill price.
    case allIn
    /// A fraction of the free cash, at the fill price.
    case fraction(Double)
    /// A number of units.
    case fixed(Double)
    /// An amount of money, at the close that decides.
    case cash(Double)
    /// A share of the equity, at the close that decides.
    case equity(Double)
    /// The units that lose this fraction of the equity at the stop, taken at the decision.
    case risk(fraction: Double)
    /// A share of the equity that a node of the plan says at the decision.
    case weight(node: Int)
}
