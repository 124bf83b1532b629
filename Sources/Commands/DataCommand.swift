import ArgumentParser
import Backtesting
import ColumnStore
import Foundation
import MarketData
import Reporting

/// `finstage data …`
struct DataCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "data", abstract: "Imports, lists, shows and verifies stored series.",
        discussion: "Example: finstage data import prices.csv --symbol XYZ",
        subcommands: [
            DataImport.self, DataList.self, DataShow.self, DataVerify.self, DataPath.self,
            DataRebuild.self, DataGenerate.self,
        ], defaultSubcommand: DataList.self)
}

/// Which store a command of `data` or `runs` means.
struct StoreOption: ParsableArguments {
    @Option(help: "The folder of the store; else FINSTAGE_STORE, else .finstage.")
    var store: String?

    /// The store for reading alone, as it is: nothing is imported, created or written.
    func reading() throws -> Store {
        let store = try Store(reading: Research.storeFolder(store))
        try Research.warnOfForgotten(in: store)
        return store
    }

    /// The same; where there is no store yet, one with the bundled data.
    func readingOrNew() throws -> Store {
        let folder = try Research.storeFolder(store)
        return Store.exists(in: folder) ? try reading() : try Research.openStore(store)
    }
}

/// Which series of a symbol a command of `data` means.
struct SeriesOptions: ParsableArguments {
    @Argument(help: "A stored symbol.") var symbol: String
    @Option(help: "1m, 5m, 15m, 1h, 1d or 1w; default: the longest that is stored.")
    var interval: String?

    /// The interval; nil for the longest.
    var length: Interval? { interval.flatMap { Interval(name: $0) } }

    func validate() throws {
        if let interval, length == nil {
            throw wrongWords("--interval takes 1m, 5m, 15m, 1h, 1d or 1w; '\(interval)' is none")
        }
    }
}

/// `finstage data path SYMBOL`
struct DataPath: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "path", abstract: "Prints the Arrow file of a series.",
        discussion: "Example: finstage data path AAPL")

    @OptionGroup var series: SeriesOptions
    @OptionGroup var option: StoreOption

    func run() throws {
        try reportingFailure {
            Terminal.result(
                try option.reading().path(symbol: series.symbol, interval: series.length))
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
            let store = try option.reading()
            let (damaged, listing) = (try store.verify(), try store.listing())
            for file in damaged {
                Terminal.result(
                    "\(file.series.joined(separator: ", ")): \(file.path): \(file.problem). "
                        + file.remedy)
            }
            for problem in listing.problems { Terminal.result(problem) }
            let count = damaged.count
            guard damaged.isEmpty else {
                throw CommandFailure(
                    counted(count, "file is", plural: "files are") + " damaged; import "
                        + (count == 1 ? "it again" : "them again"))
            }
            guard listing.problems.isEmpty else {
                throw CommandFailure("every file is as it was written, but not all can be read")
            }
            Terminal.result("\(parted(listing.entries.count)) series, every file as it was written")
        }
    }
}

/// `finstage data rebuild`
struct DataRebuild: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rebuild",
        abstract: "Makes a new catalogue of the series files, when the old one is damaged.",
        discussion: """
            Example: finstage data rebuild

            The old catalogue is kept aside. Runs are taken back from their folders. Corporate \
            actions and the numbers of trials lie in the catalogue alone; import the actions again \
            of the symbols that it could not tell.
            """)

    @OptionGroup var option: StoreOption

    func run() throws {
        try reportingFailure {
            let folder = try Research.storeFolder(option.store)
            let rebuilt = try Store.rebuild(folder: folder)
            for name in rebuilt.series { Terminal.result(name) }
            for problem in rebuilt.problems { Terminal.result("not taken: \(problem)") }
            Terminal.result(
                "\(parted(rebuilt.series.count)) series in the new catalogue, "
                    + "\(counted(rebuilt.supersededCount, "older file")) left alone")
            if let path = rebuilt.keptAside {
                Terminal.result("the catalogue before is kept as \(path)")
            }
            if !rebuilt.unknownActions.isEmpty {
                let symbols = Research.first(rebuilt.unknownActions)
                Terminal.result(
                    "corporate actions could not be known of \(symbols); import again what has "
                        + "actions")
            }
            let runs = try RunHistory(Store(folder: folder)).takeBack(naming: ReportWriter.fileName)
            for problem in runs.problems { Terminal.result("no run taken back: \(problem)") }
            if !runs.ids.isEmpty {
                let count = counted(runs.ids.count, "run")
                Terminal.result("\(count) taken back from the folders of the store")
            }
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
