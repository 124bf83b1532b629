import Backtesting
import ColumnStore
import Evaluation
import Foundation
import MarketData
import Signals
import Strategies
import Testing
import Trading

/// The bundled daily series as a backtest sees them, and what a strategy makes of them.
enum BundledMarket {
    static let root = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    /// The instruments in order of their symbols, imported once into a store that is not kept.
    static let subjects = Result { try imported() }

    /// What a strategy with its defaults makes of each series, at a commission a side.
    ///
    /// A series that has no bar in common with those that the rule reads has no result.
    static func results(
        of type: any Strategy.Type, commission: Double = 0.001
    ) throws -> [RunResult] {
        let plan = Plan(type.init())
        var rules = TradingRules().applying(plan.targets[0])
        rules.commission = Commission(rate: commission)
        let settings = RunSettings(
            parameters: [:], adjusted: .splits, from: nil, to: nil, cash: rules.cash, size: "",
            wholeShares: false, commission: "\(commission)", slippage: 0, fill: "next-open",
            preset: nil, command: "")
        let all = try subjects.get()
        let read = all.compactMap { try? subject($0.symbol, for: plan) }
        let backtest = Backtest(plan, rules, settings: settings, stamp: "bundle")
        return plan.targets[0].rebalance == nil
            ? backtest.run(read) : [try backtest.runPortfolio(read)]
    }

    /// One of the instruments, beside those that a plan reads, and among all where it compares.
    static func subject(_ symbol: String, for plan: Plan) throws -> Subject {
        let all = Dictionary(uniqueKeysWithValues: try subjects.get().map { ($0.symbol, $0) })
        let subject = try #require(all[symbol])
        let read = all.filter { plan.symbols.contains($0.key) }
        guard plan.isCrossSectional else { return try subject.reading(read, for: plan) }
        let members = try subjects.get().map { try $0.reading(read, for: plan) }
        return try subject.reading(read, for: plan)
            .among(members, Universe(members.map(\.history)))
    }

    private static func imported() throws -> [Subject] {
        let folder = FileManager.default.temporaryDirectory
            .appending(path: "finstage-bundle-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let store = try Store(folder: folder)
        _ = try store.importDataset(folder: root.appending(path: "Datasets/bundle"))
        let source = DataSource(
            dataset: "bundle", origin: "", licence: "", selection: "hindsight", priceBasis: "",
            seriesDigest: "", actionsDigest: "")
        return try store.entries().map(\.symbol).sorted().map { symbol in
            let stored = try store.series(symbol: symbol)
            return try Subject(
                stored.series, actions: stored.actions, view: .splits, from: nil, to: nil,
                source: source)
        }
    }
}
