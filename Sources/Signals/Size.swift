/// How much an entry buys or sells.
public enum Size: Hashable, Sendable {
    /// All the free cash, at the fill price.
    case allIn
    /// A fraction of the free cash, at the fill price.
    case fraction(Double)
    /// A number of units.
    case fixed(Double)
    /// The units that lose this fraction of the equity at the stop, taken at the decision.
    case risk(fraction: Double)
}
