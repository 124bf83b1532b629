import MarketData

extension ColumnarEvaluator {
    /// The lanes of some histories; where the plan compares them, with what it finds.
    func groups(of histories: [AdjustedHistory]) -> [[LaneAssignment]] {
        guard plan.isCrossSectional else { return LaneAssignment.groups(of: histories) }
        var known: [ObjectIdentifier: UniverseColumns] = [:]
        for universe in histories.compactMap(\.universe)
        where known[ObjectIdentifier(universe)] == nil {
            known[ObjectIdentifier(universe)] = columns(of: universe)
        }
        return LaneAssignment.groups(of: histories) { crossed(of: histories[$0], in: known) }
    }

    /// What the universe of a history says of it, `[node][row]`: found already, or found now.
    func crossed(
        of history: AdjustedHistory, in known: [ObjectIdentifier: UniverseColumns] = [:]
    ) -> [Int: [Double]] {
        guard plan.isCrossSectional else { return [:] }
        guard let universe = history.universe,
            let place = universe.place(of: history.traded.symbol)
        else { preconditionFailure("the plan compares a universe, and none was given") }
        let found = known[ObjectIdentifier(universe)] ?? columns(of: universe)
        return found.seen(by: place)
    }

    /// Compares the members, stage after stage: a comparison may read an earlier one.
    private func columns(of universe: Universe) -> UniverseColumns {
        var found = UniverseColumns(universe)
        for stage in program.stages.indices.dropFirst() {
            let crossings = program.crossings.filter { $0.stage == stage }
            var numbers = universe.members.map { member in
                crossings.map { _ in [Double](repeating: .nan, count: member.count) }
            }
            let groups = LaneAssignment.groups(of: universe.members) { found.seen(by: $0) }
            fill(&numbers, with: crossings.map(\.input), groups)
            for (index, crossing) in crossings.enumerated() {
                found.compare(crossing, numbers.map { $0[index] })
            }
        }
        return found
    }
}
