import MarketData
import Trading

/// One cell of a `LaneLedger`: what of a trading session its outcome needs, with the session's very
/// arithmetic in the same order, so that every number has the same bits.
struct LaneCell {
    /// What rests until its fill.
    struct Order {
        /// The side that opens: +1, −1 or 0.
        var direction: Double
        var closes: Bool
        var stop = Double.nan
        var target = Double.nan
        /// NaN where the fill decides.
        var quantity = Double.nan
    }

    var cash: Double
    /// Signed units; 0 when flat.
    private(set) var quantity = 0.0
    private(set) var order: Order?
    private(set) var stop = Double.nan
    private(set) var target = Double.nan
    private(set) var best = Double.nan
    private var distance = Double.nan
    private(set) var entryRow = 0
    private var exitRow = Int.min / 2
    private(set) var fees = 0.0
    private(set) var trades = 0
    /// The bars with a position at their close, but for one that is still open.
    private(set) var heldCount = 0

    init(cash: Double) { self.cash = cash }

    private var direction: Double { quantity < 0 ? -1 : 1 }

    // MARK: Fills

    /// Fills the resting order at a price.
    mutating func fillOrder(at price: Double, row: Int, _ rules: TradingRules) {
        guard let order else { return }
        self.order = nil
        let isLaterPart = order.closes && quantity != 0
        if order.closes { close(at: price, slipping: true, row: row, rules) }
        guard order.direction != 0, quantity == 0 else { return }
        let commission = rules.commission
        open(
            order, at: price, row: row,
            isLaterPart
                ? Commission(rate: commission.rate, perUnit: commission.perUnit) : commission,
            rules)
    }

    private mutating func open(
        _ order: Order, at market: Double, row: Int, _ commission: Commission,
        _ rules: TradingRules
    ) {
        let direction = order.direction
        let price = market * (1 + direction * rules.slippage)
        let stop = rules.stop.price(from: price, value: order.stop, direction: -direction)
        let target = rules.target.price(from: price, value: order.target, direction: direction)
        guard price > 0, !((price - stop) * direction <= 0), !((target - price) * direction <= 0),
            let units = quantity(of: order, price: price, commission, rules)
        else { return }
        let fee = commission.fee(quantity: units, price: price)
        cash += -direction * (units * price)
        cash += -fee
        fees += fee
        (quantity, entryRow) = (direction * units, row)
        (self.stop, self.target, best) = (stop, target, price)
        distance = rules.stop == .trailingDistance ? order.stop : .nan
    }

    /// The units to trade; nil when they are none or beyond the cash.
    private func quantity(
        of order: Order, price: Double, _ commission: Commission, _ rules: TradingRules
    ) -> Double? {
        let affordable = commission.affordableQuantity(cash: cash, price: price)
        var quantity = order.quantity
        if rules.sizing == .allIn { quantity = affordable }
        if case .fraction(let fraction) = rules.sizing {
            quantity = commission.affordableQuantity(cash: cash * fraction, price: price)
        }
        var isCut = rules.cutsToCash
        if case .equity = rules.sizing { isCut = true }
        if isCut { quantity = min(quantity, affordable) }
        if rules.isWholeUnits { quantity.round(.down) }
        let limit = affordable * (1 + 4 * Double.ulpOfOne)
        return quantity > 0 && quantity <= limit ? quantity : nil
    }

    private mutating func close(
        at market: Double, slipping: Bool, row: Int, _ rules: TradingRules
    ) {
        guard quantity != 0 else { return }
        let price = slipping ? market * (1 - direction * rules.slippage) : market
        let fee = rules.commission.fee(quantity: quantity, price: price)
        cash += quantity * price
        cash += -fee
        fees += fee
        trades += 1
        heldCount += row - entryRow
        (quantity, exitRow) = (0, row)
        (stop, target, best) = (.nan, .nan, .nan)
    }

    // MARK: Stops

    /// What the open satisfies, then the stop before the target; then the stop follows.
    mutating func protect(_ bar: Bar, row: Int, _ rules: TradingRules) {
        guard rules.protectsEntryBar || entryRow < row else { return }
        let isLong = quantity > 0
        if isLong ? bar.open <= stop : bar.open >= stop {
            return close(at: bar.open, slipping: true, row: row, rules)
        }
        if isLong ? bar.open >= target : bar.open <= target {
            return close(at: bar.open, slipping: false, row: row, rules)
        }
        if isLong ? bar.low <= stop : bar.high >= stop {
            return close(at: stop, slipping: true, row: row, rules)
        }
        if isLong ? bar.high >= target : bar.low <= target {
            return close(at: target, slipping: false, row: row, rules)
        }
        if rules.stop.follows { follow(to: isLong ? bar.high : bar.low, rules) }
    }

    private mutating func follow(to price: Double, _ rules: TradingRules) {
        guard price.isFinite else { return }
        if (price - best) * direction > 0 { best = price }
        let level: Double
        switch rules.stop {
        case .trailingPercent(let fraction): level = best * (1 - direction * fraction)
        case .trailingDistance: level = best - direction * distance
        case .none, .percent, .distance, .price, .chandelier: return
        }
        let isBehind = quantity > 0 ? level <= stop : level >= stop
        if level.isFinite, !isBehind { stop = level }
    }

    // MARK: Corporate actions

    mutating func apply(_ action: CorporateAction) {
        switch action.kind {
        case .dividend(let amount): if quantity != 0 { cash += quantity * amount }
        case .split(let new, let old):
            let (new, old) = (Double(new), Double(old))
            quantity = quantity * new / old
            stop = stop * old / new
            target = target * old / new
            best = best * old / new
            distance = distance * old / new
            guard var resting = order else { return }
            resting.stop = resting.stop * old / new
            resting.target = resting.target * old / new
            resting.quantity = resting.quantity * new / old
            order = resting
        }
    }

    // MARK: Decisions

    /// Takes the decision of a close.
    mutating func apply(_ decision: Decision, mark: Double, row: Int, _ rules: TradingRules) {
        let wishes = decision.wishes
        if let order, quantity == 0, order.direction != 0,
            wishes.contains(order.direction > 0 ? .exitLong : .exitShort)
        {
            self.order = nil
        }
        if let order = newOrder(decision, mark: mark, row: row, rules) {
            self.order = order
        } else if order == nil, quantity != 0, let maxBars = rules.limits.maxBars,
            row - entryRow + 1 >= maxBars
        {
            order = Order(direction: 0, closes: true)
        }
    }

    private func newOrder(
        _ decision: Decision, mark: Double, row: Int, _ rules: TradingRules
    ) -> Order? {
        let wishes = decision.wishes
        let isLong = wishes.contains(.enterLong) && !wishes.contains(.exitLong)
        let isShort = wishes.contains(.enterShort) && !wishes.contains(.exitShort)
        let coolDown = rules.limits.coolDown
        if quantity == 0 {
            guard isLong != isShort, row - exitRow >= coolDown else { return nil }
            return entry(isLong ? 1 : -1, decision, mark: mark, closes: false, rules)
        }
        let exit = Order(direction: 0, closes: true)
        let isHeldLong = quantity > 0
        if isHeldLong ? isShort && !isLong : isLong && !isShort {
            guard coolDown == 0 else { return exit }
            return entry(isHeldLong ? -1 : 1, decision, mark: mark, closes: true, rules) ?? exit
        }
        return wishes.contains(isHeldLong ? .exitLong : .exitShort) ? exit : nil
    }

    private func entry(
        _ direction: Double, _ decision: Decision, mark: Double, closes: Bool,
        _ rules: TradingRules
    ) -> Order? {
        guard !rules.stop.takesValue || decision.stop.isFinite,
            !rules.target.takesValue || decision.target.isFinite
        else { return nil }
        guard let units = units(direction, decision, mark: mark, rules) else { return nil }
        return Order(
            direction: direction, closes: closes, stop: decision.stop, target: decision.target,
            quantity: units)
    }

    /// The units that the decision asks for; NaN where the fill says, nil where they are unknown.
    private func units(
        _ direction: Double, _ decision: Decision, mark: Double, _ rules: TradingRules
    ) -> Double? {
        let equity = cash + (quantity != 0 ? quantity * mark : 0)
        let units: Double
        switch rules.sizing {
        case .allIn, .fraction, .weight: return .nan
        case .fixed(let quantity): return quantity != 0 ? quantity : nil
        case .cash(let amount): units = amount / mark
        case .equity(let share):
            units = share * equity / mark
            if units <= 0 { return nil }
        case .risk(let fraction):
            let level = rules.stop.price(
                from: mark, value: decision.stop, direction: -direction)
            units = fraction * equity / (mark - level).magnitude
        }
        return units.isFinite && units != 0 ? units : nil
    }
}
