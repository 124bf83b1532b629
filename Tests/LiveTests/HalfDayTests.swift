import Database
import Foundation
import Live
import MarketData
import Promotions
import Signals
import Telemetry
import Testing
import Trading

@Suite("A half day on an exchange")
struct HalfDayTests {
    private let key = SeriesKey(symbol: "ACME", interval: .minutes(5))

    /// Bars of five minutes of the sessions from the Tuesday before Thanksgiving on.
    private func bars() throws -> [Bar] {
        let dates = try ["2026-11-24", "2026-11-25", "2026-11-27", "2026-11-30"].map {
            try #require(CivilDate($0))
        }
        let calendar = MarketData.Calendar.newYork
        let times = dates.flatMap { date in
            stride(
                from: calendar.opensAt(date).microseconds,
                to: calendar.closesAt(date).microseconds, by: 300_000_000
            ).map { Timestamp(microseconds: $0) }
        }
        let walk = SyntheticMarket(symbol: 5).minutes(count: times.count)
        return zip(times, walk.bars).map { time, bar in
            Bar(
                time: time, open: bar.open, high: bar.high, low: bar.low, close: bar.close,
                volume: bar.volume)
        }
    }

    private func promotion(
        _ stored: Series, interval: String = "5m"
    ) throws -> Promotion {
        let close = Bars().close
        let plan = Plan(
            .long(
                enter: close.crosses(above: close.sma(period: 5)),
                exit: close.crosses(below: close.sma(period: 5))), name: "Crossing")
        let instrument = ManifestInstrument(
            symbol: "ACME", currency: "USD", stored, actions: [])
        let manifest = Manifest(
            strategy: "Crossing", plan: plan.canonicalText, fingerprint: "\(plan.fingerprint)",
            parameters: [:], interval: interval, adjusted: "splits", universe: [instrument],
            reads: [], rules: ManifestRules(TradingRules()), gates: [LiveFixture.gate],
            accepted: [], replayedBars: 0, ledgerDigest: "", trialsDigest: "", engine: "0",
            issued: "2020-01-01", expires: "2100-01-01")
        return try Promotion(
            id: "Crossing-1", manifest: manifest, custom: [], now: Timestamp(microseconds: 0))
    }

    @Test("a daily bar of a day without a session is left out")
    func closedDays() throws {
        let dates = try [
            "2026-11-23", "2026-11-24", "2026-11-25", "2026-11-26", "2026-11-27", "2026-11-28",
        ].map { try #require(CivilDate($0)).midnight }
        let bars = dates.map { Bar(time: $0, open: 9, high: 9, low: 9, close: 9, volume: 1) }
        let day = SeriesKey(symbol: "ACME", interval: .day)
        let folder = FileManager.default.temporaryDirectory
            .appending(path: "finstage-days-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let stored = Series(
            symbol: "ACME", interval: .day, calendar: .newYork, bars: Array(bars.prefix(2)))
        let archive = MemoryArchive([day: ArchivedBars(series: stored, actions: [])])
        let journal = try JournalDatabase(folder: folder)
        let feed = ListFeed()
        let runner = LiveRunner(
            archive: archive, journal: journal, feeds: [feed], notifier: RecordingNotifier())
        try runner.load([promotion(stored, interval: "1d")], now: stored.closedAt[1])
        feed.append(bars.dropFirst(2).map { FedBar(key: day, bar: $0) })
        let step = try runner.run(at: dates[5] + .minutes(3 * 24 * 60))
        let misplaced = try journal.findings().filter { $0.kind == "misplaced" }.map(\.time)
        #expect(misplaced == [dates[3].microseconds, dates[5].microseconds])
        #expect(step.bars == 2 && step.decisions == 2, "\(step)")
    }

    @Test("has 42 bars, none at its close, and Monday's first bar follows it (L23)")
    func halfDay() throws {
        let all = try bars()
        #expect(all.count == 78 + 78 + 42 + 78)
        let (warm, monday) = (156, 198)
        #expect(all[monday - 1].time.text == "2026-11-27T17:55:00Z")
        let whole = Series(
            symbol: "ACME", interval: .minutes(5), calendar: .newYork, bars: all)
        let folder = FileManager.default.temporaryDirectory
            .appending(path: "finstage-half-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let journal = try JournalDatabase(folder: folder)
        let (feed, mailbox) = (ListFeed(), RecordingNotifier())
        let archive = MemoryArchive([
            key: ArchivedBars(series: whole.rows(0..<warm), actions: [])
        ])
        let runner = LiveRunner(
            archive: archive, journal: journal, feeds: [feed], notifier: mailbox)
        try runner.load(
            [try promotion(whole.rows(0..<warm))], now: whole.closedAt[warm - 1])
        var decisions = 0
        for row in warm..<monday {
            feed.append([FedBar(key: key, bar: all[row])])
            decisions += try runner.run(at: whole.closedAt[row]).decisions
        }
        let last = all[monday - 1]
        let close = whole.closedAt[monday - 1]
        #expect(close.text == "2026-11-27T18:00:00Z")
        let extra = Bar(
            time: close, open: last.close, high: last.close, low: last.close, close: last.close,
            volume: 0)
        feed.append([FedBar(key: key, bar: extra)])
        for hour in 0...3 {
            decisions += try runner.run(at: close + .minutes(60 * hour + 6)).decisions
        }
        #expect(decisions == 42)
        #expect(try journal.findings().map(\.kind) == ["misplaced"])
        #expect(mailbox.notices.allSatisfy { $0.kind == .signal })
        feed.append([FedBar(key: key, bar: all[monday])])
        #expect(try runner.run(at: whole.closedAt[monday]).decisions == 1)
        #expect(try journal.findings(kind: "gap").isEmpty)
    }
}
