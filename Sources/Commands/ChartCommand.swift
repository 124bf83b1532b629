import ArgumentParser
import Backtesting
import ColumnStore
import Evaluation
import Foundation
import MarketData
import Reporting
import Signals

/// `finstage chart SYMBOL`
struct ChartCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "chart",
        abstract: "Writes a page of candles, volume, indicators, actions and findings.",
        discussion: """
            Example: finstage chart AAPL --indicator 'sma(50)' --indicator 'rsi(14)'

            Prices stand on the share basis of the last bar, so that a split is no crash.
            """)

    @Argument(help: "The symbol.") var symbol: String
    @Option(
        name: .customLong("indicator"),
        help: "An indicator with its numbers, such as 'rsi(14)'; repeatable.")
    var indicators: [String] = []
    @OptionGroup(title: "Selection") var selection: SelectionOptions
    @OptionGroup(title: "Output") var output: OutputOptions

    func validate() throws {
        guard selection.symbols.isEmpty else {
            throw wrongWords("chart takes the symbol as its word; leave --symbol out")
        }
        if output.csv {
            throw wrongWords("chart has no table for --csv; 'finstage data show' prints bars")
        }
    }

    func run() throws {
        let chosen = try indicators.map(IndicatorChoice.init)
        try reportingFailure {
            let research = try Research(reading: selection, isQuiet: output.quiet)
            let subject = try research.subject(named: symbol)
            let findings = try research.store.findings(symbol: symbol)
            let folder = output.output ?? Research.reportFolder(WallClock.stamp(), ["chart"])
            let path = try ReportWriter(folder: folder, options: output.reports)
                .write(page(subject, chosen, findings: findings))
            guard output.json else { return Terminal.result("Page: \(path)") }
            let json = json(subject, findings: findings, page: path)
            Terminal.result(String(json.document.dropLast()))
        }
    }

    private func json(_ subject: Subject, findings: [SeriesFinding], page: String) -> JSONValue {
        let passport = subject.passport
        return .object([
            .init("symbol", .text(subject.symbol)), .init("interval", .text(selection.interval)),
            .init("dataset", .text(passport.dataset)),
            .init("series_digest", .text(passport.seriesDigest)),
            .init("first_session", .text(passport.firstSession)),
            .init("last_session", .text(passport.lastSession)),
            .init("bar_count", .integer(passport.barCount)),
            .init("indicators", .array(indicators.map { .text($0) })),
            .init("actions", .array(subject.rows.flatMap(subject.history.actions).map(\.json))),
            .init("remarks", .array(passport.remarks.map { .text($0.description) })),
            .init("findings", .array(findings.map { .text($0.text) })),
            .init("page", .text(page)),
        ])
    }

    private func page(
        _ subject: Subject, _ chosen: [IndicatorChoice], findings: [SeriesFinding]
    ) throws -> ChartPage {
        let bars = BarColumns(subject.history, rows: subject.rows)
        let scaled = { (column: [Double]) in zip(column, bars.factor).map { $0 * $1 } }
        let volume = zip(subject.history.traded.volume[subject.rows], bars.factor)
            .map { $0 / $1 }
        let placed = Self.placed(findings, subject)
        return ChartPage(
            symbol: subject.symbol,
            columns: ChartColumns(
                times: bars.times, open: scaled(bars.open), high: scaled(bars.high),
                low: scaled(bars.low), close: scaled(bars.close), volume: volume),
            drawn: chosen.flatMap { $0.series(of: subject, factors: bars.factor) },
            events: events(subject) + placed.events,
            notes: ChartPage.notes(
                subject.passport, findings: placed.others, language: output.language),
            options: output.reports)
    }

    /// Findings at the bar that they mean, or the first after it; what means none of those shown
    /// stays in words.
    private static func placed(
        _ findings: [SeriesFinding], _ subject: Subject
    ) -> (events: [ChartEvent], others: [String]) {
        let times = subject.history.traded.times[subject.rows]
        var (events, others) = ([ChartEvent](), [String]())
        for finding in findings {
            guard let date = finding.date, let first = times.first, date >= first,
                let row = times.firstIndex(where: { $0 >= date })
            else {
                others.append(finding.text)
                continue
            }
            events.append(
                ChartEvent(row: row - times.startIndex, kind: .finding, text: finding.text))
        }
        return (events, others)
    }

    private func events(_ subject: Subject) -> [ChartEvent] {
        subject.rows.flatMap { row in
            subject.history.actions(atRow: row).map { action in
                let text =
                    switch action.kind {
                    case .split(let new, let old): "split \(new):\(old)"
                    case .dividend(let amount): "dividend \(amount)"
                    }
                return ChartEvent(row: row - subject.rows.lowerBound, kind: .action, text: text)
            }
        }
    }
}
