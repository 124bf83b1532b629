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
    ///   - others: the shares of the equity that other instruments hold and owe.
    ///   - rules: costs, lots and the band within which nothing is traded.
    init(
        _ lines: [Line], equity: Double, others: (held: Double, owed: Double) = (0, 0),
        _ rules: TradingRules
    ) {
        self.rules = rules
        let isStill = lines.map { line in
            let distance = (line.weight - line.held * line.price / equity).magnitude
            return line.weight != 0 && distance <= max(rules.band, 1e-12)
        }
        let still = zip(lines, isStill).filter(\.1).map { $0.0.held * $0.0.price / equity }
        let factor = Self.factor(
            zip(lines, isStill).filter { !$0.1 }.map(\.0.weight),
            held: others.held + still.filter { $0 > 0 }.reduce(0, +),
            owed: others.owed - still.filter { $0 < 0 }.reduce(0, +))
        let weights = lines.map { $0.weight * factor }
        // Each round pays the costs of the one before: the error shrinks by the rate of the costs.
        var rest = equity
        for _ in 0..<100 {
            units = lines.indices.map { index in
                isStill[index] ? nil : target(weights[index], of: lines[index], equity: rest)
            }
            let costs = zip(lines, units).map { line, units in
                units.map { cost($0 - line.held, at: line.price) } ?? 0
            }
            let next = equity - costs.reduce(0, +)
            if next == rest { break }
            rest = next
        }
        units = zip(lines, units).map { line, units in units == line.held ? nil : units }
    }

    /// What brings both sides within what is left of the equity: 1 where they are.
    private static func factor(_ weights: [Double], held: Double, owed: Double) -> Double {
        func room(_ weights: [Double], _ taken: Double) -> Double {
            let wanted = weights.reduce(0, +)
            return wanted + taken <= 1 ? 1 : max(0, 1 - taken) / wanted
        }
        return min(
            room(weights.filter { $0 > 0 }, held),
            room(weights.filter { $0 < 0 }.map(\.magnitude), owed))
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
