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
    public internal(set) var cash: Double
    /// What is held; nil when flat.
    public internal(set) var position: Position?
    /// The closed round trips, in order, but those forgotten.
    public internal(set) var trades: [Trade] = []
    /// The closed round trips that were forgotten.
    private var forgottenTradeCount = 0
    /// The orders that came to nothing, in order.
    public internal(set) var rejections: [Rejection] = []
    /// Cash plus the position at the last known close.
    public internal(set) var equity: Double
    /// All commission paid.
    public internal(set) var fees = 0.0
    /// True when the account was worth nothing at a close; nothing is traded afterwards.
    public internal(set) var isRuined = false
    /// The sum of all cash flows, compensated: what `cash` must equal but for rounding.
    public internal(set) var flows = CompensatedSum()

    /// Every order and what became of it, in order of the decision.
    public var orders: [SentOrder] { log.orders }

    /// The last known close, on the present share basis; NaN before the first.
    public internal(set) var mark = Double.nan

    /// The money that is spoken for by what other books of a shared account owe.
    var reserved = 0.0
    var log = OrderLog()
    /// The order that waits for a bar.
    var order: Order?
    /// The row of the last bar, counted from the session's first.
    var row = -1
    var bar = Bar(time: Timestamp(microseconds: .min))
    /// The row of the last exit.
    var exitRow = Int.min / 2
    /// What was added to positions, and what was taken from them on the way.
    var (scaleInCount, scaleOutCount) = (0, 0)
    /// The equity at the end of the exchange's session before, at the last close, and whether the
    /// session lost more since than the limits allow.
    var (sessionEquity, lastEquity, isHalted): (Double, Double, Bool)
    /// True where a close without any wish may still ask for something.
    private let looksAtEveryClose: Bool

    /// A session that holds only cash.
    public init(_ rules: TradingRules) {
        self.init(bookOf: rules)
        flows.add(rules.cash)
    }

    /// The book of one instrument in an account for several: the cash is not its own.
    init(bookOf rules: TradingRules) {
        precondition(rules.cash > 0, "the starting cash must be > 0, was \(rules.cash)")
        self.rules = rules
        (cash, equity) = (rules.cash, rules.cash)
        (sessionEquity, lastEquity, isHalted) = (rules.cash, rules.cash, false)
        let limits = rules.limits
        looksAtEveryClose =
            limits.maxBars != nil || limits.dailyLoss != nil || limits.scaleIn != nil
            || rules.stop == .chandelier
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
        guard let order, order.direction != 0, !order.adds else {
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
        // The close of the bar before, so before that bar's owner gets what this one distributes.
        if rules.fill == .sameCloseBookedLater { fillOrder(at: self.bar.close) }
        begin(bar)
        if isRuined { return }
        for action in actions { apply(action) }
        if rules.fill == .nextOpen { fillOrder(at: bar.open) }
        protect()
        markToMarket()
        fillAtClose()
    }

    /// Turns to the next bar.
    mutating func begin(_ bar: Bar) {
        precondition(self.bar.time < bar.time, "bars must come in order of time")
        (self.bar, row) = (bar, row + 1)
    }

    /// Takes the decision of the last bar's close.
    ///
    /// An exit cancels an entry of its side that is still waiting for a bar to fill it.
    public mutating func apply(_ decision: Decision) {
        decide(decision)
        fillAtClose()
    }

    /// Places the order that a decision or the limits ask for.
    mutating func decide(_ decision: Decision) {
        guard !isRuined, looksAtEveryClose || !decision.wishes.isEmpty else { return }
        countLoss(decision)
        if rules.stop == .chandelier { follow(behind: decision.stop) }
        if let waiting = order, position == nil {
            let exit: Decision.Wishes = waiting.direction > 0 ? .exitLong : .exitShort
            if decision.wishes.contains(exit) {
                self.order = nil
                log.settle(.cancelled(.exit))
            }
        }
        if decision.wishes.contains(.rebalance) { return rebalance(to: decision.weight) }
        guard let order = order(for: decision) ?? orderOfLimits() else { return }
        self.order = order
        log.place(order.purpose, isBuy: isBuy(order), row: row, bar.time)
    }
}
