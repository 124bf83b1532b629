import Kernels
import MarketData
import Signals

/// Runs a plan over columns, block by block: eight instruments at a time, or one alone.
///
/// Each node runs over one block before the next node does: one indirect call per node and block,
/// and the block's values stay in the cache. Only the targets' columns are kept.
public struct ColumnarEvaluator: Sendable {
    /// The plan.
    public let plan: Plan
    /// The rows of a block of eight lanes. 128 of them are 1,024 values, as many as one instrument
    /// alone has in a block: a node's block is 8 kB and stays in the cache.
    public let blockRowCount: Int
    let program: Program
    let compared = ComparedUniverse()

    /// An evaluator of one plan.
    public init(_ plan: Plan, blockRowCount: Int = 128) {
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
        for group in groups(of: histories) {
            let found =
                group.count == 1
                ? decisions(for: group, as: Double.self) : decisions(for: group, as: Lanes.self)
            for (assignment, columns) in zip(group, found) {
                for index in columns.indices {
                    results[assignment.history][index]
                        .place(columns[index], at: assignment.segment.rows.lowerBound)
                }
            }
        }
        return results
    }

    /// What each target wants in each lane of one tile: `[lane][target]`.
    private func decisions<Value: BlockLane>(
        for group: [LaneAssignment], as _: Value.Type
    ) -> [[DecisionColumns]] {
        var lanes = group.map { _ in plan.targets.map { _ in DecisionColumns() } }
        let ranges = group.map(\.segment.rows)
        forEachBlock(of: group, isWhole: false) {
            (pass: borrowing BlockPass<Value>, block) in
            for lane in ranges.indices {
                let rows = ranges[lane].clamped(to: block)
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
        // The segments of a history cover all its rows, so that every value is written.
        var results = histories.map { history in
            nodes.map { _ in
                [Double](unsafeUninitializedCapacity: history.count) { $1 = history.count }
            }
        }
        fill(&results, with: nodes, groups(of: histories))
        return results
    }

    /// The same into columns that are there already, each as long as its history: nothing is
    /// allocated for them.
    public func fill(
        _ results: inout [[[Double]]], with nodes: [Int], of histories: [AdjustedHistory]
    ) {
        fill(&results, with: nodes, groups(of: histories))
    }

    /// The same, for lanes that know what cross-sections say.
    func fill(
        _ results: inout [[[Double]]], with nodes: [Int], _ groups: [[LaneAssignment]]
    ) {
        for group in groups {
            if let alone = group.first, group.count == 1 {
                if alone.isWhole {
                    write(nodes, of: alone, into: &results[alone.history])
                } else {
                    add(numbers: nodes, of: group, as: Double.self, to: &results)
                }
            } else {
                add(numbers: nodes, of: group, as: Lanes.self, to: &results)
            }
        }
    }

    /// A series alone whose segment is all of it: kernels write where the results are wanted.
    private func write(
        _ nodes: [Int], of alone: LaneAssignment, into columns: inout [[Double]]
    ) {
        let direct = program.singleOutputs(of: nodes)
        let boxes = direct.map { index in
            defer { columns[index] = [] }
            return ResultColumn(columns[index])
        }
        let assignment = LaneAssignment(
            history: 0, segment: alone.segment, isWhole: true, crossed: alone.crossed)
        ResultColumn.withPointers(boxes[...]) { pointers in
            let targets = Dictionary(uniqueKeysWithValues: zip(direct.map { nodes[$0] }, pointers))
            // Moved, not copied: what is shared would be copied when it is written.
            var others: [[[Double]]] = [[]]
            swap(&others[0], &columns)
            forEachBlock(of: [alone], isWhole: true, for: nodes, into: targets) {
                (pass: borrowing BlockPass<Double>, block) in
                for index in nodes.indices where !direct.contains(index) {
                    pass.take(nodes[index], block, for: [assignment], column: index, of: &others)
                }
            }
            swap(&others[0], &columns)
        }
        for (index, box) in zip(direct, boxes) { columns[index] = box.values }
    }

    private func add<Value: BlockLane>(
        numbers nodes: [Int], of group: [LaneAssignment], as _: Value.Type,
        to results: inout [[[Double]]]
    ) {
        forEachBlock(of: group, isWhole: true, for: nodes) {
            (pass: borrowing BlockPass<Value>, block) in
            for index in nodes.indices {
                pass.take(nodes[index], block, for: group, column: index, of: &results)
            }
        }
    }

    /// Every value of every node, for reports and laws: `[node][row]`.
    ///
    /// A node of another frame has at each own row the value that was known then.
    public func trace(_ history: AdjustedHistory) -> [[TracedValue]] {
        var traces = plan.nodes.map { _ in [TracedValue]() }
        let crossed = crossed(of: history)
        for segment in history.segments {
            let alone = LaneAssignment(
                history: 0, segment: segment, isWhole: false, crossed: crossed)
            let part = trace([alone], lane: 0, as: Double.self)
            for index in traces.indices { traces[index] += part[index][segment.rows] }
        }
        return traces
    }

    /// Every value of every node over the whole series in one of one to eight lanes:
    /// `[node][row]`.
    public func trace(_ segments: [AdjustedHistory.Segment], lane: Int) -> [[TracedValue]] {
        let lanes = segments.map {
            LaneAssignment(history: 0, segment: $0, isWhole: false, crossed: [:])
        }
        return lanes.count == 1
            ? trace(lanes, lane: lane, as: Double.self)
            : trace(lanes, lane: lane, as: Lanes.self)
    }

    private func trace<Value: BlockLane>(
        _ lanes: [LaneAssignment], lane: Int, as _: Value.Type
    ) -> [[TracedValue]] {
        var traces = plan.nodes.map { _ in [TracedValue]() }
        forEachBlock(of: lanes, isWhole: true) { (pass: borrowing BlockPass<Value>, _) in
            for (index, node) in plan.nodes.enumerated() {
                if node.isCondition {
                    traces[index] += pass.truths(ofNode: index).map { TracedValue($0, lane: lane) }
                } else {
                    traces[index] += pass.values(ofNode: index).map { TracedValue($0[lane]) }
                }
            }
        }
        return traces
    }

    private func forEachBlock<Value: BlockLane>(
        of lanes: [LaneAssignment], isWhole: Bool, for nodes: [Int]? = nil,
        into results: [Int: UnsafeMutablePointer<Value>] = [:],
        _ body: (borrowing BlockPass<Value>, Range<Int>) -> Void
    ) {
        let rowCount = blockRowCount * Lanes.laneCount / Value.laneCount
        let imports = ImportedColumns<Value>(
            program, lanes, isWhole: isWhole, blockRowCount: rowCount)
        var pass = BlockPass<Value>(program, rowCapacity: rowCount, for: nodes, into: results)
        pass.run(
            Tile(lanes.map(\.segment.series), sessionNumbers: program.sessionNumbers),
            importing: imports, body)
    }
}

/// A column of results that is written in place: an object, so that several can be open at once.
private final class ResultColumn {
    var values: [Double]

    init(_ values: [Double]) { self.values = values }

    /// Opens all columns for as long as the body runs.
    static func withPointers(
        _ columns: ArraySlice<ResultColumn>, _ open: [UnsafeMutablePointer<Double>] = [],
        _ body: ([UnsafeMutablePointer<Double>]) -> Void
    ) {
        guard let first = columns.first else { return body(open) }
        first.values.withUnsafeMutableBufferPointer { values in
            guard let start = values.baseAddress else { return }
            withPointers(columns.dropFirst(), open + [start], body)
        }
    }
}
