import Evaluation
import MarketData
import Signals
import Trading

/// One bar of a run: what every node was, what was decided, and which rule was behind it.
public struct Explanation: Sendable {
    /// A node at the bar.
    public struct Node: Sendable {
        /// Its number in the plan.
        public let index: Int
        /// As a quant writes it.
        public let words: String
        /// Its value.
        public let value: TracedValue
        /// Why it is unknown; nil where it is known.
        public let reasonUnknown: String?
    }

    /// An order that the bar decided or filled, or that opened what is held.
    public struct Order: Sendable {
        /// When it was decided, and what became of it.
        public let record: OrderRecord
        /// What it has to do with the bar: `decided`, `filled`, `decided and filled` or `held`.
        public let role: String
        /// The rule behind it: `enter long: sma(close, 10) > sma(close, 50) begins`.
        public let rule: String
    }

    /// The row of the bar, from the first stored one.
    public let row: Int
    /// The bar as it was traded.
    public let bar: Bar
    /// When it closed.
    public let closedAt: Timestamp
    /// Every node, inputs first.
    public let nodes: [Node]
    /// What the target asks for, with the node of each.
    public let rules: [(line: TargetText.Line, node: Node?)]
    /// The change of side by this bar and its decision; nil without one.
    public let change: StanceChange?
    /// The wishes that are known and true.
    public let wishes: Decision.Wishes
    /// What is held after the close.
    public let position: Position?
    /// The orders of the bar, and the entry of what is held.
    public let orders: [Order]
    /// The orders that this bar refused, in words.
    public let refusals: [String]
    /// Cash and position at the close.
    public let equity: Double

    /// The explanation of a row that counts.
    ///
    /// - Precondition: the row is one of the subject's that count.
    public init(_ run: TracedRun, row: Int) {
        let (before, after) = run.sessions(around: row)
        let history = run.subject.history
        let text = TargetText(run.plan)
        (self.row, bar, closedAt) = (row, history.traded[row], history.traded.closedAt[row])
        let nodes = run.plan.nodes.indices.map { index in
            Node(
                index: index, words: run.plan.words(ofNode: index), value: run.values[index][row],
                reasonUnknown: run.reasonUnknown(ofNode: index, at: row))
        }
        self.nodes = nodes
        rules = text.lines.map { line in (line, line.node.map { nodes[$0] }) }
        change = after.stanceChange(since: before.stanceMark)
        wishes = run.decisions.wishes[row]
        (position, equity) = (after.position, after.equity)
        let own = row - run.subject.rows.lowerBound
        let entryRow = after.position?.entryRow
        orders = run.account.session.orders.map(OrderRecord.init).compactMap { record in
            let role: String
            switch (record.row == own, record.fillRow == own) {
            case (true, true): role = "decided and filled"
            case (true, false): role = "decided"
            case (false, true): role = "filled"
            default:
                let opens = record.purpose == "entry" || record.purpose == "reversal"
                guard opens, let fill = record.fillRow, fill == entryRow else { return nil }
                role = "held"
            }
            return Order(record: record, role: role, rule: Self.rule(of: record, text))
        }
        refusals = after.rejections.dropFirst(before.rejections.count)
            .map { $0.reason.description }
    }

    /// Which line of the target sent an order.
    private static func rule(of order: OrderRecord, _ text: TargetText) -> String {
        let isBuy = order.side == "buy"
        let wish: String
        switch order.purpose {
        case "entry", "reversal": wish = isBuy ? "enter long" : "enter short"
        case "signal": wish = isBuy ? "exit short" : "exit long"
        default: wish = order.purpose
        }
        return "\(wish)\(text.line(wish).map { ": \($0.text)" } ?? "")"
    }
}
