import MarketData

/// The ledger of one instrument: cash, position, orders. The same file serves backtest and live.
///
/// `advance(to:actions:)` takes a closed bar: corporate actions, then what the open satisfies,
/// then the stop before the target, then the mark at the close. `apply(_:)` takes the decision of
/// that close; its order fills on a later bar, unless the rules say `sameClose`.
public struct TradingSession: Sendable {
    /// The terms.
    public let rules: TradingRules
    /// Money not invested.
    public private(set) var cash: Double
    /// What is held; nil when flat.
    public private(set) var position: Position?
    /// The closed round trips, in order, but those forgotten.
    public private(set) var trades: [Trade] = []
    /// The closed round trips that were forgotten.
    private var forgottenTradeCount = 0
    /// The orders that came to nothing, in order.
    public private(set) var rejections: [Rejection] = []
    /// Cash plus the position at the last known close.
    public private(set) var equity: Double
    /// All commission paid.
    public private(set) var fees = 0.0
    /// True when the account was worth nothing at a close; nothing is traded afterwards.
    public private(set) var isRuined = false
    /// The sum of all cash flows, compensated: what `cash` must equal but for rounding.
    public private(set) var flows = CompensatedSum()

    /// Every order and what became of it, in order of the decision.
    public var orders: [SentOrder] { log.orders }

    private var log = OrderLog()
    private var order: Order?
    private var row = -1
    private var bar = Bar(time: Timestamp(microseconds: .min))
    /// The last known close, on the present share basis; NaN before the first.
    public private(set) var mark = Double.nan

    /// A session that holds only cash.
    public init(_ rules: TradingRules) {
        precondition(rules.cash > 0, "the starting cash must be > 0, was \(rules.cash)")
        self.rules = rules
        (cash, equity) = (rules.cash, rules.cash)
        flows.add(rules.cash)
    }

    /// The number of closed round trips so far.
    public var tradeCount: Int { forgottenTradeCount + trades.count }

    /// Lets go of trades, orders and rejections that have come to their end: a runner that lives
    /// for years needs none of them, and they alone would grow. Nothing that is decided depends on
    /// them.
    public mutating func forgetHistory() {
        forgottenTradeCount += trades.count
        if !trades.isEmpty { trades.removeAll(keepingCapacity: true) }
        if !rejections.isEmpty { rejections.removeAll(keepingCapacity: true) }
        log.forgetSettled()
    }

    /// True when nothing is held.
    public var isFlat: Bool { position == nil }

    /// The side that is held once the resting order has filled: what a live signal tells.
    public var stance: Stance {
        Stance(direction: order?.direction ?? position?.direction ?? 0)
    }

    /// The prices of stop and target of what is held once the resting order has filled, taken to
    /// fill at the last close; NaN without one.
    var levels: (stop: Double, target: Double) {
        guard let order, order.direction != 0 else {
            return (position?.stopPrice ?? .nan, position?.targetPrice ?? .nan)
        }
        return (
            rules.stop.price(from: mark, value: order.stop, direction: -order.direction),
            rules.target.price(from: mark, value: order.target, direction: order.direction)
        )
    }

    /// Takes one closed bar, with the corporate actions whose ex-date it is.
    ///
    /// - Precondition: the bar is later than the one before.
    public mutating func advance(to bar: Bar, actions: ArraySlice<CorporateAction> = []) {
        precondition(self.bar.time < bar.time, "bars must come in order of time")
        // The close of the bar before, so before that bar's owner gets what this one distributes.
        if rules.fill == .sameCloseBookedLater { fillOrder(at: self.bar.close) }
        (self.bar, row) = (bar, row + 1)
        if isRuined { return }
        for action in actions { apply(action) }
        if rules.fill == .nextOpen { fillOrder(at: bar.open) }
        protect()
        markToMarket()
        fillAtClose()
    }

    /// Takes the decision of the last bar's close.
    ///
    /// An exit cancels an entry of its side that is still waiting for a bar to fill it.
    public mutating func apply(_ decision: Decision) {
        guard !decision.wishes.isEmpty, !isRuined else { return }
        if let waiting = order, position == nil {
            let exit: Decision.Wishes = waiting.direction > 0 ? .exitLong : .exitShort
            if decision.wishes.contains(exit) {
                self.order = nil
                log.settle(.cancelled(.exit))
            }
        }
        guard let order = order(for: decision) else { return }
        self.order = order
        log.place(
            order.closes?.purpose ?? .entry, isBuy: isBuy(order), row: row, bar.time)
        fillAtClose()
    }
}

// MARK: - Orders

/// A wish to trade at the market.
private struct Order: Hashable, Sendable {
    /// What closes, if anything does.
    var closes: Trade.Reason?
    /// The side that opens: +1, −1 or 0.
    var direction: Double
    /// The stop's distance or price, split-adjusted while it rests; NaN without one.
    var stop: Double
    /// The target's distance or price.
    var target: Double
    /// Units decided beforehand; NaN where the fill decides.
    var quantity: Double
    /// The row of the bar that decided it.
    let row: Int
    /// The start of that bar.
    let time: Timestamp
}

extension TradingSession {
    private func isBuy(_ order: Order) -> Bool {
        order.direction == 0 ? position?.direction == -1 : order.direction > 0
    }

    /// Entry and exit true at once: a position leaves, and who is flat stays flat.
    private mutating func order(for decision: Decision) -> Order? {
        let wishes = decision.wishes
        let isLong = wishes.contains(.enterLong) && !wishes.contains(.exitLong)
        let isShort = wishes.contains(.enterShort) && !wishes.contains(.exitShort)
        if isLong && isShort && position == nil {
            reject(.conflict)
            return nil
        }
        guard let position else {
            let direction = isLong ? 1.0 : isShort ? -1.0 : 0
            return direction == 0 ? nil : entry(direction, decision, closes: nil)
        }
        let isHeldLong = position.quantity > 0
        if isHeldLong ? isShort && !isLong : isLong && !isShort {
            return entry(isHeldLong ? -1 : 1, decision, closes: .reversal) ?? exit(.signal)
        }
        let leaves = wishes.contains(isHeldLong ? .exitLong : .exitShort)
        return leaves ? exit(.signal) : nil
    }

    private func exit(_ reason: Trade.Reason) -> Order {
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
            quantity: quantity, row: row, time: bar.time)
    }

    /// NaN where the fill decides, 0 where the size is unknown.
    private func decidedQuantity(_ decision: Decision, direction: Double) -> Double {
        switch rules.sizing {
        case .allIn, .fraction: return .nan
        case .fixed(let quantity): return quantity
        case .risk(let fraction):
            let level = rules.stop.price(
                from: mark, value: decision.stop, direction: -direction)
            let quantity = fraction * equity / (mark - level).magnitude
            return quantity.isFinite ? quantity : 0
        }
    }

    private mutating func reject(_ reason: Rejection.Reason) {
        rejections.append(Rejection(row: row, time: bar.time, reason: reason))
    }
}

extension TradingRules.Level {
    /// True when the decision must bring a value.
    var takesValue: Bool { self == .distance || self == .price }

    /// The level's price, `direction` away from the entry; NaN without one.
    func price(from entry: Double, value: Double, direction: Double) -> Double {
        switch self {
        case .none: .nan
        case .percent(let fraction): entry * (1 + direction * fraction)
        case .distance: entry + direction * value
        case .price: value
        }
    }
}

// MARK: - Fills

extension TradingSession {
    /// True when somebody traded in the bar: its volume is not zero, or is said to be although
    /// its prices move, as sources do that know no volume.
    private var isTraded: Bool { bar.volume != 0 || bar.high > bar.low }

    /// Fills the resting order. A bar without a known price, or in which nobody traded, fills
    /// nothing: the order waits.
    private mutating func fillOrder(at price: Double) {
        guard let order, price.isFinite, isTraded else { return }
        self.order = nil
        precondition(
            order.row < row || rules.fill != .nextOpen,
            "an order fills on a later bar than it decided")
        var (closed, opened) = (SentOrder.Fill?.none, SentOrder.Fill?.none)
        let refusalCount = rejections.count
        if let reason = order.closes {
            closed = close(at: price, slipping: true, reason)
        }
        if order.direction != 0, position == nil {
            let commission = closed == nil ? rules.commission : rules.commission.ofLaterPart
            opened = open(order, at: price, commission)
        }
        if let closed, let opened { shareFixedFee(closed, opened) }
        let refusal = rejections.count > refusalCount ? rejections.last?.reason : nil
        log.settle(closed: closed, opened: opened, refusal: refusal)
    }

    /// Under `sameClose` a fill comes after the mark, so the mark is made again.
    private mutating func fillAtClose() {
        guard rules.fill == .sameClose, order != nil else { return }
        fillOrder(at: bar.close)
        markToMarket()
    }

    /// Nil, and counted, when the entry is refused.
    private mutating func open(
        _ order: Order, at market: Double, _ commission: Commission
    ) -> SentOrder.Fill? {
        let direction = order.direction
        let price = market * (1 + direction * rules.slippage)
        guard price > 0 else { return refuse(.unpriced(price)) }
        let stop = rules.stop.price(from: price, value: order.stop, direction: -direction)
        let target = rules.target.price(from: price, value: order.target, direction: direction)
        // NaN, no level, passes both comparisons.
        if (price - stop) * direction <= 0 {
            return refuse(.beyondOwnLevel(fill: price, level: stop))
        }
        if (target - price) * direction <= 0 {
            return refuse(.beyondOwnLevel(fill: price, level: target))
        }
        guard let quantity = quantity(of: order, price: price, commission) else { return nil }
        let amount = quantity * price
        let fee = commission.fee(quantity: quantity, price: price)
        pay(-direction * amount)
        pay(-fee)
        fees += fee
        position = Position(
            quantity: direction * quantity, entryPrice: price, entryAmount: amount,
            entryFee: fee, entryRow: row, openedAt: bar.time, stopPrice: stop, targetPrice: target)
        return SentOrder.Fill(row: row, time: bar.time, quantity: quantity, price: price, fee: fee)
    }

    /// A reversal is one order: what is paid for the order is shared by quantity between the
    /// trade that it closed and the position that it opened.
    private mutating func shareFixedFee(_ closed: SentOrder.Fill, _ opened: SentOrder.Fill) {
        let share =
            rules.commission.fixed * opened.quantity / (closed.quantity + opened.quantity)
        guard share > 0, let trade = trades.last else { return }
        trades[trades.count - 1] = trade.relieved(of: share)
        position?.entryFee += share
    }

    private mutating func refuse(_ reason: Rejection.Reason) -> SentOrder.Fill? {
        reject(reason)
        return nil
    }

    /// The units to trade; nil, and counted, when they are none or beyond the cash.
    private mutating func quantity(
        of order: Order, price: Double, _ commission: Commission
    ) -> Double? {
        let affordable = commission.affordableQuantity(cash: cash, price: price)
        var quantity =
            switch rules.sizing {
            case .allIn: affordable
            case .fraction(let fraction):
                commission.affordableQuantity(cash: cash * fraction, price: price)
            case .fixed, .risk: order.quantity
            }
        if rules.cutsToCash { quantity = min(quantity, affordable) }
        if rules.isWholeUnits { quantity.round(.down) }
        // Rounding of the division may reach past the cash by its last digit.
        let limit = affordable * (1 + 4 * Double.ulpOfOne)
        guard quantity > 0, quantity <= limit else {
            let units = quantity > 0 ? quantity : rules.isWholeUnits ? 1 : 0
            let needed = units * price + commission.fee(quantity: units, price: price)
            reject(.unaffordable(needed: needed, available: cash, quantity: quantity))
            return nil
        }
        return quantity
    }

    /// Nil when nothing is held. What nobody ordered costs no commission.
    private mutating func close(
        at market: Double, slipping: Bool, _ reason: Trade.Reason
    ) -> SentOrder.Fill? {
        guard let position else { return nil }
        let direction = position.direction
        let price = slipping ? market * (1 - direction * rules.slippage) : market
        let fee =
            reason == .split
            ? 0 : rules.commission.fee(quantity: position.quantity, price: price)
        pay(position.quantity * price)
        pay(-fee)
        fees += fee
        trades.append(
            Trade(
                position: position, exitPrice: price, exitRow: row, closedAt: bar.time,
                exitFee: fee, reason: reason,
                profit: position.unrealizedProfit(at: price) - fee))
        self.position = nil
        return SentOrder.Fill(
            row: row, time: bar.time, quantity: position.quantity.magnitude, price: price,
            fee: fee)
    }

    /// Closes without an order that rested: a stop, a target, ruin.
    private mutating func leave(at market: Double, slipping: Bool, _ reason: Trade.Reason) {
        let isBuy = position?.direction == -1
        guard let fill = close(at: market, slipping: slipping, reason) else { return }
        log.add(reason.purpose, isBuy: isBuy, row: row, bar.time, .filled(fill))
    }

    /// The stop before the target; a bar that opens beyond a level fills at its open.
    private mutating func protect() {
        guard let position, isTraded else { return }
        guard rules.protectsEntryBar || position.entryRow < row else { return }
        let (stop, target) = (position.stopPrice, position.targetPrice)
        let isLong = position.quantity > 0
        // Comparisons with NaN, no level or no price, are false.
        if isLong ? bar.open <= stop : bar.open >= stop {
            leave(at: bar.open, slipping: true, .stop)
        } else if isLong ? bar.open >= target : bar.open <= target {
            leave(at: bar.open, slipping: false, .target)
        } else if isLong ? bar.low <= stop : bar.high >= stop {
            leave(at: stop, slipping: true, .stop)
        } else if isLong ? bar.high >= target : bar.low <= target {
            leave(at: target, slipping: false, .target)
        }
    }
}

// MARK: - Account

extension TradingSession {
    /// Moves cash and notes the flow.
    private mutating func pay(_ amount: Double) {
        cash += amount
        flows.add(amount)
    }

    /// Equity at the last known close. An account that is worth nothing ends, whether it still
    /// holds something, which is closed at that close, or a gap through its stop has ruined it.
    private mutating func markToMarket() {
        if bar.close.isFinite { mark = bar.close }
        equity = cash + (position.map { $0.quantity * mark } ?? 0)
        guard equity <= 0 else { return }
        leave(at: mark, slipping: false, .ruin)
        (equity, isRuined, order) = (cash, true, nil)
        log.settle(.cancelled(.ruin))
    }

    private mutating func apply(_ action: CorporateAction) {
        switch action.kind {
        case .split(let new, let old): split(new: Double(new), old: Double(old))
        case .dividend(let amount):
            guard let quantity = position?.quantity else { return }
            position?.distributions += quantity * amount
            pay(quantity * amount)
        }
    }

    /// Puts position, levels and resting order on the new share basis. The fraction of a
    /// whole-unit account is paid in cash at the new market price.
    private mutating func split(new: Double, old: Double) {
        mark = mark * old / new
        splitOrder(new: new, old: old)
        guard var held = position else { return }
        held.quantity = held.quantity * new / old
        held.entryPrice = held.entryPrice * old / new
        held.stopPrice = held.stopPrice * old / new
        held.targetPrice = held.targetPrice * old / new
        let whole = held.quantity.rounded(.towardZero)
        let price = bar.open.isFinite ? bar.open : mark
        if rules.isWholeUnits, whole != 0 {
            let cashInLieu = (held.quantity - whole) * price
            held.quantity = whole
            held.distributions += cashInLieu
            pay(cashInLieu)
        }
        position = held
        // A holding of less than one new unit is paid out whole.
        if rules.isWholeUnits, whole == 0 { leave(at: price, slipping: false, .split) }
    }

    /// An entry that rounds to no unit is taken back; what it would have closed is still closed.
    private mutating func splitOrder(new: Double, old: Double) {
        guard var resting = order else { return }
        resting.split(new: new, old: old, rules)
        order = resting
        guard resting.quantity == 0 else { return }
        if resting.closes == nil {
            order = nil
            log.settle(.cancelled(.split))
        } else {
            order?.direction = 0
        }
    }
}

extension Order {
    /// Adjusts prices and units; a percentage needs no adjustment.
    mutating func split(new: Double, old: Double, _ rules: TradingRules) {
        stop = stop * old / new
        target = target * old / new
        quantity = quantity * new / old
        if rules.isWholeUnits, quantity.isFinite { quantity.round(.down) }
    }
}
