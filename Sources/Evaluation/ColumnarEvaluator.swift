import Kernels
import MarketData
import Signals

/// Runs a plan over columns, eight lanes at a time, block by block.
///
/// Each node runs over one block before the next node does: one indirect call per node and block,
/// and the block's values stay in the cache. Only the targets' columns are kept.
public struct ColumnarEvaluator: Sendable {
    /// The plan.
    public let plan: Plan
    /// The rows of a block. 64 rows of eight lanes are 512 values.
    public let blockRowCount: Int
    private let program: Program

    /// An evaluator of one plan.
    public init(_ plan: Plan, blockRowCount: Int = 64) {
        precondition(blockRowCount >= 1, "a block has ≥ 1 rows, was \(blockRowCount)")
        (self.plan, self.blockRowCount) = (plan, blockRowCount)
        program = Program(plan)
    }

    /// What each target wants of each instrument: `[instrument][target]`.
    ///
    /// The segments of all histories share the lanes; those of like length lie together.
    public func decisions(for histories: [AdjustedHistory]) -> [[DecisionColumns]] {
        var results = histories.map { history in
            plan.targets.map { DecisionColumns($0, count: history.count) }
        }
        for group in LaneAssignment.groups(of: histories) {
            for (assignment, columns) in zip(group, decisions(for: group)) {
                for index in columns.indices {
                    results[assignment.history][index]
                        .place(columns[index], at: assignment.segment.rows.lowerBound)
                }
            }
        }
        return results
    }

    /// What each target wants in each lane of one tile: `[lane][target]`.
    private func decisions(for group: [LaneAssignment]) -> [[DecisionColumns]] {
        var lanes = group.map { _ in plan.targets.map { _ in DecisionColumns() } }
        forEachBlock(of: group.map(\.segment), isWhole: false) { pass, block in
            for (lane, assignment) in group.enumerated() {
                let rows = assignment.segment.rows.clamped(to: block)
                let (first, last) = (rows.lowerBound, rows.upperBound)
                let local = first - block.lowerBound..<last - block.lowerBound
                for (index, target) in plan.targets.enumerated() where !rows.isEmpty {
                    lanes[lane][index].append(target, pass, lane: lane, rows: local)
                }
            }
        }
        return lanes
    }

    /// The values of some number nodes: `[instrument][node][row]`; NaN where one is unknown.
    public func numbers(of nodes: [Int], for histories: [AdjustedHistory]) -> [[[Double]]] {
        var results = histories.map { history in
            nodes.map { _ in [Double](repeating: .nan, count: history.count) }
        }
        for group in LaneAssignment.groups(of: histories) {
            forEachBlock(of: group.map(\.segment), isWhole: true) { pass, block in
                for (lane, assignment) in group.enumerated() {
                    for row in assignment.segment.rows.clamped(to: block) {
                        for (index, node) in nodes.enumerated() {
                            let value = pass.numbers[node][row - block.lowerBound][lane]
                            results[assignment.history][index][row] = value
                        }
                    }
                }
            }
        }
        return results
    }

    /// Every value of every node, for reports and laws: `[node][row]`.
    ///
    /// A node of another frame has at each own row the value that was known then.
    public func trace(_ history: AdjustedHistory) -> [[TracedValue]] {
        var traces = plan.nodes.map { _ in [TracedValue]() }
        for segment in history.segments {
            let part = trace([segment], lane: 0)
            for index in traces.indices { traces[index] += part[index][segment.rows] }
        }
        return traces
    }

    /// Every value of every node over the whole series in one of one to eight lanes:
    /// `[node][row]`.
    public func trace(_ segments: [AdjustedHistory.Segment], lane: Int) -> [[TracedValue]] {
        var traces = plan.nodes.map { _ in [TracedValue]() }
        forEachBlock(of: segments, isWhole: true) { pass, _ in
            for (index, node) in plan.nodes.enumerated() {
                for row in 0..<pass.rowCount {
                    traces[index].append(
                        node.isCondition
                            ? TracedValue(pass.truths[index][row], lane: lane)
                            : TracedValue(pass.numbers[index][row][lane]))
                }
            }
        }
        return traces
    }

    private func forEachBlock(
        of segments: [AdjustedHistory.Segment], isWhole: Bool,
        _ body: (borrowing BlockPass, Range<Int>) -> Void
    ) {
        let imports = ImportedColumns(
            program, segments, isWhole: isWhole, blockRowCount: blockRowCount)
        var pass = BlockPass(program, rowCapacity: blockRowCount)
        pass.run(
            Tile(segments.map(\.series), sessionUnits: program.sessionUnits), importing: imports,
            body)
    }
}

/// Which segment of which history runs in a lane.
private struct LaneAssignment {
    let history: Int
    let segment: AdjustedHistory.Segment

    /// Groups of up to eight, of like length.
    static func groups(of histories: [AdjustedHistory]) -> [[LaneAssignment]] {
        let all = histories.enumerated().flatMap { index, history in
            history.segments.map { LaneAssignment(history: index, segment: $0) }
        }
        let sorted = all.sorted { $0.segment.series.count < $1.segment.series.count }
        return stride(from: 0, to: sorted.count, by: 8).map { Array(sorted[$0...].prefix(8)) }
    }
}
