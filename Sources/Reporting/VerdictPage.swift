import Charts
import Validation

/// The evidence of one strategy before the gates, as a page.
///
/// Headings and sentences follow the language; the manifest that is signed keeps the English ones.
public struct VerdictPage: Sendable {
    private let verdict: Verdict
    private let options: ReportOptions

    /// The page of a verdict.
    public init(_ verdict: Verdict, options: ReportOptions = ReportOptions()) {
        (self.verdict, self.options) = (verdict, options)
    }

    /// The page as HTML.
    public var html: String {
        let (ledger, texts) = (verdict.ledger, [Phrases.trialsSoFar, Phrases.fingerprint])
        let shell = PageShell(
            title: verdict.strategy, kicker: say(Phrases.gatesKicker), heading: verdict.strategy,
            subtitle: SentenceTexts.text(verdict.summary, language),
            notes: [
                SentenceTexts.text(verdict.heading, language),
                texts[0].text(language, FigureText.count(ledger.trialCount), ledger.digest),
                texts[1].text(language, verdict.plan),
            ], options: options)
        return shell.html(main: gates + growth + evidence)
    }

    private var language: Language { options.language }

    private func say(_ phrase: Phrase) -> String { phrase.text(language) }

    private func sentence(_ english: String) -> String { SentenceTexts.text(english, language) }

    private var gates: String {
        let heads = [
            Hypertext.Head(say(Phrases.gate)),
            .init(say(Phrases.gateVerdict), styleClass: "text"),
            .init(say(Phrases.gateValue)), .init(say(Phrases.gateNeeded)),
            .init(say(Phrases.reason), styleClass: "long"),
        ]
        return "<section>"
            + Hypertext.table(
                heads, rows: verdict.results.map(row), styleClass: "gates",
                caption: say(Phrases.gates)) + "</section>"
    }

    private func row(_ result: GateResult) -> String {
        let word = verdict.word(for: result)
        let tone = result.passed && !result.passedOnlyAtOwn ? "text gain" : "text loss"
        let needed =
            result.passedOnlyAtOwn
            ? Phrases.gateNeededOwn.text(
                language, result.thresholdText, result.usualThresholdText)
            : result.thresholdText
        return "<tr><th scope=\"row\">\(MarkupText.escaped(result.name))</th>"
            + Hypertext.element("td", Phrases.verdict(word, language), styleClass: tone)
            + Hypertext.figure("td", result.valueText)
            + Hypertext.element("td", needed)
            + Hypertext.element("td", sentence(result.why), styleClass: "long") + "</tr>"
    }

    /// Strategy and holding from the same unit of money.
    private var growth: String {
        let curves = verdict.growth
        let title = say(Phrases.growthOfOne)
        let chart = Chart(
            title: title, rowCount: curves.times.count,
            rowTicks: RowTicks.ticks(curves.times, atMost: 12, language: language),
            marks: [
                LineMark(curves.held, legend: say(Phrases.buyAndHold), tone: .secondary),
                LineMark(curves.traded, legend: verdict.strategy.shortened, tone: .primary),
            ], scale: .logarithmic)
        return "<section><h2>\(title)</h2><figure class=\"block\">\(chart.svg())</figure>"
            + Hypertext.element("p", say(Phrases.growthNote), styleClass: "note") + "</section>"
    }

    private var evidence: String {
        verdict.results.filter { !$0.evidence.isEmpty }.map { result in
            "<section><h2>\(MarkupText.escaped(result.name))</h2>"
                + Hypertext.element("p", sentence(result.question), styleClass: "note")
                + result.evidence.map { columns($0) + table($0) }.joined() + "</section>"
        }.joined()
    }

    /// The first column of a longer table of fractions, drawn.
    private func columns(_ table: GateTable) -> String {
        guard table.rows.count >= 4, let first = table.columns.first, first.unit == .fraction
        else { return "" }
        let step = (table.rows.count + 9) / 10
        let ticks = stride(from: 0, to: table.rows.count, by: step).map {
            RowTick(row: $0, label: String(table.rows[$0].label.prefix(7)))
        }
        let chart = Chart(
            title: "\(sentence(table.title)): \(sentence(first.head))", rowCount: table.rows.count,
            rowTicks: ticks,
            marks: [
                ColumnMark(
                    table.rows.map { $0.values[0] ?? .nan }, tone: .positive, lowTone: .negative)
            ], tickFormat: .percent, height: 180)
        return "<figure class=\"block\">\(chart.svg())</figure>"
    }

    private func table(_ table: GateTable) -> String {
        let rows = table.rows.map { row in
            "<tr><th scope=\"row\">\(MarkupText.escaped(sentence(row.label)))</th>"
                + zip(table.columns, row.values).map { column, value in
                    Hypertext.figure("td", column.unit.text(value))
                }.joined() + "</tr>"
        }
        let heads =
            [Hypertext.Head(sentence(table.label))] + table.columns.map { .init(sentence($0.head)) }
        return Hypertext.table(
            heads, rows: rows, styleClass: "evidence", caption: sentence(table.title))
    }
}
