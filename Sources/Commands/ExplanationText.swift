import Backtesting
import Evaluation
import MarketData
import Reporting
import Trading

/// An explanation for people and for programs.
struct ExplanationText {
    private let explanation: Explanation
    private let strategy: String
    private let subject: Subject

    init(_ explanation: Explanation, strategy: String, _ subject: Subject) {
        (self.explanation, self.strategy, self.subject) = (explanation, strategy, subject)
    }

    // MARK: - Text

    var text: String {
        let bar = explanation.bar
        let place = "bar \(explanation.row + 1) of \(subject.history.count)"
        return "\(strategy) on \(subject.symbol), session \(session), \(place), closed "
            + "\(explanation.closedAt.text)\n\n"
            + "Bar: open \(ValueText.text(bar.open)), high \(ValueText.text(bar.high)), low "
            + "\(ValueText.text(bar.low)), close \(ValueText.text(bar.close)), volume "
            + "\(ValueText.text(bar.volume))\n\n"
            + nodeTable.text + "\n" + lines.map { $0 + "\n" }.joined()
    }

    private var session: String { "\(subject.sessionDate(ofRow: explanation.row))" }

    private var nodeTable: TextTable {
        TextTable(
            head: ["Node", "Words", "Value"],
            rows: explanation.nodes.map {
                ["\($0.index)", $0.words, ValueText.text($0.value)]
            }, textColumns: 2)
    }

    private var unknown: [String] {
        explanation.nodes.compactMap { node in
            node.reasonUnknown.map { "Node \(node.index) is unknown: \($0)" }
        }
    }

    private var lines: [String] {
        unknown + (unknown.isEmpty ? [] : [""])
            + explanation.rules.map { line, node in
                let value = node.map { " = \(ValueText.text($0.value))" } ?? ""
                return "\(line.wish): \(line.text)\(value)"
            } + ["", "Decision: \(decision)"] + [change, held].compactMap(\.self)
            + explanation.orders.map(order) + explanation.refusals.map { "Refused: \($0)" }
            + ["Equity: \(ValueText.text(explanation.equity))"]
    }

    private var decision: String {
        explanation.wishes.isEmpty
            ? "nothing, as no condition is true" : explanation.wishes.words
    }

    private var change: String? {
        explanation.change.map { change in
            "Target: \(change.from.rawValue) → \(change.to.rawValue) (\(change.reason))"
                + levels(change.stop, change.target)
        }
    }

    private var held: String? {
        explanation.position.map { position in
            let side = position.quantity < 0 ? "short" : "long"
            let since = subject.sessionDate(
                ofRow: position.entryRow + subject.rows.lowerBound)
            return "Position: \(side) \(ValueText.text(position.quantity.magnitude)) since "
                + "\(since) at \(ValueText.text(position.entryPrice))"
                + levels(finite(position.stopPrice), finite(position.targetPrice))
        } ?? "Position: none"
    }

    private func finite(_ value: Double) -> Double? { value.isFinite ? value : nil }

    private func levels(_ stop: Double?, _ target: Double?) -> String {
        [("stop", stop), ("target", target)].compactMap { name, value in
            value.map { ", \(name) \(ValueText.text($0))" }
        }.joined()
    }

    private func order(_ order: Explanation.Order) -> String {
        let record = order.record
        var text = "Order \(order.role): \(record.side), by \(order.rule); decided "
        text += "\(date(record.row)), \(record.status)"
        if let row = record.fillRow, let quantity = record.quantity, let price = record.price {
            text += " \(date(row)): \(ValueText.text(quantity)) at \(ValueText.text(price)), fee "
            text += ValueText.text(record.fee ?? 0)
        }
        return text + (record.reason.map { ": \($0)" } ?? "")
    }

    private func date(_ row: Int) -> String {
        "\(subject.sessionDate(ofRow: row + subject.rows.lowerBound))"
    }

    // MARK: - JSON

    var json: JSONValue {
        let bar = explanation.bar
        return .object([
            .init("strategy", .text(strategy)), .init("symbol", .text(subject.symbol)),
            .init("session", .text(session)), .init("bar", .integer(explanation.row)),
            .init("closed_at", .text(explanation.closedAt.text)),
            .init("open", .number(bar.open)), .init("high", .number(bar.high)),
            .init("low", .number(bar.low)), .init("close", .number(bar.close)),
            .init("volume", .number(bar.volume)),
            .init("nodes", .array(explanation.nodes.map(Self.json))),
            .init("rules", .array(explanation.rules.map(Self.json))),
            .init("decision", .text(explanation.wishes.words)),
            .init("change", explanation.change.map(Self.json) ?? .null),
            .init("position", explanation.position.map(Self.json) ?? .null),
            .init("orders", .array(explanation.orders.map(Self.json))),
            .init("refusals", .array(explanation.refusals.map { .text($0) })),
            .init("equity", .number(explanation.equity)),
        ])
    }

    private static func json(_ node: Explanation.Node) -> JSONValue {
        .object([
            .init("node", .integer(node.index)), .init("words", .text(node.words)),
            .init("value", JSONValue(node.value)),
            .init("unknown_because", .text(node.reasonUnknown)),
        ])
    }

    private static func json(
        _ rule: (line: TargetText.Line, node: Explanation.Node?)
    ) -> JSONValue {
        .object([
            .init("wish", .text(rule.line.wish)), .init("words", .text(rule.line.text)),
            .init("value", rule.node.map { JSONValue($0.value) } ?? .null),
        ])
    }

    private static func json(_ change: StanceChange) -> JSONValue {
        .object([
            .init("from", .text(change.from.rawValue)), .init("to", .text(change.to.rawValue)),
            .init("reason", .text(change.reason)), .init("stop", .number(change.stop)),
            .init("target", .number(change.target)),
        ])
    }

    private static func json(_ position: Position) -> JSONValue {
        .object([
            .init("quantity", .number(position.quantity)),
            .init("entry_price", .number(position.entryPrice)),
            .init("opened_at", .text(position.openedAt.text)),
            .init("stop_price", .number(position.stopPrice)),
            .init("target_price", .number(position.targetPrice)),
        ])
    }

    private static func json(_ order: Explanation.Order) -> JSONValue {
        let record = order.record
        return .object([
            .init("role", .text(order.role)), .init("rule", .text(order.rule)),
            .init("side", .text(record.side)), .init("purpose", .text(record.purpose)),
            .init("decided", .text(record.time.text)), .init("status", .text(record.status)),
            .init("reason", .text(record.reason)),
            .init("filled", .text(record.fillTime?.text)),
            .init("quantity", .number(record.quantity)), .init("price", .number(record.price)),
            .init("fee", .number(record.fee)),
        ])
    }
}

extension JSONValue {
    /// A node's value: a number, true or false, or null while it is unknown.
    init(_ value: TracedValue) {
        switch value {
        case .number(let bits): self = .number(Double(bitPattern: bits))
        case .truth(let truth): self = .boolean(truth)
        case .unknown: self = .null
        }
    }
}
