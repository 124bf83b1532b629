import Database
import Foundation
import Live
import MarketData
import Promotions
import Signals
import Strategies
import Telemetry
import Testing
import Trading

/// Every strategy of the catalogue, promoted on a made-up series of days and run live.
@Suite("The catalogue, live")
struct CatalogueTests {
    private static let (count, warm) = (1_000, 60)

    @Test(
        "what was recorded live is what the backtest says",
        arguments: StrategyCatalog.all.filter { !Plan($0.init()).isCrossSectional }
            .map { $0.name })
    func parity(name: String) throws {
        let folder = FileManager.default.temporaryDirectory
            .appending(path: "finstage-catalogue-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let type = try #require(StrategyCatalog.all.first { $0.name == name })
        let plan = Plan(type.init())
        let market = Self.market(["AAA"] + plan.symbols)
        let archive = MemoryArchive(
            market.reduce(into: [:]) { archived, series in
                archived[Self.key(series)] = ArchivedBars(
                    series: series.rows(0..<Self.warm), actions: [])
            })
        let journal = try JournalDatabase(folder: folder, isDurable: false)
        let feed = ListFeed()
        let runner = LiveRunner(
            archive: archive, journal: journal, feeds: [feed], notifier: RecordingNotifier())
        let promotion = try Self.promotion(plan, market)
        try runner.load([promotion], now: market[0].closedAt[Self.warm - 1])
        feed.append(
            (Self.warm..<Self.count).flatMap { row in
                market.map { FedBar(key: Self.key($0), bar: $0[row]) }
            })
        let step = try runner.run(at: market[0].closedAt[Self.count - 1] + .hour)
        #expect(step.decisions == Self.count - Self.warm)
        #expect(try !journal.signals(promotion: promotion.id).isEmpty, "it never decided anything")
        let sessions = market[0].times[Self.warm...].map { CivilDate($0) }
        let found = try SessionParity(archive: archive, journal: journal)
            .compare(promotion, sessions: sessions)
        #expect(found.values.reduce(0) { $0 + $1.compared } == sessions.count)
        #expect(found.values.allSatisfy { $0.differences.isEmpty })
    }

    private static func key(_ series: Series) -> SeriesKey {
        SeriesKey(symbol: series.symbol, interval: .day)
    }

    /// One walk for each symbol, over the same days, one after the other.
    private static func market(_ symbols: [String]) -> [Series] {
        symbols.enumerated().map { number, symbol in
            let walk = SyntheticMarket(symbol: 3 + number).daily(count: count)
            let days = Int64(Interval.day.microseconds)
            return Series(
                symbol: symbol, interval: .day, calendar: walk.calendar,
                times: walk.times.indices.map {
                    Timestamp(microseconds: walk.times[0].microseconds + Int64($0) * days)
                }, open: walk.open, high: walk.high, low: walk.low, close: walk.close,
                volume: walk.volume)
        }
    }

    private static func promotion(_ plan: Plan, _ market: [Series]) throws -> Promotion {
        let instruments = market.map {
            ManifestInstrument(
                symbol: $0.symbol, currency: "", $0, actions: [], through: $0.times[warm - 1])
        }
        let rules = TradingRules().applying(plan.targets[0])
        let manifest = Manifest(
            strategy: plan.targets[0].name, plan: plan.canonicalText,
            fingerprint: "\(plan.fingerprint)", parameters: [:], interval: "1d",
            adjusted: "splits", universe: Array(instruments.prefix(1)),
            reads: Array(instruments.dropFirst()), rules: ManifestRules(rules),
            gates: [LiveFixture.gate], accepted: [], replayedBars: 0, ledgerDigest: "",
            trialsDigest: "", engine: "0", issued: "2000-01-01", expires: "2100-01-01")
        return try Promotion(
            id: "\(plan.targets[0].name)-1", manifest: manifest, custom: [],
            now: Timestamp(microseconds: 0))
    }
}
