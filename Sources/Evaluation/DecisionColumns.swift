import Kernels
import MarketData
import Signals
import Trading

/// What one target wants of one instrument at each row.
public struct DecisionColumns: Sendable {
    /// The wishes at each row.
    public private(set) var wishes: [Decision.Wishes] = []
    /// The stop's value at each row; empty when the target has none.
    public private(set) var stops: [Double] = []
    /// The target's value at each row; empty when the target has none.
    public private(set) var targets: [Double] = []
    /// The size's value at each row; empty when the size takes none.
    public private(set) var weights: [Double] = []
    /// The rank of an entry at each row; empty when the target has none.
    public private(set) var ranks: [Double] = []

    /// Empty columns, to be appended to.
    init() {}

    /// Columns of rows that wish for nothing, to be overwritten.
    init(_ target: Plan.Target, count: Int) {
        wishes = Array(repeating: [], count: count)
        if target.stop.node != nil { stops = Array(repeating: .nan, count: count) }
        if target.target.node != nil { targets = Array(repeating: .nan, count: count) }
        if target.size.node != nil { weights = Array(repeating: .nan, count: count) }
        if target.rank != nil { ranks = Array(repeating: .nan, count: count) }
    }

    /// The number of rows.
    public var count: Int { wishes.count }

    /// The decision at one row, whose bar closed at an instant.
    public func decision(row: Int, decidedAt: Timestamp) -> Decision {
        Decision(
            wishes[row], stop: stops.isEmpty ? .nan : stops[row],
            target: targets.isEmpty ? .nan : targets[row],
            weight: weights.isEmpty ? .nan : weights[row],
            rank: ranks.isEmpty ? .nan : ranks[row], decidedAt: decidedAt)
    }

    /// Overwrites the rows from `start` on.
    mutating func place(_ part: DecisionColumns, at start: Int) {
        wishes.replaceSubrange(start..<start + part.count, with: part.wishes)
        let rows = start..<start + part.count
        if !stops.isEmpty { stops.replaceSubrange(rows, with: part.stops) }
        if !targets.isEmpty { targets.replaceSubrange(rows, with: part.targets) }
        if !weights.isEmpty { weights.replaceSubrange(rows, with: part.weights) }
        if !ranks.isEmpty { ranks.replaceSubrange(rows, with: part.ranks) }
    }

    /// Appends one lane of a block's rows.
    mutating func append<Value: BlockLane>(
        _ target: Plan.Target, _ pass: borrowing BlockPass<Value>, lane: Int, rows: Range<Int>
    ) {
        let bit: UInt8 = 1 << UInt8(lane)
        for row in rows {
            wishes.append(target.wishes { pass.truths(ofNode: $0)[row].value & bit != 0 })
        }
        func add(_ node: Int?, to column: inout [Double]) {
            guard let node else { return }
            column += repeatElement(.nan, count: rows.count)
            pass.take(
                node, lane: lane, rows: rows, into: &column, at: column.count - rows.count)
        }
        add(target.stop.node, to: &stops)
        add(target.target.node, to: &targets)
        add(target.size.node, to: &weights)
        add(target.rank, to: &ranks)
    }
}
