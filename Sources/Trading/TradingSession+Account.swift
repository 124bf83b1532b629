import MarketData

extension TradingSession {
    /// Moves cash and notes the flow.
    mutating func pay(_ amount: Double) {
        cash += amount
        flows.add(amount)
    }

    /// Equity at the last known close. An account that is worth nothing ends, whether it still
    /// holds something, which is closed at that close, or a gap through its stop has ruined it.
    mutating func markToMarket() {
        noteClose()
        equity = cash + holding
        guard equity <= 0 else { return }
        end()
        equity = cash
    }

    /// What is held is worth the last known close.
    mutating func noteClose() {
        if bar.close.isFinite { mark = bar.close }
    }

    /// What is held, at the last known close.
    var holding: Double { position.map { $0.quantity * mark } ?? 0 }

    /// Closes what is held at the last known close, as no further bar will come.
    mutating func payOut() {
        order = nil
        log.settle(.cancelled(.ended))
        leave(at: mark, slipping: false, .delisting)
    }

    /// Closes what is held at the last known close, for good.
    mutating func end() {
        leave(at: mark, slipping: false, .ruin)
        (isRuined, order) = (true, nil)
        log.settle(.cancelled(.ruin))
    }

    mutating func apply(_ action: CorporateAction) {
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
        held.split(new: new, old: old)
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
