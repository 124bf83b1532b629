import Trading

/// What the cells of one sweep share.
final class EventTerms: Sendable {
    let index: PriceIndex
    let rules: TradingRules
    let table: StopTable?
    let start: EventAccount
    let maxBars: Int?
    let coolDown: Int
    /// True where time alone ends a position or keeps from one.
    let isLimited: Bool
    private let periodsPerYear: Double
    private let rootPeriods: Double
    private let cash: Double

    init(
        _ index: PriceIndex, _ rules: TradingRules, periodsPerYear: Double, table: StopTable?
    ) {
        let path = PathChooser.path(rules, index)
        precondition(path == .events, "these cells take the path \(path)")
        precondition(
            rules.fill == index.fill, "an index of \(index.fill) for rules of \(rules.fill)")
        let isFree = rules.stop == .none && rules.target == .none
        precondition(
            isFree || table?.serves(index, rules) == true,
            "a stop or a target needs the StopTable of its prices and rules")
        (self.index, self.rules, self.table) = (index, rules, isFree ? nil : table)
        (self.periodsPerYear, rootPeriods) = (periodsPerYear, periodsPerYear.squareRoot())
        (start, cash) = (EventAccount(rules), rules.cash)
        (maxBars, coolDown) = (rules.limits.maxBars, rules.limits.coolDown)
        isLimited = maxBars != nil || coolDown > 0
    }

    func demandShortSide() {
        precondition(table == nil || table?.short != nil, "the StopTable has no short side")
    }

    @inline(__always)
    func outcome(_ account: inout EventAccount) -> CellOutcome? {
        account.outcome(bars: index.count, cash: cash, rootPeriods: rootPeriods)
    }

    func reference(_ conditions: CellConditions) -> CellOutcome {
        ReferenceCell.run(
            index, rules, conditions, periodsPerYear: periodsPerYear,
            values: table?.values ?? LevelValues())
    }
}
