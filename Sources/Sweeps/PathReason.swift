/// Why a cell cannot take a faster path.
public enum PathReason: Hashable, Sendable, CustomStringConvertible {
    /// Orders are booked when the next bar begins.
    case fillBookedLater
    /// A price is not above zero, or not finite.
    case unsoundPrice
    /// A dividend takes money.
    case negativeDividend
    /// The commission is more than a rate.
    case commission
    /// Units are whole.
    case wholeUnits
    /// The size is neither all of the cash nor a fraction of it.
    case sizing
    /// Slippage takes the whole price.
    case slippage
    /// A stop or a target that each close moves, or that no side has.
    case level
    /// A limit that depends on the equity or on prices on the way.
    case limits(String)
    /// What lanes alone cannot express.
    case lanes(String)

    /// The reason in words.
    public var description: String {
        switch self {
        case .fillBookedLater: "orders are booked when the next bar begins"
        case .unsoundPrice: "a price is not above zero, or not finite"
        case .negativeDividend: "a dividend takes money"
        case .commission: "the commission is more than a rate"
        case .wholeUnits: "units are whole"
        case .sizing: "the size is neither all of the cash nor a fraction of it"
        case .slippage: "slippage takes the whole price"
        case .level: "a stop or target does not follow from its entry"
        case .limits(let words): "the limits '\(words)' follow the account bar by bar"
        case .lanes(let words): words
        }
    }
}
