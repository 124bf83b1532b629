import Trading

/// How much an entry of a rule buys or sells.
public enum Sizing: Sendable {
    /// All the free cash, at the fill price.
    case allIn
    /// A fraction of the free cash, at the fill price.
    case fraction(Double)
    /// A number of units.
    case fixed(Double)
    /// An amount of money, at the close that decides.
    case cash(Double)
    /// A share of the equity, at the close that decides, cut to what the cash pays for.
    case equity(Double)
    /// The units that lose this fraction of the equity at the stop, taken at the decision.
    case risk(fraction: Double)
    /// A share of the equity that a signal says at the decision, 1 for all of it; cut to what the
    /// cash pays for.
    case weight(Signal)

    /// What is wrong with a size that no order could have; nil where nothing is.
    package var mistake: String? {
        switch self {
        case .fraction(let fraction) where !(fraction > 0 && fraction <= 1):
            "a size's fraction of the cash is above 0 and at most 1, was \(fraction)"
        case .risk(let fraction) where !(fraction > 0 && fraction <= 1):
            "a size's risk is a fraction of the equity above 0 and at most 1, was \(fraction)"
        case .fixed(let units) where !(units > 0 && units.isFinite):
            "a fixed size is a number of units above 0, was \(units)"
        case .cash(let money) where !(money > 0 && money.isFinite):
            "a size in cash is an amount above 0, was \(money)"
        case .equity(let share) where !(share > 0 && share <= 1):
            "a size's share of the equity is above 0 and at most 1, was \(share)"
        case .allIn, .fraction, .fixed, .cash, .equity, .risk, .weight: nil
        }
    }

    /// The same share of the equity for each of `count` positions.
    public static func equalWeight(of count: Int) -> Sizing {
        demand(count >= 1, "equal weights are those of at least 1 position, was \(count)")
        return .weight(Signal(1 / Double(count)))
    }

    /// A share by the inverse of a deviation, of those of the whole universe: the calm get more.
    public static func inverseVolatility(of deviation: Signal) -> Sizing {
        .weight((1 / deviation).shareOfUniverse())
    }

    /// As much as makes the position vary by `target` a year, and never more than the equity.
    ///
    /// - Parameters:
    ///   - target: the deviation of a year's return that is wanted, 0.15 for fifteen percent.
    ///   - deviation: that of the instrument, likewise of a year.
    /// - Returns: the target over the deviation, at most 1.
    public static func volatility(target: Double, of deviation: Signal) -> Sizing {
        .weight(.minimum(Signal(target) / deviation, 1))
    }
}
