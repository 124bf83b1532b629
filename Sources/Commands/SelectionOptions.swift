import ArgumentParser
import Backtesting
import MarketData
import Signals

/// What is traded, and over which bars.
package struct SelectionOptions: ParsableArguments {
    package init() {}

    @Option(
        help: ArgumentHelp(
            "The folder of the store; else FINSTAGE_STORE, else .finstage.", valueName: "folder"))
    package var store: String?
    @Option(
        name: .customLong("symbol"), help: "AAPL,MSFT; repeatable. Default: all that is stored.")
    package var symbols: [String] = []
    @Option(
        help: ArgumentHelp(
            "What a rule compares that ranks: AAPL,MSFT; repeatable. Default: all that is stored, "
                + "of a rule of weights what is traded.",
            valueName: "symbol"))
    package var universe: [String] = []
    @Option(help: "The length of a bar: 1m, 5m, 15m, 1h, 1d or 1w.")
    package var interval = "1d"
    @Option(help: "The first session that counts, YYYY-MM-DD; earlier bars warm the rule.")
    package var from: String?
    @Option(help: "The last session, YYYY-MM-DD; later bars are not looked at.")
    package var to: String?
    @Option(
        help: """
            splits: signals see prices adjusted for splits, the ledger trades raw prices and books \
            splits and dividends. none: prices as they are. total: dividends within the prices.
            """)
    package var adjusted = AdjustmentView.splits

    /// The symbols as typed, commas resolved.
    package var symbolList: [String] {
        symbols.flatMap { $0.split(separator: ",").map(String.init) }
    }

    /// The symbols of the universe as typed, commas resolved.
    var universeList: [String] {
        universe.flatMap { $0.split(separator: ",").map(String.init) }
    }

    /// The options that hold but for the symbols, as `run.yaml` writes them.
    var written: [(name: String, values: [String])] {
        [("interval", [interval]), ("adjusted", [adjusted.rawValue])]
            + [("from", from), ("to", to)].compactMap { name, value in
                value.map { (name, [$0]) }
            }
    }

    /// Refuses a universe for the one rule that runs where it compares nothing.
    package func checkUniverse(of plan: Plan) throws {
        guard !universe.isEmpty, !plan.isCrossSectional else { return }
        throw wrongWords(
            "--universe names what a rule compares, and \(plan.targets[0].name) compares nothing; "
                + "leave it out, or name what is traded with --symbol")
    }

    package func validate() throws {
        if Interval(name: interval) == nil {
            throw wrongWords("--interval takes 1m, 5m, 15m, 1h, 1d or 1w; '\(interval)' is none")
        }
        if !symbols.isEmpty && symbolList.isEmpty {
            throw wrongWords("--symbol is empty; name a symbol, or leave it out for all")
        }
        if !universe.isEmpty && universeList.isEmpty {
            throw wrongWords("--universe is empty; name a symbol, or leave it out for all")
        }
        for (name, text) in [("--from", from), ("--to", to)] {
            guard let text, CivilDate(text) == nil else { continue }
            throw wrongWords("\(name) takes a date such as 2015-01-31; '\(text)' is none")
        }
        if let from, let to, from > to {
            throw wrongWords("--from \(from) lies after --to \(to); exchange them")
        }
    }
}

extension AdjustmentView: ExpressibleByArgument {}
