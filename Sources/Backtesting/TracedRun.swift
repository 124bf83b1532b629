import Evaluation
import MarketData
import Signals
import Trading

/// A plan on one instrument with every value of every node: what is looked into to explain it.
public struct TracedRun: Sendable {
    /// The compiled rule; its first target is traded.
    public let plan: Plan
    /// The terms.
    public let rules: TradingRules
    /// The instrument.
    public let subject: Subject
    /// Every value: `[node][row]`, rows counted from the first stored bar.
    public let values: [[TracedValue]]
    /// What the target wants at each row.
    public let decisions: DecisionColumns
    /// The account after the last bar.
    public let account: Account

    /// Runs a plan, already applied to its terms, on an instrument that it can read.
    ///
    /// - Parameters:
    ///   - plan: the compiled rule.
    ///   - rules: the terms.
    ///   - subject: the instrument.
    ///   - evaluator: the plan's, where several instruments of one universe are looked into.
    public init(
        _ plan: Plan, _ rules: TradingRules, _ subject: Subject,
        evaluator: ColumnarEvaluator? = nil
    ) {
        let evaluator = evaluator ?? ColumnarEvaluator(plan)
        (self.plan, self.rules, self.subject) = (plan, rules, subject)
        values = evaluator.trace(subject.history)
        decisions = evaluator.decisions(for: [subject.history])[0][0]
        account = Account(rules, subject.history, decisions, rows: subject.rows)
    }

    /// The session before a row that counts and after the decision of its close.
    public func sessions(around row: Int) -> (before: TradingSession, after: TradingSession) {
        Self.sessions(rules, subject, decisions, around: row)
    }

    /// The same for decisions that were found already.
    ///
    /// - Precondition: the row is one of the subject's that count.
    public static func sessions(
        _ rules: TradingRules, _ subject: Subject, _ decisions: DecisionColumns, around row: Int
    ) -> (before: TradingSession, after: TradingSession) {
        precondition(subject.rows.contains(row), "row \(row) is none of \(subject.rows)")
        let history = subject.history
        var account = Account(
            rules, history, decisions, rows: subject.rows.lowerBound..<row)
        let before = account.session
        account.advance(
            to: history.traded[row], actions: history.actions(atRow: row),
            decision: decisions.decision(
                row: row, decidedAt: history.traded.closedAt[row]))
        return (before, account.session)
    }

    /// The first node behind a condition, or itself, that is known at no row that counts; nil for
    /// none.
    public func neverKnown(below index: Int) -> Int? {
        var (open, seen) = ([index], Set<Int>())
        while let node = open.popLast() {
            if seen.insert(node).inserted { open += plan.nodes[node].inputs }
        }
        return seen.sorted().first { node in
            subject.rows.allSatisfy { values[node][$0] == .unknown }
        }
    }

    /// Why a node is not known at a row, in words; nil where it is.
    public func reasonUnknown(ofNode index: Int, at row: Int) -> String? {
        guard values[index][row] == .unknown else { return nil }
        let node = plan.nodes[index]
        let words = plan.words(ofNode: index)
        if node.inputs.isEmpty {
            return node.frame == .own
                ? "this bar has no \(words)" : "no bar of \(node.frame) with a value has closed"
        }
        if node.frame == .own, row < node.lookback {
            return "warm-up: known from bar \(node.lookback) on, \(node.lookback - row) to go"
        }
        if let input = node.inputs.first(where: { values[$0][row] == .unknown }) {
            return "\(plan.words(ofNode: input)) is unknown"
        }
        guard node.frame == .own else { return "warm-up in \(node.frame)" }
        let window = max(0, row - node.lookback)...row
        let hasHole = node.inputs.contains { input in
            window.contains { values[input][$0] == .unknown && $0 >= plan.nodes[input].lookback }
        }
        return hasHole
            ? "a value is missing within its window"
            : "it has no value for these inputs, as 0 ÷ 0 has none"
    }
}
