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

    /// What is wrong with a target that no gain reaches; nil where nothing is.
    package var mistake: String? {
        guard case .percent(let fraction) = self, !(fraction > 0 && fraction.isFinite) else {
            return nil
        }
        return "a target's percent is a fraction above 0, was \(fraction)"
    }
}
