import ColumnStore
import Database
import Foundation
import MarketData
import Promotions
import Signals
import Strategies
import Trading

/// A store with one series of minutes and one signed promotion, and a folder of files that grow.
struct ServiceFixture {
    let program: ServiceProgram
    let series = SyntheticMarket(symbol: 3).minutes(count: 400)
    let registry: Registry
    let id: String
    static let warm = 100

    init() throws {
        program = try ServiceProgram()
        let store = try Store(folder: program.store)
        let file = program.folder.appending(path: "warm.csv")
        try Data(Self.csv(series, 0..<Self.warm).utf8).write(to: file)
        _ = try store.importFile(
            file, symbol: "AAA", calendar: .continuous, interval: .minute)
        let keys = KeyRing(folder: program.folder.appending(path: "config/finstage"))
        registry = Registry(store: program.store, keys: keys)
        id = try registry.add(Self.manifest(series, symbol: "AAA"))
        try FileManager.default.createDirectory(
            at: program.folder.appending(path: "incoming"), withIntermediateDirectories: true)
    }

    func discard() { program.discard() }

    static func csv(_ series: Series, _ rows: Range<Int>) -> String {
        rows.reduce(into: "time,open,high,low,close,volume\n") { text, row in
            let bar = series[row]
            text +=
                "\(bar.time.text),\(bar.open),\(bar.high),\(bar.low),\(bar.close),"
                + "\(bar.volume)\n"
        }
    }

    static func manifest(
        _ series: Series, symbol: String, strategy: String = "RsiReversal",
        issued: String = "2020-01-01", expires: String = "2100-01-01",
        adjusted: String = "splits", more: [String] = []
    ) -> Manifest {
        let plan = Plan(RsiReversal())
        let instruments = ([symbol] + more).map {
            ManifestInstrument(
                symbol: $0, currency: "", series, actions: [], through: series.times[warm - 1])
        }
        return Manifest(
            strategy: strategy, plan: plan.canonicalText, fingerprint: "\(plan.fingerprint)",
            parameters: [:], interval: "1m", adjusted: adjusted, universe: instruments,
            reads: [], rules: ManifestRules(TradingRules()), gates: [gate], accepted: [],
            replayedBars: 0, ledgerDigest: "", trialsDigest: "", engine: "0",
            issued: issued, expires: expires)
    }

    /// The process is tested here, not strategies.
    private static let gate = GateOutcome(
        name: "made", value: 1, comparison: "at least", threshold: 1, passed: true,
        why: "made for a test")

    /// Puts rows into the folder of files that grow.
    func feed(_ rows: Range<Int>) throws {
        try Data(Self.csv(series, rows).utf8)
            .write(to: program.folder.appending(path: "incoming/AAA.csv"))
    }

    /// One look of `live`.
    func once(_ environment: [String: String] = [:]) throws -> ServiceProgram.Outcome {
        try program.run("live", "--once", "--folder", "incoming", environment: environment)
    }

    func journal() throws -> JournalDatabase { try JournalDatabase(folder: program.store) }
}
