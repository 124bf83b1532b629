import MarketData
import Synchronization

extension ColumnarEvaluator {
    /// The lanes of some histories; where the plan compares them, with what it finds.
    func groups(of histories: [AdjustedHistory]) -> [[LaneAssignment]] {
        LaneAssignment.groups(of: histories) { crossed(of: histories[$0]) }
    }

    /// What the universe of a history says of it: `[node][row]`.
    func crossed(of history: AdjustedHistory) -> [Int: [Double]] {
        guard plan.isCrossSectional else { return [:] }
        guard let universe = history.universe,
            let place = universe.place(of: history.traded.symbol)
        else { preconditionFailure("the plan compares a universe, and none was given") }
        return compared.columns(of: universe) { columns(of: universe) }.seen(by: place)
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

/// What an evaluator found of the universe that it saw last: members are asked for one by one.
final class ComparedUniverse: Sendable {
    private let last = Mutex<(universe: Universe, columns: UniverseColumns)?>(nil)

    /// The columns of a universe, found already or found now.
    func columns(of universe: Universe, find: () -> UniverseColumns) -> UniverseColumns {
        if let last = last.withLock({ $0 }), last.universe === universe { return last.columns }
        let columns = find()
        last.withLock { $0 = (universe, columns) }
        return columns
    }
}
