import Trading

/// The session's state machine, from one bar that matters to the next: orders that wait for a
/// price, stops, targets, pauses and the longest time in a position.
struct EventWalk {
    /// What rests until its fill.
    private enum Order { case none, exit, long, short }

    private let index: PriceIndex
    private let long, short: StopTable.Exits?
    private let maxBars: Int?
    private let coolDown: Int
    private let fillsAtClose: Bool
    private var side = 0
    private var order = Order.none
    private var orderBar = 0
    private var entryBar = 0
    private var stopBar: Int
    private var stopPrice = 0.0
    private var timeBar: Int
    /// The next bar whose decision was not taken.
    private var next = 0
    /// The first bar at whose close an entry may be decided.
    private var enterFrom = 0

    init(_ terms: EventTerms) {
        index = terms.index
        (long, short) = (terms.table?.long, terms.table?.short)
        (maxBars, coolDown) = (terms.maxBars, terms.coolDown)
        fillsAtClose = index.fill != .nextOpen
        (stopBar, timeBar) = (index.count, index.count)
    }

    /// Trades the wishes of a cell.
    mutating func run(_ wishes: borrowing CellWishes, _ account: inout some HoldingAccount) {
        let count = index.count
        while true {
            let wish = nextWish(wishes)
            let fill = order == .none ? count : Int(index.fillBar[orderBar])
            // A stop acts inside its bar: after a fill at the open, before one at the close.
            if side != 0, stopBar <= wish, stopBar < fill || fillsAtClose && stopBar == fill,
                stopBar < count
            {
                leave(at: stopBar, price: stopPrice, &account)
                if order == .exit { order = .none }
                next = max(next, stopBar)
            } else if wish < fill {
                decide(wish, wishes)
                next = wish + 1
            } else if fill < count {
                fillOrder(at: fill, &account)
            } else {
                break
            }
        }
        if side != 0 { hold(until: count, price: nil, &account) }
    }

    /// The next bar whose wishes could change something.
    private func nextWish(_ wishes: borrowing CellWishes) -> Int {
        let count = index.count
        if order != .none { return wishes.any.span.nextBit(from: next, count: count) }
        if side == 0 {
            let from = max(next, enterFrom)
            let long = wishes.enterLong.span.nextBit(from: from, count: count)
            guard wishes.hasShort else { return long }
            return min(long, wishes.enterShort.span.nextBit(from: from, count: count))
        }
        let exits = side > 0 ? wishes.exitLong.span : wishes.exitShort.span
        let leave = min(exits.nextBit(from: next, count: count), timeBar)
        guard wishes.hasShort else { return leave }
        let others = side > 0 ? wishes.enterShort.span : wishes.enterLong.span
        return min(leave, others.nextBit(from: next, count: count))
    }

    private mutating func decide(_ bar: Int, _ wishes: borrowing CellWishes) {
        let word = bar >> 6
        let isLong = wishes.enterLong[word].hasBit(bar)
        let isShort = wishes.hasShort && wishes.enterShort[word].hasBit(bar)
        let leavesLong = wishes.exitLong[word].hasBit(bar)
        let leavesShort = wishes.hasShort && wishes.exitShort[word].hasBit(bar)
        if side == 0 {
            if order == .long ? leavesLong : order == .short && leavesShort { order = .none }
            if isLong || isShort, isKnown(isLong: isLong, bar) {
                (order, orderBar) = (isLong ? .long : .short, bar)
            }
        } else if side > 0 ? isShort : isLong {
            // An exit and an entry at once: no pause could lie between them.
            let reverses = coolDown == 0 && isKnown(isLong: isLong, bar)
            (order, orderBar) = (!reverses ? .exit : isLong ? .long : .short, bar)
        } else if side > 0 ? leavesLong : leavesShort {
            (order, orderBar) = (.exit, bar)
        } else if order == .none, bar >= timeBar {
            (order, orderBar) = (.exit, bar)
        }
    }

    private func isKnown(isLong: Bool, _ bar: Int) -> Bool {
        (isLong ? long : short)?.bars[bar] != StopTable.Exits.unknown
    }

    private mutating func fillOrder(at bar: Int, _ account: inout some HoldingAccount) {
        if side != 0 { leave(at: bar, price: nil, &account) }
        next = max(next, fillsAtClose && bar == orderBar ? bar + 1 : bar)
        defer { order = .none }
        guard order == .long || order == .short else { return }
        (stopBar, stopPrice) = (index.count, 0)
        if let exits = order == .long ? long : short {
            guard exits.bars[orderBar] != StopTable.Exits.refused else { return }
            (stopBar, stopPrice) = (Int(exits.bars[orderBar]), exits.prices[orderBar])
        }
        (side, entryBar) = (order == .long ? 1 : -1, bar)
        timeBar = maxBars.map { max(bar + $0 - 1, next) } ?? index.count
    }

    private mutating func leave(at bar: Int, price: Double?, _ account: inout some HoldingAccount) {
        hold(until: bar, price: price, &account)
        (side, enterFrom) = (0, bar + coolDown)
    }

    private func hold(until exit: Int, price: Double?, _ account: inout some HoldingAccount) {
        if side > 0, account.isPure(index, entryBar, exit) {
            account.holdPure(index, entryBar, exit, leave: price)
        } else {
            account.hold(index, direction: Double(side), entryBar, exit, leave: price)
        }
    }
}
