import ArgumentParser
import ColumnStore
import Foundation
import MarketData
import Signals

/// `finstage data import PATH…`
struct DataImport: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Imports CSV files of bars, or data-set folders.",
        discussion: """
            Examples:
              finstage data import prices.csv --symbol XYZ
              finstage data import Datasets/bundle
              finstage data import raw.csv --symbol ABC --actions actions.csv --repair
              finstage data import mood.csv --symbol AAPL --column mood

            A file has a header with date (or time), open, high, low, close and volume. A folder
            holds a metadata.json. A file with a mistake is refused as a whole; --repair sorts the
            rows, sets bad ones aside and imports the rest. A file of a symbol that is stored adds
            its new bars, also to a data set's series, and removes none; --on-conflict says what
            holds where it has other values than the store. A data set that is imported again
            brings its own bars, and those that it lacks stay. What trades on weekends needs
            --calendar 24/7. A time of day without an offset is UTC;
            --zone exchange takes it from the clocks of the exchange.

            With --column a file has a time, or a date, and that column. A number is known a minute
            after its time; one with a date alone at the end of that day by the calendar.
            """)

    @Argument(help: "CSV files, or folders with a metadata.json.") var paths: [String]
    @Option(help: "The symbol; default: the file's name.") var symbol: String?
    @Option(help: "XNYS, XLON or 24/7; default: XNYS, of a column 24/7.") var calendar: String?
    @Option(
        help: """
            The file holds no bars, but this one column of other numbers of the symbol, such as \
            sentiment; a rule reads it by bars.column("sentiment").
            """)
    var column: String?
    @Option(help: "1m, 5m, 15m, 1h, 1d or 1w; default: as the spacing of the rows says.")
    var interval: String?
    @Option(help: "What the source did to the prices: raw, splits or total.") var basis = "raw"
    @Option(
        help: """
            A file of actions: symbol,ex_date,kind,value. A split is new:old, a dividend the cash \
            for one share as it was paid. Default: what is stored of the symbol stays.
            """)
    var actions: String?
    @Option(
        name: .customLong("on-conflict"),
        help:
            "refuse, keep (the stored bars), replace (by the file's), or fresh (forget the stored)."
    )
    var conflict: String?
    @Option(help: "utc or exchange: whose clocks show times without an offset.") var zone = "utc"
    @Flag(help: "Sort the rows and set bad ones aside instead of refusing the file.") var repair =
        false
    @OptionGroup var option: StoreOption

    func validate() throws {
        if symbol != nil && paths.count > 1 {
            throw wrongWords("--symbol names one file; import several without it, or one by one")
        }
        if let calendar, MarketData.Calendar.named(calendar) == nil {
            throw wrongWords("--calendar takes XNYS, XLON or 24/7; '\(calendar)' is none")
        }
        if let interval, !(Interval(name: interval).map { $0.isMade(of: $0) } ?? false) {
            throw wrongWords(
                "--interval takes 1m, 5m, 15m, 1h, 1d, 1w or another part of a day; "
                    + "'\(interval)' is none")
        }
        if let conflict, ImportConflict(rawValue: conflict) == nil {
            let known = ImportConflict.allCases.map(\.rawValue).joined(separator: ", ")
            throw wrongWords("--on-conflict takes \(known); '\(conflict)' is none")
        }
        if !["utc", "exchange"].contains(zone) {
            throw wrongWords("--zone takes utc or exchange; '\(zone)' is neither")
        }
        if zone == "exchange", marketCalendar == .continuous {
            throw wrongWords("--zone exchange needs the --calendar of an exchange")
        }
        try checkColumn()
        if !BasisKind.ofPrices.map(\.rawValue).contains(basis) {
            throw wrongWords("--basis takes raw, splits or total; '\(basis)' is none")
        }
    }

    private func checkColumn() throws {
        guard let column else { return }
        guard Bars.isColumnName(column) else {
            throw wrongWords(
                "--column is a word of letters and digits, and no price; '\(column)' is none")
        }
        guard let symbol, !symbol.contains(":") else {
            throw wrongWords("--column is of a symbol; name it with --symbol")
        }
        guard actions == nil, basis == "raw" else {
            throw wrongWords("--column holds no prices; leave --actions and --basis out")
        }
    }

    private var marketCalendar: MarketData.Calendar {
        MarketData.Calendar.named(calendar ?? (column == nil ? "XNYS" : "24/7")) ?? .continuous
    }

    func run() throws {
        try reportingFailure {
            let store = try Research.openStore(option.store)
            for path in paths {
                for outcome in try outcomes(of: URL(filePath: path), store) { show(outcome) }
            }
        }
    }

    private func outcomes(of url: URL, _ store: Store) throws -> [ImportOutcome] {
        var isFolder: ObjCBool = false
        let exists = FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder)
        let rule = conflict.flatMap { ImportConflict(rawValue: $0) }
        if exists && isFolder.boolValue {
            return try store.importDataset(folder: url, onConflict: rule)
        }
        let base = symbol ?? url.deletingPathExtension().lastPathComponent
        let name = column.map { "\(base):\($0)" } ?? base
        let listed = try actions.map { file in
            let all = try ActionsFile.read(contentsOf: URL(filePath: file))
            guard let own = all[name] else {
                throw CommandFailure(
                    "\(file) lists no action of \(name), only of "
                        + "\(all.keys.sorted().joined(separator: ", ")); name the symbol as it does"
                )
            }
            return own
        }
        return [
            try store.importFile(
                url, symbol: name, calendar: marketCalendar,
                interval: interval.flatMap { Interval(name: $0) },
                basis: column == nil ? BasisKind(rawValue: basis) ?? .raw : .values,
                actions: listed,
                isLenient: repair, onConflict: rule ?? .refuse,
                isLocal: zone == "exchange", column: column)
        ]
    }

    private func show(_ outcome: ImportOutcome) {
        Terminal.result(
            "\(outcome.symbol): \(counted(outcome.rowCount, "bar")), \(outcome.digest.short)"
                + (outcome.isUnchanged ? ", stored already" : ""))
        for note in outcome.notes { Terminal.result("  \(note)") }
        for finding in outcome.findings {
            Terminal.result("  \(finding.reason.treatment.rawValue): \(finding)")
        }
        for finding in outcome.actionFindings { Terminal.result("  left out: \(finding)") }
    }
}
