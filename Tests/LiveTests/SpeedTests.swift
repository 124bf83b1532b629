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

/// `live-evaluation` and `live-latency`; FINSTAGE_LIVE_DAYS makes them full size.
@Suite("Speed of the runner", .serialized)
struct SpeedTests {
    private let days = Int(ProcessInfo.processInfo.environment["FINSTAGE_LIVE_DAYS"] ?? "") ?? 0

    private struct Market {
        let keys: [SeriesKey]
        let series: [Series]
        let runner: LiveRunner
        let feed: ListFeed
        let folder: URL
    }

    private func market(symbols: Int, bars: Int, warm: Int) throws -> Market {
        let folder = FileManager.default.temporaryDirectory
            .appending(path: "finstage-speed-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let series = (0..<symbols).map { SyntheticMarket(symbol: $0).minutes(count: bars) }
        let keys = series.map { SeriesKey(symbol: $0.symbol, interval: .minute) }
        let archive = MemoryArchive(
            Dictionary(
                uniqueKeysWithValues: zip(keys, series).map {
                    ($0, ArchivedBars(series: $1.rows(0..<warm), actions: []))
                }))
        let feed = ListFeed()
        let runner = LiveRunner(
            archive: archive, journal: try JournalDatabase(folder: folder), feeds: [feed],
            notifier: RecordingNotifier())
        let rules: [any Strategy] = [
            SmaCross(), MacdCross(), RsiReversal(), BollingerReversion(), DonchianBreakout(),
            AdxTrend(),
        ]
        let promotions = try rules.map { rule in
            let plan = Plan(rule)
            let name = plan.targets[0].name
            let universe = series.map { series in
                ManifestInstrument(
                    symbol: series.symbol, calendar: "24/7", currency: "", seriesDigest: "",
                    actionsDigest: "", first: series.times[0].microseconds,
                    last: series.times[warm - 1].microseconds)
            }
            let manifest = Manifest(
                strategy: name, plan: plan.canonicalText, fingerprint: "\(plan.fingerprint)",
                parameters: [:], interval: "1m", adjusted: "splits", universe: universe,
                reads: [], rules: ManifestRules(TradingRules()), gates: [LiveFixture.gate],
                accepted: [], replayedBars: 0, ledgerDigest: "",
                trialsDigest: "", engine: "0", issued: "2020-01-01", expires: "2100-01-01")
            return try Promotion(
                id: name, manifest: manifest, custom: plan.kernels,
                now: Timestamp(microseconds: 0))
        }
        try runner.load(promotions, now: series[0].closedAt[warm - 1])
        return Market(keys: keys, series: series, runner: runner, feed: feed, folder: folder)
    }

    @Test("live-evaluation: 6 strategies on many symbols, a group of minutes a transaction")
    func evaluation() throws {
        let (symbols, warm) = (days > 0 ? 100 : 4, 300)
        let count = days > 0 ? days * 390 : 200
        let market = try market(symbols: symbols, bars: warm + count, warm: warm)
        defer { try? FileManager.default.removeItem(at: market.folder) }
        let (start, clock) = (warm, ContinuousClock())
        var (decisions, spent) = (0, Duration.zero)
        for first in stride(from: start, to: start + count, by: 60) {
            let rows = first..<min(first + 60, start + count)
            var group: [FedBar] = []
            for row in rows {
                for (key, series) in zip(market.keys, market.series) {
                    group.append(FedBar(key: key, bar: series[row], isArchived: true))
                }
            }
            market.feed.append(group)
            let now = market.series[0].closedAt[rows.upperBound - 1]
            spent += try clock.measure { decisions += try market.runner.run(at: now).decisions }
        }
        #expect(decisions == 6 * symbols * count)
        print(
            "live-evaluation: \(Int(Double(decisions) / (spent / .seconds(1)))) (strategy, bar)/s")
    }

    @Test("live-latency: bar to outbox, one bar of each symbol a minute, each its transaction")
    func latency() throws {
        let (symbols, count) = (10, days > 0 ? 100 : 5)
        let market = try market(symbols: symbols, bars: 300 + count, warm: 300)
        defer { try? FileManager.default.removeItem(at: market.folder) }
        var spent: [Duration] = []
        for row in 300..<300 + count {
            for (key, series) in zip(market.keys, market.series) {
                market.feed.append([FedBar(key: key, bar: series[row])])
                spent.append(
                    try ContinuousClock().measure {
                        _ = try market.runner.run(at: series.closedAt[row])
                    })
            }
        }
        spent.sort()
        print("live-latency: p50 \(spent[spent.count / 2]), p99 \(spent[spent.count * 99 / 100])")
        #expect(spent.count == symbols * count)
    }
}
