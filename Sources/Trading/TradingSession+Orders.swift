import MarketData

/// A wish to trade at the market.
struct Order: Hashable, Sendable {
    /// What closes, if anything does.
    var closes: Trade.Reason?
    /// The side that opens or grows: +1, −1 or 0.
    var direction: Double
    /// True where it adds to what is held.
    var adds = false
    /// The stop's distance or price, split-adjusted while it rests; NaN without one.
    var stop: Double
    /// The target's distance or price.
    var target: Double
    /// Units decided beforehand; NaN where the fill decides.
    var quantity: Double
    /// The share of the equity to hold, which the fill turns into units; NaN for other orders.
    var weight = Double.nan
    /// True where it takes a part of what is held home.
    var reduces = false
    /// What decides between entries where there is no room for all.
    var rank = Double.nan
    /// False where the account has no room for it.
    var hasSlot = true
    /// The row of the bar that decided it.
    let row: Int
    /// The start of that bar.
    let time: Timestamp

    /// What it is for.
    var purpose: SentOrder.Purpose {
        weight.isFinite ? .rebalance : adds ? .scaleIn : closes?.purpose ?? .entry
    }
}

extension TradingSession {
    func isBuy(_ order: Order) -> Bool {
        order.direction == 0 ? position?.direction == -1 : order.direction > 0
    }

    /// Entry and exit true at once: a position leaves, and who is flat stays flat.
    mutating func order(for decision: Decision) -> Order? {
        let wishes = decision.wishes
        let isLong = wishes.contains(.enterLong) && !wishes.contains(.exitLong)
        let isShort = wishes.contains(.enterShort) && !wishes.contains(.exitShort)
        let mayEnter = !isHalted && row - exitRow >= rules.limits.coolDown
        if isLong && isShort && position == nil {
            reject(.conflict)
            return nil
        }
        guard let position else {
            let direction = !mayEnter ? 0 : isLong ? 1.0 : isShort ? -1.0 : 0
            return direction == 0 ? nil : entry(direction, decision, closes: nil)
        }
        let isHeldLong = position.quantity > 0
        if isHeldLong ? isShort && !isLong : isLong && !isShort {
            // An exit and an entry at once: no pause could lie between them.
            guard mayEnter, rules.limits.coolDown == 0 else { return exit(.signal) }
            return entry(isHeldLong ? -1 : 1, decision, closes: .reversal) ?? exit(.signal)
        }
        let leaves = wishes.contains(isHeldLong ? .exitLong : .exitShort)
        return leaves ? exit(.signal) : nil
    }

    func exit(_ reason: Trade.Reason) -> Order {
        Order(
            closes: reason, direction: 0, stop: .nan, target: .nan, quantity: .nan, row: row,
            time: bar.time)
    }

    /// Nil, and counted, when the stop, the target or the size is unknown.
    private mutating func entry(
        _ direction: Double, _ decision: Decision, closes: Trade.Reason?
    ) -> Order? {
        let quantity = decidedQuantity(decision, direction: direction)
        let isKnown =
            (!rules.stop.takesValue || decision.stop.isFinite)
            && (!rules.target.takesValue || decision.target.isFinite) && quantity != 0
        guard isKnown else {
            reject(.unknownLevel)
            log.add(.entry, isBuy: direction > 0, row: row, bar.time, .rejected(.unknownLevel))
            return nil
        }
        return Order(
            closes: closes, direction: direction, stop: decision.stop, target: decision.target,
            quantity: quantity, rank: decision.rank, row: row, time: bar.time)
    }

    /// The units that a share of the equity buys at the close; 0 where it is unknown.
    private func units(ofShare share: Double) -> Double {
        let quantity = share * equity / mark
        return quantity.isFinite && quantity > 0 ? quantity : 0
    }

    /// NaN where the fill decides, 0 where the size is unknown.
    private func decidedQuantity(_ decision: Decision, direction: Double) -> Double {
        switch rules.sizing {
        case .allIn, .fraction: return .nan
        case .fixed(let quantity): return quantity
        case .cash(let amount):
            let quantity = amount / mark
            return quantity.isFinite ? quantity : 0
        case .equity(let share): return units(ofShare: share)
        case .weight: return units(ofShare: decision.weight)
        case .risk(let fraction):
            let level = rules.stop.price(
                from: mark, value: decision.stop, direction: -direction)
            let quantity = fraction * equity / (mark - level).magnitude
            return quantity.isFinite ? quantity : 0
        }
    }

    mutating func reject(_ reason: Rejection.Reason) {
        rejections.append(Rejection(row: row, time: bar.time, reason: reason))
    }
}

extension TradingRules.Level {
    /// True when the decision must bring a value.
    package var takesValue: Bool {
        switch self {
        case .none, .percent, .trailingPercent: false
        case .distance, .price, .trailingDistance, .chandelier: true
        }
    }

    /// The level's price, `direction` away from the entry; NaN without one.
    package func price(from entry: Double, value: Double, direction: Double) -> Double {
        switch self {
        case .none: .nan
        case .percent(let fraction), .trailingPercent(let fraction):
            entry * (1 + direction * fraction)
        case .distance, .trailingDistance, .chandelier: entry + direction * value
        case .price: value
        }
    }
}
