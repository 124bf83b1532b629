import Kernels
import MarketData
import Signals

/// What the nodes of other frames were known to be at each row of a tile, and what the universe
/// said: the only place where columns of other bars are re-indexed.
struct ImportedColumns<Value: BlockLane> {
    /// The column of each imported number.
    private(set) var numbers: [Int: [Value]] = [:]
    /// The column of each imported condition.
    private(set) var truths: [Int: [Truth]] = [:]

    /// Runs the parts of a program over the bars of their frames.
    ///
    /// - Parameters:
    ///   - program: the program with its parts.
    ///   - lanes: what lies in each lane.
    ///   - isWhole: true for every node, false for those that others read.
    ///   - blockRowCount: the rows of a block.
    init(
        _ program: Program, _ lanes: [LaneAssignment], isWhole: Bool, blockRowCount: Int
    ) {
        let segments = lanes.map(\.segment)
        let rowCount = segments.map(\.series.count).max() ?? 0
        for crossing in program.crossings {
            var column = [Value](repeating: .unknown, count: rowCount)
            for (lane, assignment) in lanes.enumerated() {
                let seen = assignment.crossed[crossing.node] ?? []
                for row in 0..<min(seen.count, assignment.segment.series.count) {
                    column[row][lane] = seen[row]
                }
            }
            numbers[crossing.node] = column
        }
        for part in program.parts {
            let series = segments.map { $0.series(of: part.frame) }
            let known = zip(segments, series).map { segment, other in
                other.rowsKnown(at: segment.series.closedAt)
            }
            var pass = BlockPass<Value>(part.program, rowCapacity: blockRowCount)
            let exports = isWhole ? part.nodes : part.exports
            var columns = exports.map { _ in PartColumn<Value>() }
            let tile = Tile<Value>(series, sessionNumbers: part.program.sessionNumbers)
            pass.run(tile, importing: .none) { pass, _ in
                for (index, export) in exports.enumerated() {
                    columns[index].append(export, pass)
                }
            }
            for (column, export) in zip(columns, exports) {
                if export.isCondition {
                    truths[export.node] = column.truths(at: known, rowCount: rowCount)
                } else {
                    numbers[export.node] = column.numbers(at: known, rowCount: rowCount)
                }
            }
        }
    }

    private init() {}

    /// The columns of a program without parts.
    static var none: Self { Self() }
}

/// One node over the bars of its own frame.
private struct PartColumn<Value: BlockLane> {
    private var numbers: [Value] = []
    private var truths: [Truth] = []

    mutating func append(_ export: ProgramPart.Export, _ pass: borrowing BlockPass<Value>) {
        if export.isCondition {
            truths += pass.truths(ofNode: export.local)
        } else {
            numbers += pass.values(ofNode: export.local)
        }
    }

    /// The values at the known rows of each lane; unknown where there is none.
    func numbers(at known: [[Int]], rowCount: Int) -> [Value] {
        var result = [Value](repeating: .unknown, count: rowCount)
        for (lane, rows) in known.enumerated() {
            for (row, source) in rows.enumerated() where source >= 0 {
                result[row][lane] = numbers[source][lane]
            }
        }
        return result
    }

    func truths(at known: [[Int]], rowCount: Int) -> [Truth] {
        var result = [Truth](repeating: .unknown, count: rowCount)
        for (lane, rows) in known.enumerated() {
            let bit: UInt8 = 1 << UInt8(lane)
            for (row, source) in rows.enumerated() where source >= 0 {
                result[row] = Truth(
                    value: result[row].value | truths[source].value & bit,
                    known: result[row].known | truths[source].known & bit)
            }
        }
        return result
    }
}
