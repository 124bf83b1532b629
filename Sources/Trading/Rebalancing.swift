/// Weights turned into units: what each instrument is to hold once the orders are paid.
///
/// A weight is a share of the equity that is left after the orders' own costs, so that holding the
/// weights already leads to no order. Where the weights of one side are more than the whole equity,
/// all of them are scaled by one factor.
struct Rebalancing {
    /// One instrument that is brought to a weight.
    struct Line {
        /// The share of the equity; negative for one that is owed.
        let weight: Double
        /// The price at which it is traded, before slippage.
        let price: Double
        /// The signed units held now.
        let held: Double
    }

    /// The signed units that each line is to hold; nil where nothing is traded.
    private(set) var units: [Double?] = []

    private let rules: TradingRules

    /// The units of some lines.
    ///
    /// - Parameters:
    ///   - lines: what is brought to a weight.
    ///   - equity: of the whole account at these prices, before any order.
    ///   - others: what other instruments hold and owe, in money.
    ///   - rules: costs, lots and the band within which nothing is traded.
    init(
        _ lines: [Line], equity: Double, others: (held: Double, owed: Double) = (0, 0),
        _ rules: TradingRules
    ) {
        self.rules = rules
        let whole = Self.factor(lines.map(\.weight), equity, others)
        let isStill = lines.map { line in
            let distance = (line.weight * whole - line.held * line.price / equity).magnitude
            return line.weight != 0 && distance <= max(rules.band, 1e-12)
        }
        // What stays as it is takes its room.
        var taken = others
        for (line, isStill) in zip(lines, isStill) where isStill {
            taken.held += max(0, line.held * line.price)
            taken.owed -= min(0, line.held * line.price)
        }
        let moving = zip(lines, isStill).map { $1 ? 0 : $0.weight }
        // Each round pays the costs of the one before: the error shrinks by the rate of the costs.
        var rest = equity
        for _ in 0..<100 {
            let factor = Self.factor(moving, rest, taken)
            units = lines.indices.map { index in
                isStill[index]
                    ? nil : target(moving[index] * factor, of: lines[index], equity: rest)
            }
            let costs = zip(lines, units).map { line, units in
                units.map { cost($0 - line.held, at: line.price) } ?? 0
            }
            let next = equity - costs.reduce(0, +)
            if next == rest { break }
            rest = next
        }
        // What rounding alone would trade is nothing.
        units = zip(lines, units).map { line, units in
            guard let units else { return nil }
            let change = (units - line.held).magnitude
            return change <= 1e-12 * max(units.magnitude, line.held.magnitude) ? nil : units
        }
    }

    /// What brings both sides within what is left of the equity: 1 where they are.
    private static func factor(
        _ weights: [Double], _ equity: Double, _ taken: (held: Double, owed: Double)
    ) -> Double {
        func room(_ weights: [Double], _ taken: Double) -> Double {
            let wanted = weights.reduce(0, +)
            // A side that nobody asks for bounds nothing.
            return wanted == 0 || wanted + taken / equity <= 1
                ? 1 : max(0, 1 - taken / equity) / wanted
        }
        return min(
            room(weights.filter { $0 > 0 }, taken.held),
            room(weights.filter { $0 < 0 }.map(\.magnitude), taken.owed))
    }

    private func target(_ weight: Double, of line: Line, equity: Double) -> Double {
        let units = weight * max(0, equity) / line.price
        return rules.isWholeUnits ? units.rounded(.towardZero) : units
    }

    /// The fee and the slippage of a change.
    private func cost(_ change: Double, at price: Double) -> Double {
        guard change != 0 else { return 0 }
        let paid = price * (1 + (change < 0 ? -1 : 1) * rules.slippage)
        return rules.commission.fee(quantity: change, price: paid)
            + change.magnitude * price * rules.slippage
    }
}
