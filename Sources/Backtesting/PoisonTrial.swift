import Evaluation
import MarketData
import Signals

/// Whether what closes later changes what was known: every node, before and after the future of
/// some bars is taken away and replaced.
///
/// At each cut, everything that closes later is made unknown, and once more made absurd; splits
/// that come later are forgotten. What a node was up to the cut must keep its bits.
public struct PoisonTrial: Sendable {
    /// A node whose past depends on the future.
    public struct Difference: Sendable {
        /// The node.
        public let node: Int
        /// The row of the bar at which it differs.
        public let row: Int
        /// The last row that was left as it is.
        public let cut: Int
        /// What was done to the future: `unknown` or `absurd`.
        public let poison: String
        /// The value with the true future, and with the poisoned one.
        public let values: (honest: TracedValue, poisoned: TracedValue)
    }

    /// The last rows that were left as they are.
    public let cuts: [Int]
    /// The nodes compared.
    public let nodeCount: Int
    /// The values compared: nodes times rows up to each cut, for both poisons.
    public private(set) var valueCount = 0
    /// The first difference, by row of the cut; nil for none.
    public private(set) var difference: Difference?

    /// Tries a plan on one instrument.
    ///
    /// - Parameters:
    ///   - plan: the compiled rule.
    ///   - rows: the rows at which may be cut.
    ///   - cutCount: how many are, spread evenly; every one where there are fewer.
    ///   - history: a history of its bars; nothing that closes after the instant is known, or
    ///     where it `isAbsurd` all of it is wrong; the whole truth for nil.
    public init(
        _ plan: Plan, rows: Range<Int>, cutCount: Int,
        history: (_ known: Timestamp?, _ isAbsurd: Bool) throws -> AdjustedHistory
    ) rethrows {
        let evaluator = ColumnarEvaluator(plan)
        let truth = try history(nil, false)
        let honest = evaluator.trace(truth)
        self.init(cuts: Self.cuts(in: rows, count: cutCount), nodeCount: plan.nodes.count)
        for cut in cuts {
            let known = truth.traded.closedAt[cut]
            for isAbsurd in [false, true] where difference == nil {
                compare(
                    honest, evaluator.trace(try history(known, isAbsurd)), cut: cut,
                    isAbsurd: isAbsurd)
            }
        }
    }

    /// A trial before its first cut.
    init(cuts: [Int], nodeCount: Int) { (self.cuts, self.nodeCount) = (cuts, nodeCount) }

    /// The rows at which is cut.
    static func cuts(in rows: Range<Int>, count: Int) -> [Int] {
        let count = max(1, min(count, rows.count - 1))
        return (1...count).map { rows.lowerBound + (rows.count - 1) * $0 / (count + 1) }
    }

    /// Compares every value up to a cut.
    mutating func compare(
        _ honest: [[TracedValue]], _ seen: [[TracedValue]], cut: Int, isAbsurd: Bool
    ) {
        valueCount += nodeCount * (cut + 1)
        difference = Self.difference(
            honest, seen, cut: cut, poison: isAbsurd ? "absurd" : "unknown")
    }

    private static func difference(
        _ honest: [[TracedValue]], _ seen: [[TracedValue]], cut: Int, poison: String
    ) -> Difference? {
        for node in honest.indices where honest[node][...cut] != seen[node][...cut] {
            guard let row = (0...cut).first(where: { honest[node][$0] != seen[node][$0] }) else {
                continue
            }
            return Difference(
                node: node, row: row, cut: cut, poison: poison,
                values: (honest[node][row], seen[node][row]))
        }
        return nil
    }
}

extension AdjustedHistory {
    /// The same history with nothing known of what closes after an instant, or with all of it
    /// absurd; splits that come later are forgotten. What it reads and its universe likewise.
    ///
    /// - Parameters:
    ///   - known: the instant.
    ///   - isAbsurd: true for wrong prices, false for none.
    /// - Returns: what is left.
    public func poisoned(after known: Timestamp, isAbsurd: Bool) -> AdjustedHistory {
        let own = AdjustedHistory(
            traded.poisoned(after: known, isAbsurd: isAbsurd),
            actions: booked.filter { $0.exDate <= known }, view: .splits
        ).reading(read.mapValues { $0.poisoned(after: known, isAbsurd: isAbsurd) })
        guard let universe else { return own }
        return own.among(universe.poisoned(after: known, isAbsurd: isAbsurd))
    }
}

extension Series {
    /// The same bars, with those that close after an instant unknown or absurd.
    func poisoned(after known: Timestamp, isAbsurd: Bool) -> Series {
        let bars = zip(self.bars, closedAt).enumerated().map { row, pair in
            let (bar, closedAt) = pair
            guard closedAt > known else { return bar }
            guard isAbsurd else { return Bar(time: bar.time) }
            let price = row.isMultiple(of: 2) ? 1e9 : 1e-6
            return Bar(
                time: bar.time, open: price, high: 2 * price, low: price / 2, close: price,
                volume: 1e15 * price)
        }
        return Series(symbol: symbol, interval: interval, calendar: calendar, bars: bars)
    }
}
