extension Position {
    /// How far an advance goes, in price, from the entry or from another price.
    func distance(of advance: Limits.Advance, from price: Double? = nil) -> Double {
        switch advance {
        case .gain(let fraction): fraction * (price ?? entryPrice)
        case .risk(let multiple): multiple * riskDistance
        }
    }

    /// Moves the stop towards the price, never back.
    mutating func raiseStop(to price: Double) {
        let isBehind = quantity > 0 ? price <= stopPrice : price >= stopPrice
        if price.isFinite, !isBehind { stopPrice = price }
    }

    /// Adds a further entry; the stop moves up to the distance of the first one from it.
    mutating func grow(by units: Double, at price: Double, fee: Double) {
        let whole = wholeQuantity.magnitude
        entryPrice = (entryPrice * whole + price * units) / (whole + units)
        entryAmount += units * price
        entryFee += fee
        raiseStop(to: price - direction * riskDistance)
        quantity += direction * units
        growth.price = price
    }

    /// Takes units home.
    mutating func release(_ units: Double, at price: Double, fee: Double) {
        quantity -= direction * units
        released.quantity += units
        released.amount += units * price
        released.fee += fee
    }

    /// Puts units and prices on a new share basis.
    mutating func split(new: Double, old: Double) {
        quantity = quantity * new / old
        entryPrice = entryPrice * old / new
        stopPrice = stopPrice * old / new
        firstStopPrice = firstStopPrice * old / new
        targetPrice = targetPrice * old / new
        bestPrice = bestPrice * old / new
        stopDistance = stopDistance * old / new
        riskDistance = riskDistance * old / new
        released.quantity = released.quantity * new / old
        growth.quantity = growth.quantity * new / old
        growth.price = growth.price * old / new
    }

    /// The position with all that was held: what a trade tells.
    var whole: Position {
        var position = self
        position.quantity = wholeQuantity
        return position
    }

    /// The mean price of all exits, the last one included.
    func meanExit(last price: Double) -> Double {
        guard released.quantity > 0 else { return price }
        let units = quantity.magnitude
        return (released.amount + units * price) / (released.quantity + units)
    }
}
