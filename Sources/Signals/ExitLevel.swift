/// A price at which a position is taken home.
public enum ExitLevel: Sendable {
    /// Never.
    case none
    /// A fraction of the entry price: 0.05 is five percent.
    case percent(Double)
    /// A distance in price from the entry, taken at the bar that decided the entry.
    case distance(Signal)
    /// A price, taken at the bar that decided the entry.
    case price(Signal)
}
