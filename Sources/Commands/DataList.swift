import ArgumentParser
import ColumnStore
import Foundation
import MarketData
import Reporting

/// `finstage data list`
struct DataList: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Prints every stored series.",
        discussion: "Example: finstage data list")

    @Flag(help: "One JSON document.") var json = false
    @OptionGroup var option: StoreOption

    func run() throws {
        try reportingFailure {
            let store = try option.readingOrNew()
            let (entries, problems) = try store.listing()
            for problem in problems { Terminal.note("warning: \(problem)") }
            if json {
                let list = try entries.map { JSONValue.object(try $0.members(in: store)) }
                return Terminal.result(String(JSONValue.array(list).document.dropLast()))
            }
            for entry in entries { Terminal.result(entry.line) }
        }
    }
}

/// `finstage data show SYMBOL`
struct DataShow: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Prints a series' passport, actions, first and last bars.",
        discussion: """
            Examples:
              finstage data show MSFT
              finstage data show BTC --interval 1h --json
            """)

    @OptionGroup var series: SeriesOptions
    @Flag(help: "One JSON document.") var json = false
    @OptionGroup var option: StoreOption

    func run() throws {
        try reportingFailure {
            let store = try option.readingOrNew()
            let stored = try store.series(symbol: series.symbol, interval: series.length)
            if json {
                return Terminal.result(
                    String(try stored.json(in: store).document.dropLast()))
            }
            let entry = stored.entry
            let size = counted(entry.rowCount, "bar")
            Terminal.result(
                """
                \(entry.name)  \(size), \(entry.first.text) to \(entry.last.text)
                calendar   \(entry.calendar.name)
                prices     \(entry.basis.text) \(entry.currency)
                origin     \(entry.origin)
                licence    \(entry.licence)
                data set   \(entry.dataset) (\(entry.selection))
                file       \(try store.path(symbol: entry.symbol, interval: entry.interval))
                sha256     \(entry.digest)
                actions    \(stored.actions.count) applied, \(stored.actionFindings.count) left out
                """)
            for action in stored.actions where action.isSplit {
                Terminal.result("  \(action.text)")
            }
            for finding in stored.findings {
                Terminal.result("  \(finding.treatment): \(finding.text)")
            }
            let bars = stored.series.bars
            for bar in bars.prefix(3) + bars.suffix(3) { Terminal.result("  \(bar.text)") }
        }
    }
}

extension SeriesEntry {
    /// The series in one line.
    fileprivate var line: String {
        [
            symbol, intervalName, calendar.name, counted(rowCount, "bar"),
            "\(first.text) to \(last.text)", basis.text, dataset.isEmpty ? source : dataset,
            digest.short,
        ].joined(separator: "  ")
    }

    /// The passport as members of a JSON object.
    fileprivate func members(in store: Store) throws -> [JSONValue.Member] {
        [
            .init("symbol", .text(symbol)), .init("interval", .text(intervalName)),
            .init("calendar", .text(calendar.name)), .init("currency", .text(currency)),
            .init("bar_count", .integer(rowCount)), .init("first", .text(first.text)),
            .init("last", .text(last.text)), .init("price_basis", .text(basis.text)),
            .init("dataset", .text(dataset)), .init("selection", .text(selection)),
            .init("source", .text(source)), .init("origin", .text(origin)),
            .init("licence", .text(licence)), .init("sha256", .text(digest.description)),
            .init("path", .text(try store.path(symbol: symbol, interval: interval))),
        ]
    }
}

extension StoredSeries {
    /// The passport with actions and findings.
    fileprivate func json(in store: Store) throws -> JSONValue {
        let found = findings.map { finding in
            JSONValue.object([
                .init("kind", .text(finding.kind)), .init("date", .text(finding.date?.text)),
                .init("line", finding.line > 0 ? .integer(finding.line) : .text(nil)),
                .init("treatment", .text(finding.treatment)), .init("text", .text(finding.text)),
            ])
        }
        return .object(
            try entry.members(in: store) + [
                .init("actions", .array(actions.map(\.json))), .init("findings", .array(found)),
            ])
    }
}

extension CorporateAction {
    /// The action as an object.
    var json: JSONValue {
        let (name, value): (String, JSONValue) =
            switch kind {
            case .split(let new, let old): ("split", .text("\(new):\(old)"))
            case .dividend(let amount): ("dividend", .number(amount))
            }
        return .object([
            .init("ex_date", .text(exDate.text)), .init("kind", .text(name)),
            .init("value", value),
        ])
    }
}
