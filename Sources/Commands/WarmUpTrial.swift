import Evaluation
import Kernels
import MarketData
import Signals

/// From which bar on each node of a plan is known, and how long it remembers where history began.
struct WarmUpTrial: Sendable {
    /// One node.
    struct Row: Sendable {
        /// Its number in the plan.
        let node: Int
        /// The bar from which it is known, as the plan says; of another frame in its bars.
        let lookback: Int
        /// The first bar at which it was; nil where it never was.
        let firstKnown: Int?
        /// How it depends on the start, as its kernels say.
        let kind: KernelKind
        /// How many bars after a later start its bits are those of the whole history, for good;
        /// nil where they are not until the end.
        let sameBitsAfter: Int?
        /// The greatest relative distance at the last bar between both; nil for a condition, and
        /// where one is unknown.
        let lastDistance: Double?
        /// What is wrong; nil for a node that keeps its word.
        let complaint: String?
    }

    /// Every node.
    let rows: [Row]
    /// The row at which the later history begins.
    let laterStart: Int

    /// True when every node keeps its word.
    var isClean: Bool { rows.allSatisfy { $0.complaint == nil } }

    /// Tries a plan on one instrument.
    ///
    /// - Parameters:
    ///   - plan: the compiled rule.
    ///   - whole: the history from its first bar.
    ///   - later: the same without the bars before `start`.
    ///   - start: the row at which it begins.
    init(_ plan: Plan, whole: AdjustedHistory, later: AdjustedHistory, start: Int) {
        let evaluator = ColumnarEvaluator(plan)
        let (long, short) = (evaluator.trace(whole), evaluator.trace(later))
        let kinds = plan.kinds
        let isWhole = whole.traded.bars.allSatisfy(\.isKnown)
        var crosses: [Bool] = []
        laterStart = start
        rows = plan.nodes.indices.map { index in
            let node = plan.nodes[index]
            crosses.append(
                node.operation.isBarrier || node.frame != .own
                    || node.inputs.contains { crosses[$0] })
            let first = long[index].firstIndex { $0 != .unknown }
            let same = Self.lastDifference(long[index].dropFirst(start), short[index]) + 1
            return Row(
                node: index, lookback: node.lookback, firstKnown: first, kind: kinds[index],
                sameBitsAfter: same < short[index].count ? same : nil,
                lastDistance: Self.distance(long[index].last, short[index].last),
                complaint: crosses[index]
                    ? nil : Self.complaint(node, first, long[index], isWhole: isWhole))
        }
    }

    /// The last place at which two columns differ; −1 for none.
    private static func lastDifference(
        _ one: ArraySlice<TracedValue>, _ other: [TracedValue]
    ) -> Int {
        zip(one, other).enumerated().reduce(-1) { last, pair in
            pair.element.0 == pair.element.1 ? last : pair.offset
        }
    }

    /// A number is not known before its lookback; where no price is missing it is from then on.
    private static func complaint(
        _ node: Plan.Node, _ first: Int?, _ values: [TracedValue], isWhole: Bool
    ) -> String? {
        if let first, first < node.lookback, !node.isCondition {
            return "known at bar \(first), before its lookback \(node.lookback)"
        }
        if first == nil, values.count > node.lookback, isWhole {
            return "never known, though the history is longer than its lookback"
        }
        return nil
    }

    private static func distance(_ one: TracedValue?, _ other: TracedValue?) -> Double? {
        guard case .number(let first)? = one, case .number(let second)? = other else { return nil }
        let (one, other) = (Double(bitPattern: first), Double(bitPattern: second))
        return one == other ? 0 : (one - other).magnitude / max(one.magnitude, other.magnitude)
    }
}

extension Bar {
    /// True when no price and no volume is missing.
    fileprivate var isKnown: Bool {
        [open, high, low, close, volume].allSatisfy(\.isFinite)
    }
}
