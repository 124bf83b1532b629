import Trading

/// Backtests that visit fills, not bars: one for each thread, whose scratch serves every cell.
///
/// After the first cell nothing is allocated, but by those that leave for the session.
public struct EventSweep {
    /// The prices, the terms and the tables.
    private let terms: EventTerms
    /// The cells that the event form could not do accurately, and that the session did instead.
    public private(set) var fallbacks = 0

    private var wishes: CellWishes
    private var comparison: RankedFamily.Comparison?
    private var longs: [Int32]
    private var shorts: [Int32]

    /// A sweep of one instrument.
    ///
    /// - Parameters:
    ///   - index: the prices.
    ///   - rules: the terms.
    ///   - periodsPerYear: the factor that annualises.
    ///   - table: the table of the rules' stop and target; nil without both.
    /// - Precondition: `PathChooser.path(rules, index)` is `.events`.
    public init(
        _ index: PriceIndex, _ rules: TradingRules, periodsPerYear: Double,
        table: StopTable? = nil
    ) {
        terms = EventTerms(index, rules, periodsPerYear: periodsPerYear, table: table)
        wishes = CellWishes(count: index.count)
        longs = Array(repeating: 0, count: BitColumn.wordCount(index.count) * 64 + 8)
        shorts = []
    }

    /// Trades any conditions.
    public mutating func run(_ conditions: CellConditions) -> CellOutcome {
        take(conditions)
        return outcome() ?? fallBack(conditions)
    }

    /// Trades any conditions; a missing one is never true.
    ///
    /// - Parameters:
    ///   - enterLong: where a long position is entered.
    ///   - exitLong: where a long position is left.
    ///   - enterShort: where a short position is entered.
    ///   - exitShort: where a short position is left.
    /// - Returns: the outcome.
    public mutating func run(
        enterLong: BitColumn? = nil, exitLong: BitColumn? = nil, enterShort: BitColumn? = nil,
        exitShort: BitColumn? = nil
    ) -> CellOutcome {
        run(
            CellConditions(
                enterLong: enterLong, exitLong: exitLong, enterShort: enterShort,
                exitShort: exitShort))
    }

    /// Trades the crossings of pairs of columns, long only.
    ///
    /// - Parameters:
    ///   - family: the columns.
    ///   - pairs: the cells.
    ///   - body: takes each cell's place among the pairs and its outcome, in order.
    public mutating func runCrossings(
        _ family: RankedFamily, _ pairs: ArraySlice<CrossingPair>,
        _ body: (Int, CellOutcome) -> Void
    ) {
        precondition(family.count == terms.index.count, "a family of \(family.count) bars")
        var comparison = self.comparison.take() ?? RankedFamily.Comparison(family)
        let isPlain = !terms.isLimited && !family.hasGaps && terms.index.crowded == nil
        for place in pairs.indices {
            comparison.compare(family, pairs[place].first, pairs[place].second)
            var account = terms.start
            if isPlain, !comparison.hasTies {
                let count = comparison.changes(into: &longs)
                if let exits = terms.table?.long {
                    Self.hold(longs, count, exits, terms.index, &account)
                } else {
                    Self.hold(longs, count, terms.index, &account)
                }
                if let outcome = terms.outcome(&account) {
                    body(place &- pairs.startIndex, outcome)
                    continue
                }
            }
            comparison.cross(
                up: &wishes.enterLong, down: &wishes.exitLong, hasGaps: family.hasGaps)
            wishes.takeLong()
            let outcome = outcome() ?? fallBack(wishes.conditions(count: family.count))
            body(place &- pairs.startIndex, outcome)
        }
        self.comparison = comparison
    }

    /// The conditions of the crossings of a pair, for other paths.
    public static func crossings(_ family: RankedFamily, _ pair: CrossingPair) -> CellConditions {
        var comparison = RankedFamily.Comparison(family)
        comparison.compare(family, pair.first, pair.second)
        var (up, down) = (comparison.above, comparison.above)
        comparison.cross(up: &up, down: &down, hasGaps: family.hasGaps)
        return CellConditions(
            enterLong: BitColumn(count: family.count, words: up),
            exitLong: BitColumn(count: family.count, words: down))
    }

    /// The positions that any conditions lead to, in order, for an account that is never ruined.
    public mutating func holdings(_ conditions: CellConditions) -> [Holding] {
        take(conditions)
        var list = HoldingList()
        trade(&list)
        return list.holdings
    }

    private mutating func take(_ conditions: CellConditions) {
        wishes.take(conditions)
        guard wishes.hasShort else { return }
        terms.demandShortSide()
        if shorts.isEmpty { shorts = longs }
    }

    /// Trades the wishes; nil where the event form is not accurate.
    private mutating func outcome() -> CellOutcome? {
        var account = terms.start
        trade(&account)
        return terms.outcome(&account)
    }

    @inline(__always)
    private mutating func trade(_ account: inout some HoldingAccount) {
        let isPlain = !terms.isLimited && !isCrowded
        if isPlain, !wishes.hasShort, let exits = terms.table?.long {
            Self.walk(wishes, exits, terms.index, &account)
        } else if !isPlain || terms.table != nil {
            var walk = EventWalk(terms)
            walk.run(wishes, &account)
        } else if wishes.hasShort {
            let long = Self.collect(
                wishes.enterLong, wishes.exitLong, wishes.enterShort, into: &longs)
            let short = Self.collect(
                wishes.enterShort, wishes.exitShort, wishes.enterLong, into: &shorts)
            Self.hold((longs, long), (shorts, short), terms.index, &account)
        } else {
            let count = Self.collect(wishes.enterLong, wishes.exitLong, into: &longs)
            Self.hold(longs, count, terms.index, &account)
        }
    }

    /// True when a wish lies on a bar whose decisions wait together with others.
    private var isCrowded: Bool {
        guard let crowded = terms.index.crowded else { return false }
        return crowded.indices.contains { crowded[$0] & wishes.any[$0] != 0 }
    }

    private mutating func fallBack(_ conditions: CellConditions) -> CellOutcome {
        fallbacks += 1
        return terms.reference(conditions)
    }
}
