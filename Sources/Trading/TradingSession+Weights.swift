import MarketData

extension TradingSession {
    /// Sends the order that brings what is held to a share of the equity; an unknown one changes
    /// nothing. How many units it trades is known at its fill.
    mutating func rebalance(to weight: Double) {
        guard weight.isFinite else { return }
        order = Order(
            closes: nil, direction: weight > 0 ? 1 : weight < 0 ? -1 : 0, stop: .nan, target: .nan,
            quantity: .nan, weight: weight, row: row, time: bar.time)
    }

    /// The resting order to bring what is held to a weight, at a price; nil for another order, or
    /// one whose units are known.
    func weightLine(at price: Double) -> Rebalancing.Line? {
        guard let order, order.weight.isFinite, order.quantity.isNaN else { return nil }
        return Rebalancing.Line(
            weight: order.weight, price: price, held: position?.quantity ?? 0)
    }

    /// Makes the resting order one that leads to so many units; takes it back where nothing is to
    /// be traded.
    mutating func trade(to units: Double?) {
        guard var resting = order, let units else { return order = nil }
        let held = position?.quantity ?? 0
        resting.direction = units > 0 ? 1 : units < 0 ? -1 : 0
        let change = units.magnitude - held.magnitude
        if held * units <= 0 {
            if held != 0 { resting.closes = .rebalance }
            resting.quantity = units.magnitude
        } else if change > 0 {
            (resting.adds, resting.quantity) = (true, change)
        } else {
            (resting.reduces, resting.quantity, resting.direction) = (true, -change, 0)
        }
        order = resting
        log.place(.rebalance, isBuy: units > held, row: resting.row, resting.time)
    }

    /// Takes a part of what is held home at the market.
    mutating func reduce(by quantity: Double, at market: Double) -> SentOrder.Fill? {
        let direction = position?.direction ?? 0
        return takeHome(quantity, at: market * (1 - direction * rules.slippage))
    }
}
