import MarketData

extension TradingSession {
    /// Notes what the exchange's session has lost so far, and whether that is too much.
    mutating func countLoss(_ decision: Decision) {
        guard let limit = rules.limits.dailyLoss else { return }
        if decision.wishes.contains(.sessionStart) {
            (sessionEquity, isHalted) = (lastEquity, false)
        }
        lastEquity = equity
        if equity <= sessionEquity * (1 - limit) { isHalted = true }
    }

    /// What the limits ask for at a close whose decision asks for nothing.
    mutating func orderOfLimits() -> Order? {
        guard let held = position, order == nil else { return nil }
        if isHalted { return exit(.dailyLoss) }
        if let maxBars = rules.limits.maxBars, row - held.entryRow + 1 >= maxBars {
            return exit(.time)
        }
        guard let scaleIn = rules.limits.scaleIn, held.growth.count < scaleIn.units else {
            return nil
        }
        let advance = (mark - held.growth.price) * held.direction
        guard advance >= held.distance(of: scaleIn.every, from: held.growth.price) else {
            return nil
        }
        scaleInCount += 1
        return Order(
            closes: nil, direction: held.direction, adds: true, stop: .nan, target: .nan,
            quantity: held.growth.quantity, row: row, time: bar.time)
    }
}
