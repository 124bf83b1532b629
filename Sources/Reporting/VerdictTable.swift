import Charts
import MarketData
import Validation

/// What the gates say of one or more strategies, for a terminal and for programs.
public struct VerdictTable: Sendable {
    private let verdicts: [Verdict]

    /// The table of some verdicts.
    public init(_ verdicts: [Verdict]) { self.verdicts = verdicts }

    /// One block a strategy: the gates, and why it is refused.
    ///
    /// - Parameters:
    ///   - isColored: true on a terminal that shows colours.
    ///   - colors: which colours stand for good and bad.
    /// - Returns: the lines.
    public func text(isColored: Bool = false, colors: TrendColors = .western) -> String {
        let style = TerminalStyle(isColored: isColored, colors: colors)
        return verdicts.map { Self.block($0, style) }.joined(separator: "\n")
    }

    private static func block(_ verdict: Verdict, _ style: TerminalStyle) -> String {
        let table = TextTable(
            head: ["Gate", "Verdict", "Value", "Needed"],
            rows: verdict.results.map { result in
                [result.name, verdict.word(for: result), result.valueText, result.thresholdText]
            }, textColumns: 2)
        let accepted = verdict.results.filter { verdict.accepted.contains($0.name) }
        let lines =
            verdict.refusals.map { "  \($0.line)" }
            + accepted.map { "  accepted although it fails: \($0.line)" }
            + verdict.lenient.compactMap(\.ownThresholdText).map { "  \($0)" }
            + ["  trials on this store so far: \(verdict.ledger.trialCount)"]
        return style.bold(verdict.heading) + "\n" + table.text
            + style.trend(verdict.summary, sign: verdict.isPassed ? "+" : "-") + "\n"
            + lines.map { MarkupText.visible($0) + "\n" }.joined()
    }

    /// One row a strategy and gate, as comma-separated text; an undefined value is empty.
    public var csv: String {
        let head = [
            "strategy", "gate", "passed", "accepted", "value", "comparison", "threshold", "unit",
            "why",
        ]
        let rows = verdicts.flatMap { verdict in
            verdict.results.map { result -> [DelimitedText.Cell] in
                [
                    .text(verdict.strategy), .text(result.name), .text("\(result.passed)"),
                    .text("\(verdict.accepted.contains(result.name))"), .number(result.value),
                    .text(result.comparison.rawValue), .number(result.threshold),
                    .text(result.unit.rawValue), .text(result.why),
                ]
            }
        }
        return ([head.map { .text($0) }] + rows).map(DelimitedText.row).joined()
    }

    /// One JSON document with every verdict and its evidence.
    public var json: String {
        JSONValue.object([.init("validations", .array(verdicts.map(Self.json)))]).document
    }

    private static func json(_ verdict: Verdict) -> JSONValue {
        .object([
            .init("strategy", .text(verdict.strategy)),
            .init(
                "parameters",
                .object(
                    verdict.parameters.sorted { $0.key < $1.key }
                        .map { .init($0.key, .text($0.value)) })),
            .init("plan", .text(verdict.plan)),
            .init("symbols", .array(verdict.symbols.map { .text($0) })),
            .init("interval", .text(verdict.interval)),
            .init("first_session", .text(verdict.firstSession)),
            .init("last_session", .text(verdict.lastSession)),
            .init("passed", .boolean(verdict.isPassed)),
            .init("refused_by", .array(verdict.refusals.map { .text($0.name) })),
            .init("accepted", .array(verdict.accepted.map { .text($0) })),
            .init(
                "passed_only_at_own_thresholds",
                .array(verdict.lenient.map { .text($0.name) })),
            .init("trial_count", .integer(verdict.ledger.trialCount)),
            .init("ledger_digest", .text(verdict.ledger.digest)),
            .init("gates", .array(verdict.results.map(json))),
        ])
    }

    private static func json(_ result: GateResult) -> JSONValue {
        .object([
            .init("name", .text(result.name)), .init("question", .text(result.question)),
            .init("passed", .boolean(result.passed)), .init("value", .number(result.value)),
            .init("threshold", .number(result.threshold)),
            .init("default_threshold", .number(result.usualThreshold)),
            .init("passed_only_at_own_thresholds", .boolean(result.passedOnlyAtOwn)),
            .init("comparison", .text(result.comparison.rawValue)),
            .init("unit", .text(result.unit.rawValue)), .init("why", .text(result.why)),
            .init("evidence", .array(result.evidence.map(json))),
        ])
    }

    private static func json(_ table: GateTable) -> JSONValue {
        .object([
            .init("title", .text(table.title)),
            .init(
                "columns",
                .array(
                    table.columns.map {
                        .object([
                            .init("head", .text($0.head)), .init("unit", .text($0.unit.rawValue)),
                        ])
                    })),
            .init(
                "rows",
                .array(
                    table.rows.map {
                        .object([
                            .init("label", .text($0.label)),
                            .init("values", .array($0.values.map { .number($0) })),
                        ])
                    })),
        ])
    }
}

extension Verdict {
    /// Strategy, parameters, instruments and range.
    var heading: String {
        let values = parameters.sorted { $0.key < $1.key }.map { " \($0.key)=\($0.value)" }
        let names = symbols.count <= 4 ? symbols.joined(separator: ", ") : "\(symbols.count) series"
        return MarkupText.visible(
            "\(strategy)\(values.joined()) on \(names) \(interval), \(firstSession) to "
                + lastSession)
    }

    /// The verdict in a sentence.
    var summary: String {
        guard isPassed else {
            return "Refused by \(refusals.count) of \(counted(results.count, "gate"))."
        }
        let own = lenient.isEmpty ? "" : " \(lenient.count) only at own thresholds."
        guard !accepted.isEmpty else { return "Passed all \(results.count) gates.\(own)" }
        return "Passed, accepting what fails: \(accepted.joined(separator: ", ")).\(own)"
    }

    /// `passed`, `own threshold`, `accepted` or `refused`.
    func word(for result: GateResult) -> String {
        result.passedOnlyAtOwn
            ? "own threshold"
            : result.passed ? "passed" : accepted.contains(result.name) ? "accepted" : "refused"
    }
}
