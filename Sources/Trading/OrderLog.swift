import MarketData

/// Every order of a session, with the one that rests.
struct OrderLog: Sendable {
    private(set) var orders: [SentOrder] = []
    private var resting: Int?

    /// Notes an order that waits for a bar. One that waits already gives way.
    mutating func place(_ purpose: SentOrder.Purpose, isBuy: Bool, row: Int, _ time: Timestamp) {
        settle(.cancelled(.replaced))
        resting = orders.count
        add(purpose, isBuy: isBuy, row: row, time, .open)
    }

    /// Lets go of every order but the one that rests.
    mutating func forgetSettled() {
        guard orders.count > (resting == nil ? 0 : 1) else { return }
        if let index = resting {
            orders.swapAt(0, index)
            orders.removeLast(orders.count - 1)
            resting = 0
        } else {
            orders.removeAll(keepingCapacity: true)
        }
    }

    /// Notes an order that comes to its end at once.
    mutating func add(
        _ purpose: SentOrder.Purpose, isBuy: Bool, row: Int, _ time: Timestamp,
        _ outcome: SentOrder.Outcome
    ) {
        orders.append(
            SentOrder(row: row, time: time, isBuy: isBuy, purpose: purpose, outcome: outcome))
    }

    /// Notes what became of the order that rests, if one does.
    mutating func settle(_ outcome: SentOrder.Outcome) {
        guard let index = resting else { return }
        orders[index].outcome = outcome
        resting = nil
    }

    /// Notes what the order that rests has closed and opened. What could not be opened by an
    /// order that closed something is an order of its own, refused.
    mutating func settle(
        closed: SentOrder.Fill?, opened: SentOrder.Fill?, refusal: Rejection.Reason?
    ) {
        guard let index = resting else { return }
        let order = orders[index]
        switch (closed, opened, refusal) {
        case (let closed?, let opened?, _): settle(.filled(closed.adding(opened)))
        case (let fill?, nil, nil), (nil, let fill?, _): settle(.filled(fill))
        case (let fill?, nil, let refusal?):
            settle(.filled(fill))
            add(.entry, isBuy: order.isBuy, row: order.row, order.time, .rejected(refusal))
        case (nil, nil, let refusal?): settle(.rejected(refusal))
        case (nil, nil, nil): settle(.cancelled(.closed))
        }
    }
}

extension SentOrder.Fill {
    /// One order through zero: the quantities and fees of both parts.
    fileprivate func adding(_ other: Self) -> Self {
        Self(
            row: row, time: time, quantity: quantity + other.quantity, price: price,
            fee: fee + other.fee)
    }
}

extension Trade.Reason {
    /// The purpose of the order that closes for this reason.
    var purpose: SentOrder.Purpose {
        switch self {
        case .signal: .signal
        case .reversal: .reversal
        case .stop: .stop
        case .target: .target
        case .time: .time
        case .dailyLoss: .dailyLoss
        case .split: .split
        case .rebalance: .rebalance
        case .delisting: .delisting
        case .ruin: .ruin
        }
    }
}
