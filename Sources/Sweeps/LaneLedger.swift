import CLanes
import MarketData
import Trading

/// Eight cells at once, bar by bar, for what events cannot express.
///
/// What happens to one cell alone, a fill or a stop, is done by that cell's own arithmetic; what
/// happens to all at every close, the mark, the return and the fall, in lanes. Each operation is
/// the session's, or that of Analysis, in the same order: the outcomes have the same bits.
public struct LaneLedger {
    typealias Lanes = SIMD8<Double>

    /// The cells that the ledger left to the session: those that were worth nothing at a close.
    public private(set) var fallbacks = 0
    private let index: PriceIndex
    private let rules: TradingRules
    private let periodsPerYear: Double
    private let values: LevelValues
    private var wishes: LaneWishes
    private var statistics: LaneStatistics
    private var cells: [LaneCell] = []
    /// The lanes that hold something, and those with an order that rests.
    private var (held, resting): (UInt8, UInt8) = (0, 0)
    /// The prices of a bar that reach a stop or a target, or move one: the nearest of all lanes.
    private var reach = LaneReach()
    /// True from a split to the next bar with prices: rounding may move a stop that follows.
    private var isRebased = false
    /// True when a cell has changed since the last mark.
    private var isMoved = false
    private var (cash, units) = (Lanes.zero, Lanes.zero)

    /// A ledger of one instrument.
    ///
    /// - Parameters:
    ///   - index: the prices.
    ///   - rules: the terms.
    ///   - periodsPerYear: the factor that annualises.
    ///   - values: the values of stop and target, where the rules take them.
    /// - Precondition: lanes express the rules, see `PathChooser`.
    public init(
        _ index: PriceIndex, _ rules: TradingRules, periodsPerYear: Double,
        values: LevelValues = LevelValues()
    ) {
        let obstacle = Self.obstacle(rules, index)
        precondition(
            obstacle == nil, "these cells need the session: \(obstacle?.description ?? "")")
        (self.index, self.rules, self.periodsPerYear) = (index, rules, periodsPerYear)
        self.values = values
        wishes = LaneWishes(count: index.count)
        statistics = LaneStatistics(count: index.count, cash: rules.cash)
    }

    /// What of the rules and the market lanes cannot express; nil when they can express all of it.
    static func obstacle(_ rules: TradingRules, _ index: PriceIndex) -> PathReason? {
        if let obstacle = index.obstacle { return obstacle }
        if rules.sizing == .weight { return .sizing }
        if rules.stop == .chandelier || rules.target.follows { return .level }
        if rules.isWholeUnits, index.basis.contains(where: { $0 != 1 }) {
            return .lanes("a split leaves fractions of whole units")
        }
        return PathChooser.obstacle(rules.limits)
    }

    /// Trades up to eight cells.
    ///
    /// - Parameters:
    ///   - conditions: the cells.
    ///   - body: takes each cell's place and its outcome, in order.
    public mutating func run(
        _ conditions: ArraySlice<CellConditions>, _ body: (Int, CellOutcome) -> Void
    ) {
        precondition(conditions.count <= 8, "eight lanes, not \(conditions.count)")
        wishes.take(conditions)
        cells.removeAll(keepingCapacity: true)
        for _ in 0..<8 { cells.append(LaneCell(cash: rules.cash)) }
        (held, resting, reach, isRebased) = (0, 0, LaneReach(), false)
        isMoved = true
        (cash, units) = (Lanes(repeating: rules.cash), .zero)
        statistics.start()
        let isRuined = walk()
        let (ratios, drawdowns) = statistics.finish(periodsPerYear: periodsPerYear)
        for (lane, place) in conditions.indices.enumerated() {
            if isRuined & 1 << UInt8(lane) != 0 {
                fallbacks += 1
                body(
                    lane,
                    ReferenceCell.run(
                        index, rules, conditions[place], periodsPerYear: periodsPerYear,
                        values: values))
            } else {
                body(lane, outcome(lane, sharpe: ratios[lane], drawdown: drawdowns[lane]))
            }
        }
    }

    private func outcome(_ lane: Int, sharpe: Double, drawdown: Double) -> CellOutcome {
        let (cell, equity) = (cells[lane], statistics.equity[lane])
        let isOpen = cell.quantity != 0
        let heldCount = cell.heldCount + (isOpen ? index.count - cell.entryRow : 0)
        return CellOutcome(
            finalEquity: equity, totalReturn: equity / rules.cash - 1, sharpe: sharpe,
            drawdown: drawdown, fees: cell.fees,
            exposure: Double(heldCount) / Double(index.count), trades: cell.trades,
            isOpen: isOpen)
    }

    /// Walks the bars; returns the lanes that the session has to do.
    private mutating func walk() -> UInt8 {
        let (history, series) = (index.history, index.history.traded)
        let (first, hasActions) = (index.rows.lowerBound, index.hasActions)
        let looksAlways = rules.limits.maxBars != nil
        var (mark, isRuined) = (0.0, UInt8(0))
        for row in 0..<index.count {
            let bar = series[first + row]
            let isTraded = bar.volume != 0 || bar.high > bar.low
            if hasActions[row] {
                for action in history.actions(atRow: first + row) { apply(action, mark: &mark) }
            }
            if rules.fill == .nextOpen { fill(at: bar.open, isTraded, row) }
            if held != 0, isTraded, isRebased || reach.isMet(by: bar) { protect(bar, row) }
            if bar.close.isFinite { mark = bar.close }
            // Before the first known close what is held has no value.
            if mark == 0 { isRuined |= held }
            if rules.fill == .sameClose { fill(at: bar.close, isTraded, row) }
            let asked = wishes.any(row) | (looksAlways ? held : 0)
            if asked != 0 {
                decide(asked, mark: mark == 0 ? .nan : mark, row: row, bar.time)
                if rules.fill == .sameClose { fill(at: bar.close, isTraded, row) }
            }
            if held == 0, !isMoved {
                statistics.rest(bar: row)
                continue
            }
            isMoved = false
            let equity = c_lanes_sum(cash, c_lanes_product(units, Lanes(repeating: mark)))
            statistics.add(equity, bar: row)
        }
        for lane in 0..<8 where statistics.lowest[lane] <= 0 { isRuined |= 1 << UInt8(lane) }
        return isRuined
    }

    private mutating func protect(_ bar: Bar, _ row: Int) {
        for lane in Bits(held) {
            cells[lane].protect(bar, row: row, rules)
            refresh(lane)
        }
        if bar.high.isFinite, bar.low.isFinite { isRebased = false }
        refreshReach()
    }

    private mutating func apply(_ action: CorporateAction, mark: inout Double) {
        if case .split(let new, let old) = action.kind {
            mark = mark * Double(old) / Double(new)
            isRebased = true
        }
        for lane in Bits(held | resting) {
            cells[lane].apply(action)
            refresh(lane)
        }
        refreshReach()
    }

    private mutating func fill(at price: Double, _ isTraded: Bool, _ row: Int) {
        guard resting != 0, price.isFinite, isTraded else { return }
        for lane in Bits(resting) {
            cells[lane].fillOrder(at: price, row: row, rules)
            refresh(lane)
        }
        refreshReach()
    }

    private mutating func decide(_ lanes: UInt8, mark: Double, row: Int, _ time: Timestamp) {
        for lane in Bits(lanes) {
            let decision = Decision(
                wishes.wishes(row, lane), stop: values.stop(row), target: values.target(row),
                decidedAt: time)
            cells[lane].apply(decision, mark: mark, row: row, rules)
            refresh(lane)
        }
    }

    /// Takes what lanes need of a cell that has changed.
    private mutating func refresh(_ lane: Int) {
        let bit = UInt8(1) << UInt8(lane)
        (cash[lane], units[lane], isMoved) = (cells[lane].cash, cells[lane].quantity, true)
        held = cells[lane].quantity != 0 ? held | bit : held & ~bit
        resting = cells[lane].order != nil ? resting | bit : resting & ~bit
    }

    private mutating func refreshReach() {
        guard rules.stop != .none || rules.target != .none else { return }
        reach = LaneReach()
        for lane in Bits(held) { reach.include(cells[lane], follows: rules.stop.follows) }
    }
}
