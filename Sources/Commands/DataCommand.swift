import ArgumentParser
import ColumnStore
import Foundation
import MarketData

/// `finstage data …`
struct DataCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "data", abstract: "Imports, lists, shows and verifies stored series.",
        discussion: "Example: finstage data import prices.csv --symbol XYZ",
        subcommands: [
            DataImport.self, DataList.self, DataShow.self, DataVerify.self, DataPath.self,
            DataGenerate.self,
        ], defaultSubcommand: DataList.self)
}

/// Which store a command of `data` means.
struct StoreOption: ParsableArguments {
    @Option(help: "The folder of the store; else FINSTAGE_STORE, else .finstage.")
    var store: String?
}

/// `finstage data list`
struct DataList: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Prints every stored series.",
        discussion: "Example: finstage data list")

    @OptionGroup var option: StoreOption

    func run() throws {
        try reportingFailure {
            for entry in try Research.openStore(option.store).entries() {
                Terminal.result(
                    [
                        entry.symbol, entry.calendar.name, "\(entry.rowCount) bars",
                        "\(entry.first.text) to \(entry.last.text)", entry.basis.text,
                        entry.dataset.isEmpty ? entry.source : entry.dataset,
                        entry.digest.short,
                    ].joined(separator: "  "))
            }
        }
    }
}

/// `finstage data show SYMBOL`
struct DataShow: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Prints a series' passport, actions, first and last bars.",
        discussion: "Example: finstage data show MSFT")

    @Argument(help: "A stored symbol.") var symbol: String
    @OptionGroup var option: StoreOption

    func run() throws {
        try reportingFailure {
            let store = try Research.openStore(option.store)
            let stored = try store.series(symbol: symbol)
            let entry = stored.entry
            Terminal.result(
                """
                \(entry.symbol)  \(entry.rowCount) bars, \(entry.first.text) to \(entry.last.text)
                calendar   \(entry.calendar.name)
                prices     \(entry.basis.text) \(entry.currency)
                origin     \(entry.origin)
                licence    \(entry.licence)
                data set   \(entry.dataset) (\(entry.selection))
                file       \(try store.path(symbol: symbol))
                sha256     \(entry.digest)
                actions    \(stored.actions.count) applied, \(stored.actionFindings.count) left out
                """)
            for action in stored.actions where action.isSplit {
                Terminal.result("  \(action.text)")
            }
            for finding in stored.actionFindings { Terminal.result("  left out: \(finding)") }
            for finding in try store.findings(symbol: symbol) {
                Terminal.result("  set aside: line \(finding.line): \(finding.reason)")
            }
            let bars = stored.series.bars
            for bar in bars.prefix(3) + bars.suffix(3) { Terminal.result("  \(bar.text)") }
        }
    }
}

/// `finstage data path SYMBOL`
struct DataPath: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "path", abstract: "Prints the Arrow file of a series.",
        discussion: "Example: finstage data path AAPL")

    @Argument(help: "A stored symbol.") var symbol: String
    @OptionGroup var option: StoreOption

    func run() throws {
        try reportingFailure {
            Terminal.result(try Research.openStore(option.store).path(symbol: symbol))
        }
    }
}

/// `finstage data verify`
struct DataVerify: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify", abstract: "Hashes every stored file and names the damaged ones.",
        discussion: "Example: finstage data verify")

    @OptionGroup var option: StoreOption

    func run() throws {
        try reportingFailure {
            let store = try Research.openStore(option.store)
            let damaged = try store.verify()
            for file in damaged {
                Terminal.result(
                    "\(file.path): \(file.problem) (\(file.symbols.joined(separator: ", ")))")
            }
            guard damaged.isEmpty else {
                throw CommandFailure("\(damaged.count) files are damaged; import them again")
            }
            Terminal.result("\(try store.entries().count) series, every file as it was written")
        }
    }
}

extension CorporateAction {
    /// The action in words.
    var text: String {
        switch kind {
        case .split(let new, let old): "\(exDate.text)  split \(new):\(old)"
        case .dividend(let amount): "\(exDate.text)  dividend \(amount)"
        }
    }
}

extension Bar {
    /// The bar in one line.
    var text: String { "\(time.text)  \(open)  \(high)  \(low)  \(close)  \(volume)" }
}
