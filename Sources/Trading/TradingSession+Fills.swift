import MarketData

extension TradingSession {
    /// True when somebody traded in the bar: its volume is not zero, or is said to be although
    /// its prices move, as sources do that know no volume.
    var isTraded: Bool { bar.volume != 0 || bar.high > bar.low }

    /// Fills the resting order. A bar without a known price, or in which nobody traded, fills
    /// nothing: the order waits.
    mutating func fillOrder(at price: Double) {
        guard isFillable(at: price) else { return }
        if let line = weightLine(at: price) {
            let equity = cash + (position?.quantity ?? 0) * price
            trade(to: Rebalancing([line], equity: equity, rules).units[0])
        }
        guard let order else { return }
        self.order = nil
        precondition(
            order.row < row || rules.fill != .nextOpen,
            "an order fills on a later bar than it decided")
        var (closed, opened) = (SentOrder.Fill?.none, SentOrder.Fill?.none)
        let refusalCount = rejections.count
        if let reason = order.closes {
            closed = close(at: price, slipping: true, reason)
        }
        if order.reduces { closed = reduce(by: order.quantity, at: price) }
        if order.adds {
            opened = add(order, at: price)
        } else if order.direction != 0, position == nil {
            let commission = closed == nil ? rules.commission : rules.commission.ofLaterPart
            opened = open(order, at: price, commission)
        }
        if let closed, let opened { shareFixedFee(closed, opened) }
        let refusal = rejections.count > refusalCount ? rejections.last?.reason : nil
        log.settle(closed: closed, opened: opened, refusal: refusal)
    }

    /// True when an order rests and the bar's price fills it.
    func isFillable(at price: Double) -> Bool { order != nil && price.isFinite && isTraded }

    /// Under `sameClose` a fill comes after the mark, so the mark is made again.
    mutating func fillAtClose() {
        guard rules.fill == .sameClose, order != nil else { return }
        fillOrder(at: bar.close)
        markToMarket()
    }

    /// Nil, and counted, when the entry is refused.
    private mutating func open(
        _ order: Order, at market: Double, _ commission: Commission
    ) -> SentOrder.Fill? {
        let direction = order.direction
        if !order.hasSlot { return refuse(.noSlot(limit: rules.limits.maxPositions ?? 0)) }
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
            entryFee: fee, entryRow: row, openedAt: bar.time, stopPrice: stop,
            firstStopPrice: stop, targetPrice: target, bestPrice: price,
            stopDistance: rules.stop == .trailingDistance ? order.stop : .nan,
            riskDistance: (price - stop).magnitude,
            growth: Position.Growth(quantity: quantity, price: price))
        return SentOrder.Fill(row: row, time: bar.time, quantity: quantity, price: price, fee: fee)
    }

    /// Adds to what is held; nil, and counted, when it is refused. A refused entry counts as one
    /// of the units: it is not tried again.
    private mutating func add(_ order: Order, at market: Double) -> SentOrder.Fill? {
        guard var held = position else { return nil }
        held.growth.count += 1
        position = held
        let price = market * (1 + held.direction * rules.slippage)
        guard price > 0 else { return refuse(.unpriced(price)) }
        guard let quantity = quantity(of: order, price: price, rules.commission)
        else { return nil }
        let fee = rules.commission.fee(quantity: quantity, price: price)
        pay(-held.direction * quantity * price)
        pay(-fee)
        fees += fee
        held.grow(by: quantity, at: price, fee: fee)
        position = held
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
        // What is owed brings money, and its weight bounds it.
        let isOwed = order.weight.isFinite && order.direction < 0
        let free = order.weight.isFinite ? cash : cash - reserved
        let affordable =
            isOwed ? .infinity : commission.affordableQuantity(cash: free, price: price)
        var quantity =
            switch rules.sizing {
            case .allIn: affordable
            case .fraction(let fraction):
                commission.affordableQuantity(cash: free * fraction, price: price)
            case .fixed, .cash, .equity, .risk, .weight: order.quantity
            }
        if order.adds || order.weight.isFinite { quantity = order.quantity }
        let wanted = quantity
        if rules.cutsToCash || rules.sizing.isShare && (!order.adds || order.weight.isFinite) {
            quantity = min(quantity, affordable)
        }
        if rules.isWholeUnits { quantity.round(.down) }
        // Rounding of the division may reach past the cash by its last digit.
        let limit = affordable * (1 + 4 * Double.ulpOfOne)
        guard quantity > 0, quantity <= limit else {
            // What was cut to nothing is told as it was wanted.
            if !(quantity > 0), !rules.isWholeUnits { quantity = wanted }
            let units = quantity > 0 ? quantity : rules.isWholeUnits ? 1 : 0
            let needed = units * price + commission.fee(quantity: units, price: price)
            reject(.unaffordable(needed: needed, available: free, quantity: quantity))
            return nil
        }
        return quantity
    }

    /// Nil when nothing is held. What nobody ordered costs no commission.
    mutating func close(
        at market: Double, slipping: Bool, _ reason: Trade.Reason
    ) -> SentOrder.Fill? {
        guard let position else { return nil }
        let direction = position.direction
        let price = slipping ? market * (1 - direction * rules.slippage) : market
        let fee =
            reason == .split || reason == .delisting
            ? 0 : rules.commission.fee(quantity: position.quantity, price: price)
        pay(position.quantity * price)
        pay(-fee)
        fees += fee
        trades.append(
            Trade(
                position: position.whole, exitPrice: position.meanExit(last: price), exitRow: row,
                closedAt: bar.time, exitFee: fee + position.released.fee, reason: reason,
                profit: position.unrealizedProfit(at: price) - fee))
        self.position = nil
        exitRow = row
        return SentOrder.Fill(
            row: row, time: bar.time, quantity: position.quantity.magnitude, price: price,
            fee: fee)
    }
}
