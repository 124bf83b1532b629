import Evaluation
import MarketData
import Signals
import Trading

/// A strategy run bar by bar through the incremental evaluator, session and journal, compared
/// with the columnar backtest at every bar.
public struct Replay: Sendable {
    /// The first bar whose bits differ.
    public struct Difference: Error, CustomStringConvertible {
        /// The row of the bar.
        public let row: Int
        /// The start of the bar.
        public let time: Timestamp
        /// `node …`, `decision` or `equity`, with both values.
        public let what: String

        /// Which bar, and what differs.
        public var description: String { "bar \(row) (\(time.text)): \(what)" }
    }

    private let plan: Plan
    private let rules: TradingRules
    private let history: AdjustedHistory
    private let rows: Range<Int>
    private let fault: (@Sendable (Int, Decision) -> Decision)?

    /// A replay of the rows that a backtest trades. A `fault` changes the incremental decisions,
    /// to prove that a replay notices.
    public init(
        _ plan: Plan, _ rules: TradingRules, _ history: AdjustedHistory, rows: Range<Int>,
        fault: (@Sendable (Int, Decision) -> Decision)? = nil
    ) {
        (self.plan, self.rules, self.history) = (plan, rules, history)
        (self.rows, self.fault) = (rows, fault)
    }

    /// Runs to the end, or to the first difference.
    ///
    /// - Returns: the account, equal to the backtest's.
    /// - Throws: `Difference`, or `JournalError`.
    public func run(into journal: Journal?) throws -> Account {
        let evaluator = ColumnarEvaluator(plan)
        let columns = evaluator.decisions(for: [history])[0][0]
        let traces = evaluator.trace(history)
        let backtest = Account(rules, history, columns, rows: rows)
        var live = HistoryEvaluator(plan, history)
        var account = Account(rules, rows: rows)
        for row in 0..<history.count {
            live.advance()
            for node in plan.nodes.indices where live.value(ofNode: node) != traces[node][row] {
                throw difference(
                    row, "node \(node), \(plan.nodes[node].label)", live.value(ofNode: node),
                    traces[node][row])
            }
            guard rows.contains(row) else { continue }
            let decision = fault?(row, live.decision()) ?? live.decision()
            try check(decision, columns, row)
            account.advance(
                to: history.traded[row], actions: history.actions(atRow: row), decision: decision)
            let (ours, theirs) = (account.session.equity, backtest.equity[row - rows.lowerBound])
            guard ours.bitPattern == theirs.bitPattern else {
                throw difference(row, "equity", ours, theirs)
            }
            try journal?.append(line(row, decision, account))
        }
        try journal?.close()
        return account
    }

    private func check(_ decision: Decision, _ columns: DecisionColumns, _ row: Int) throws {
        let expected = columns.decision(row: row, decidedAt: history.traded.closedAt[row])
        let isSame =
            decision.wishes == expected.wishes && decision.decidedAt == expected.decidedAt
            && isSame(decision.stop, expected.stop) && isSame(decision.target, expected.target)
            && isSame(decision.weight, expected.weight)
        guard isSame else { throw difference(row, "decision", decision, expected) }
    }

    /// Equal to the bit; every NaN is the same unknown.
    private func isSame(_ one: Double, _ other: Double) -> Bool {
        one.bitPattern == other.bitPattern || (one.isNaN && other.isNaN)
    }

    private func difference(
        _ row: Int, _ what: String, _ live: some Any, _ backtest: some Any
    ) -> Difference {
        Difference(
            row: row, time: history.traded.times[row],
            what: "\(what) is \(live) bar by bar, \(backtest) in the backtest")
    }

    private func line(_ row: Int, _ decision: Decision, _ account: Account) -> String {
        let session = account.session
        return """
            {"bar":"\(history.traded.times[row].text)","wishes":\(decision.wishes.rawValue),\
            "quantity":\(session.position?.quantity ?? 0),"trades":\(session.trades.count),\
            "equity":\(session.equity),\
            "equity_bits":"\(String(session.equity.bitPattern, radix: 16))"}
            """
    }
}
