/// A price at which a position is given up.
public enum StopLevel: Sendable {
    /// Never.
    case none
    /// A fraction of the entry price: 0.05 is five percent.
    case percent(Double)
    /// A distance in price from the entry, taken at the bar that decided the entry: two average
    /// true ranges are `.distance(2 * bars.atr(period: 14))`.
    case distance(Signal)
    /// A price, taken at the bar that decided the entry.
    case price(Signal)
    /// A fraction of the best price since the entry: it follows that price, and never goes back.
    case trailingPercent(Double)
    /// A distance from the best price since the entry, taken at the bar that decided the entry.
    case trailingDistance(Signal)
    /// A distance from the best price since the entry, as each close says anew: Le Beau's
    /// chandelier, with a multiple of the average true range. It never goes back.
    case chandelier(Signal)

    /// What is wrong with a stop that could never protect; nil where nothing is.
    package var mistake: String? {
        switch self {
        case .percent(let fraction), .trailingPercent(let fraction):
            fraction > 0 && fraction < 1
                ? nil : "a stop's percent is a fraction above 0 and below 1, was \(fraction)"
        case .none, .distance, .price, .trailingDistance, .chandelier: nil
        }
    }
}
