/// The terms under which a session trades.
public struct TradingRules: Hashable, Sendable {
    /// How many units an entry trades.
    public enum Sizing: Hashable, Sendable {
        /// All the cash, at the fill price.
        case allIn
        /// A fraction of the cash, at the fill price.
        case fraction(Double)
        /// A number of units.
        case fixed(Double)
        /// An amount of money, at the close that decides.
        case cash(Double)
        /// A share of the equity, at the close that decides, cut to what the cash pays for.
        case equity(Double)
        /// The units that lose this fraction of the equity at the stop, taken at the decision.
        case risk(fraction: Double)
        /// The share of the equity that the decision says, likewise.
        case weight

        /// True for a size that is cut to what the cash pays for.
        var isShare: Bool {
            switch self {
            case .equity, .weight: true
            case .allIn, .fraction, .fixed, .cash, .risk: false
            }
        }
    }

    /// Where a stop or a target lies.
    public enum Level: Hashable, Sendable {
        /// Nowhere.
        case none
        /// A fraction of the entry price away.
        case percent(Double)
        /// The decision's value away from the entry price.
        case distance
        /// At the decision's value.
        case price
        /// A fraction of the best price since the entry away from it.
        case trailingPercent(Double)
        /// The decision's value away from the best price since the entry.
        case trailingDistance
        /// The value of each close's decision away from the best price since the entry.
        case chandelier

        /// True for a level that follows the best price.
        public var follows: Bool {
            switch self {
            case .none, .percent, .distance, .price: false
            case .trailingPercent, .trailingDistance, .chandelier: true
            }
        }
    }

    /// When a market order fills.
    public enum Fill: String, CaseIterable, Hashable, Sendable, Codable {
        /// At the open of the next bar.
        case nextOpen = "next-open"
        /// At the close that decided it.
        case sameClose = "same-close"
        /// At the close that decided it, booked when the next bar begins; so never on the last
        /// bar. This is how backtesting.py trades on close.
        case sameCloseBookedLater = "same-close-booked-later"
    }

    /// The starting cash.
    public var cash = 100_000.0
    /// The size of an entry.
    public var sizing = Sizing.allIn
    /// True when quantities are whole units.
    public var isWholeUnits = false
    /// What each order costs.
    public var commission = Commission(rate: 0.001)
    /// The fraction of the price that market and stop fills lose.
    public var slippage = 0.0
    /// When a market order fills.
    public var fill = Fill.nextOpen
    /// Where a position is given up.
    public var stop = Level.none
    /// Where a position is taken home.
    public var target = Level.none
    /// True when stop and target work on the entry's bar already.
    public var protectsEntryBar = true
    /// True when a size beyond the cash is cut to what is affordable instead of rejected.
    public var cutsToCash = false
    /// How far, as a fraction of the equity, a weight may lie from the one decided before anything
    /// is traded.
    public var band = 0.0
    /// What bounds a position and an account beside the decisions.
    public var limits = Limits()

    /// Finstage's default terms.
    public init() {}
}
