import MarketData

extension TradingSession {
    /// Closes without an order that rested: a stop, a target, ruin.
    mutating func leave(at market: Double, slipping: Bool, _ reason: Trade.Reason) {
        let isBuy = position?.direction == -1
        guard let fill = close(at: market, slipping: slipping, reason) else { return }
        log.add(reason.purpose, isBuy: isBuy, row: row, bar.time, .filled(fill))
    }

    /// What the open satisfies, where no order comes before it.
    mutating func protectAtOpen() {
        guard order == nil, let position, isTraded else { return }
        guard rules.protectsEntryBar || position.entryRow < row else { return }
        let isLong = position.quantity > 0
        if isLong ? bar.open <= position.stopPrice : bar.open >= position.stopPrice {
            leave(at: bar.open, slipping: true, .stop)
        } else if isLong ? bar.open >= position.targetPrice : bar.open <= position.targetPrice {
            leave(at: bar.open, slipping: false, .target)
        }
    }

    /// What the open satisfies, then the stop before what is taken home; a bar that opens beyond a
    /// level fills at its open. What the bar has reached moves the stop for the bars after it.
    mutating func protect() {
        guard let position, isTraded else { return }
        guard rules.protectsEntryBar || position.entryRow < row else { return }
        let (stop, target) = (position.stopPrice, position.targetPrice)
        let isLong = position.quantity > 0
        // Comparisons with NaN, no level or no price, are false.
        if isLong ? bar.open <= stop : bar.open >= stop {
            return leave(at: bar.open, slipping: true, .stop)
        }
        if isLong ? bar.open >= target : bar.open <= target {
            return leave(at: bar.open, slipping: false, .target)
        }
        scaleOut(until: bar.open)
        if isLong ? bar.low <= stop : bar.high >= stop {
            return leave(at: stop, slipping: true, .stop)
        }
        scaleOut(until: isLong ? bar.high : bar.low)
        if isLong ? bar.high >= target : bar.low <= target {
            return leave(at: target, slipping: false, .target)
        }
        follow(to: isLong ? bar.high : bar.low)
    }

    /// Takes home the parts whose prices lie within reach, each at its price, or at the open where
    /// that is better.
    private mutating func scaleOut(until reach: Double) {
        while let held = position, held.released.count < rules.limits.scaleOut.count {
            let part = rules.limits.scaleOut[held.released.count]
            let direction = held.direction
            let level = held.entryPrice + direction * held.distance(of: part.at)
            guard (reach - level) * direction >= 0 else { return }
            let price = (bar.open - level) * direction > 0 ? bar.open : level
            var quantity = part.share * held.wholeQuantity.magnitude
            if rules.isWholeUnits { quantity.round(.down) }
            position?.released.count += 1
            // What rounding would leave is nothing.
            let rest = held.quantity.magnitude - quantity
            guard rest > 16 * held.wholeQuantity.magnitude.ulp else {
                return leave(at: price, slipping: false, .target)
            }
            guard quantity > 0 else { continue }
            release(quantity, at: price)
        }
    }

    private mutating func release(_ quantity: Double, at price: Double) {
        guard let direction = position?.direction,
            let fill = takeHome(quantity, at: price)
        else { return }
        scaleOutCount += 1
        log.add(.scaleOut, isBuy: direction < 0, row: row, bar.time, .filled(fill))
    }

    /// Takes a part of what is held home at a price, slippage included; nil when nothing is.
    mutating func takeHome(_ quantity: Double, at price: Double) -> SentOrder.Fill? {
        guard var held = position else { return nil }
        let fee = rules.commission.fee(quantity: quantity, price: price)
        pay(held.direction * quantity * price)
        pay(-fee)
        fees += fee
        held.release(quantity, at: price, fee: fee)
        position = held
        return SentOrder.Fill(row: row, time: bar.time, quantity: quantity, price: price, fee: fee)
    }

    /// Moves the stop after a bar that reached a price.
    private mutating func follow(to price: Double) {
        guard var held = position, price.isFinite else { return }
        let direction = held.direction
        if (price - held.bestPrice) * direction > 0 { held.bestPrice = price }
        switch rules.stop {
        case .trailingPercent(let fraction):
            held.raiseStop(to: held.bestPrice * (1 - direction * fraction))
        case .trailingDistance:
            held.raiseStop(to: held.bestPrice - direction * held.stopDistance)
        case .none, .percent, .distance, .price, .chandelier: break
        }
        if let advance = rules.limits.breakEven,
            (held.bestPrice - held.entryPrice) * direction >= held.distance(of: advance)
        {
            held.raiseStop(to: held.entryPrice)
        }
        position = held
    }

    /// Moves the stop to a distance from the best price; an unknown one moves nothing.
    mutating func follow(behind distance: Double) {
        guard let held = position, distance > 0 else { return }
        position?.raiseStop(to: held.bestPrice - held.direction * distance)
    }
}
