import Backtesting
import Database
import Foundation
import MarketData
import Reporting

/// The words in which kept runs are shown.
enum RunText {
    /// The runs as a table, one a line.
    static func table(_ runs: [RunRecord]) -> TextTable {
        TextTable(
            head: [
                "Run", "Started", "Symbols", "Convention", "Median return", "Sharpe", "Drawdown",
                "Trades",
            ],
            rows: runs.map { run in
                let figures = headlines(run)
                let symbols = run.symbol.split(separator: ",")
                let name =
                    symbols.count <= 2
                    ? symbols.joined(separator: ", ")
                    : "\(symbols[0]) and \(symbols.count - 1) more"
                return [
                    run.id, started(run), name, convention(figures),
                    percent(median(figures.map(\.totalReturn))),
                    ratio(median(figures.compactMap(\.sharpe))),
                    percent(median(figures.map(\.maxDrawdown))),
                    "\(figures.reduce(0) { $0 + $1.tradeCount })",
                ]
            }, textColumns: 4)
    }

    /// Whose formulas the figures of a run follow.
    private static func convention(_ figures: [RunHeadline]) -> String {
        figures.first?.convention ?? "–"
    }

    /// The figures of one run, one symbol a line.
    static func figures(_ run: RunRecord) throws -> TextTable {
        TextTable(
            head: ["Symbol", "Return", "CAGR", "Sharpe", "Drawdown", "Trades", "B&H return"],
            rows: headlines(run).map { figure in
                [
                    figure.symbol, percent(figure.totalReturn), percent(figure.cagr),
                    ratio(figure.sharpe), percent(figure.maxDrawdown), "\(figure.tradeCount)",
                    percent(figure.buyAndHold),
                ]
            }, textColumns: 1)
    }

    /// What two runs were asked or read differently, a line each.
    static func differences(_ first: RunFile, _ second: RunFile) -> [String] {
        var lines: [String] = []
        func compare(_ name: String, _ one: String?, _ other: String?) {
            guard one != other else { return }
            lines.append("\(name): \(one ?? "not set") → \(other ?? "not set")")
        }
        compare("strategy", first.strategy, second.strategy)
        let names = first.options.map(\.name) + second.options.map(\.name)
        for name in unique(names) {
            let values = [first, second].map { file in
                file.options.first { $0.name == name }.map {
                    $0.values.isEmpty ? "yes" : $0.values.joined(separator: ", ")
                }
            }
            compare(name, values[0], values[1])
        }
        if first.plan != second.plan { lines.append("plan: another fingerprint") }
        for symbol in unique(first.data.map(\.symbol) + second.data.map(\.symbol)) {
            let digests = [first, second].map { $0.data.first { $0.symbol == symbol }?.digests }
            if let one = digests[0], let other = digests[1], one != other {
                lines.append("data of \(symbol): other digests")
            }
        }
        compare("program", first.engine, second.engine)
        return lines
    }

    /// The runs as one JSON document.
    static func json(_ runs: [RunRecord]) -> String {
        JSONValue.array(runs.map { .object(members($0)) }).document
    }

    /// One run with the file that repeats it, as one JSON document.
    static func json(_ run: RunRecord, file: RunFile, folder: String) -> String {
        let options = file.options.map { option in
            JSONValue.Member(option.name, .array(option.values.map { .text($0) }))
        }
        let data = file.data.map { one in
            JSONValue.Member(one.symbol, .array(one.digests.map { .text($0) }))
        }
        return JSONValue.object(
            members(run) + [
                .init("engine", .text(file.engine)), .init("options", .object(options)),
                .init("data_digests", .object(data)),
                .init("files", .object(file.files.map { .init($0.path, .text($0.digest)) })),
                .init("kept_in", .text(folder)),
            ]
        ).document
    }

    private static func members(_ run: RunRecord) -> [JSONValue.Member] {
        [
            .init("run", .text(run.id)), .init("started", .text(started(run))),
            .init("command", .text(run.command)), .init("strategy", .text(run.strategy)),
            .init("plan", .text(run.fingerprint)), .init("data", .text(run.datasetDigest)),
            .init("reports", .text(run.folder.isEmpty ? nil : run.folder)),
            .init("figures", .array(headlines(run).map(json))),
        ]
    }

    private static func json(_ figure: RunHeadline) -> JSONValue {
        .object([
            .init("symbol", .text(figure.symbol)),
            .init("total_return_fraction", .number(figure.totalReturn)),
            .init("cagr_fraction", .number(figure.cagr)),
            .init("sharpe_annualized", .number(figure.sharpe)),
            .init("max_drawdown_fraction", .number(figure.maxDrawdown)),
            .init("trade_count", .integer(figure.tradeCount)),
            .init("buy_and_hold_return_fraction", .number(figure.buyAndHold)),
            .init("convention", .text(figure.convention)),
        ])
    }

    /// Where the reports of a run are, as far as that is known.
    static func reports(_ run: RunRecord) -> String {
        run.folder.isEmpty
            ? "none known; 'finstage report \(run.id)' writes them" : run.folder
    }

    /// What an older program wrote otherwise is shown as no figures, and said.
    private static func headlines(_ run: RunRecord) -> [RunHeadline] {
        do {
            return try JSONDecoder().decode([RunHeadline].self, from: Data(run.headline.utf8))
        } catch {
            Terminal.note("warning: the figures of \(run.id) could not be read: \(error)")
            return []
        }
    }

    private static func started(_ run: RunRecord) -> String {
        Timestamp(microseconds: run.created / 1_000_000 * 1_000_000).text
    }

    private static func median(_ values: [Double]) -> Double? {
        let sorted = values.sorted()
        guard !sorted.isEmpty else { return nil }
        return (sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]) / 2
    }

    private static func percent(_ value: Double?) -> String { TextTable.percent(value) }
    private static func ratio(_ value: Double?) -> String { TextTable.ratio(value) }

    private static func unique(_ names: [String]) -> [String] {
        var seen: Set<String> = []
        return names.filter { seen.insert($0).inserted }
    }
}
