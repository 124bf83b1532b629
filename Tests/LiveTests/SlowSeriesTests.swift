import Database
import Foundation
import Live
import MarketData
import Promotions
import Signals
import Telemetry
import Testing
import Trading

/// Days and weeks of one symbol on an exchange, in a folder of two files.
private final class DaysAndWeeks {
    static let (warmDays, warmWeeks) = (44, 9)
    let folder: URL
    let days: Series
    let weeks: Series
    let mailbox = RecordingNotifier()
    let journal: JournalDatabase
    let runner: LiveRunner

    init() throws {
        folder = FileManager.default.temporaryDirectory
            .appending(path: "finstage-slow-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let monday = CivilDate("2026-03-02")?.midnight.microseconds ?? 0
        let calendar = MarketData.Calendar.newYork
        let dates = (0..<120).map {
            CivilDate(Timestamp(microseconds: monday)).adding(days: $0)
        }.filter(calendar.isSession)
        func series(_ times: [Timestamp], _ interval: Interval, _ symbol: Int) -> Series {
            let walk = SyntheticMarket(symbol: symbol).minutes(count: times.count)
            return Series(
                symbol: "ACME", interval: interval, calendar: calendar, times: times,
                open: walk.open, high: walk.high, low: walk.low, close: walk.close,
                volume: walk.volume)
        }
        days = series(dates.map(\.midnight), .day, 5)
        weeks = series(
            (0..<17).map { Timestamp(microseconds: monday + $0 * Interval.week.microseconds) },
            .week, 6)
        let (fast, slow) = (days.rows(0..<Self.warmDays), weeks.rows(0..<Self.warmWeeks))
        let archive = MemoryArchive([
            SeriesKey(symbol: "ACME", interval: .day): ArchivedBars(series: fast, actions: []),
            SeriesKey(symbol: "ACME", interval: .week): ArchivedBars(series: slow, actions: []),
        ])
        journal = try JournalDatabase(folder: folder, isDurable: false)
        runner = LiveRunner(
            archive: archive, journal: journal,
            feeds: [FolderFeed(folder: folder)], notifier: mailbox)
        let promotions = [try Self.promotion(fast, "Days-1"), try Self.promotion(slow, "Weeks-1")]
        try runner.load(promotions, now: max(fast.closedAt[43], slow.closedAt[8]))
    }

    func discard() { try? FileManager.default.removeItem(at: folder) }

    private static func promotion(_ series: Series, _ id: String) throws -> Promotion {
        let close = Bars().close
        let plan = Plan(
            .long(
                enter: close.crosses(above: close.sma(period: 2)),
                exit: close.crosses(below: close.sma(period: 2))), name: "Crossing")
        let manifest = Manifest(
            strategy: "Crossing", plan: plan.canonicalText, fingerprint: "\(plan.fingerprint)",
            parameters: [:], interval: series.interval.name, adjusted: "splits",
            universe: [ManifestInstrument(symbol: "ACME", currency: "", series, actions: [])],
            reads: [], rules: ManifestRules(TradingRules()), gates: [LiveFixture.gate],
            accepted: [], replayedBars: 0, ledgerDigest: "", trialsDigest: "", engine: "0",
            issued: "2020-01-01", expires: "2100-01-01")
        return try Promotion(
            id: id, manifest: manifest, custom: [], now: Timestamp(microseconds: 0))
    }

    /// Writes a file of rows, its last line cut where that is wanted.
    func write(_ series: Series, _ rows: Range<Int>, to name: String, cut: Int = 0) throws {
        let text = rows.reduce(into: "time,open,high,low,close,volume\n") { text, row in
            let bar = series[row]
            text +=
                "\(CivilDate(bar.time)),\(bar.open),\(bar.high),\(bar.low),\(bar.close),"
                + "\(bar.volume)\n"
        }
        let file = folder.appending(path: name)
        try? FileManager.default.removeItem(at: file)
        try Data(text.utf8.dropLast(cut)).write(to: file)
    }

    func decided(_ id: String) throws -> Int64? {
        try journal.checkpoints().first { $0.promotion == id }?.barTime
    }

    func signals() throws -> [String] {
        try journal.signals().filter { $0.revision == 0 }.map {
            "\($0.promotion) \($0.decidedAt) \($0.to)"
        }.sorted()
    }
}

@Suite("A slow series beside a fast one (L25)")
struct SlowSeriesTests {
    @Test("weeks that are cut short or stay away are told, hold no day back, and lose no signal")
    func weeks() throws {
        let market = try DaysAndWeeks()
        defer { market.discard() }
        let (warmDays, warmWeeks) = (DaysAndWeeks.warmDays, DaysAndWeeks.warmWeeks)
        let lastWeek = market.weeks.times[warmWeeks - 1].microseconds
        var told: Int?
        for row in warmDays..<market.days.count {
            try market.write(market.days, warmDays..<row + 1, to: "ACME.csv")
            let now = market.days.closedAt[row] + .minutes(5)
            // The weekly answer is cut short on the third day, and then not given for long.
            if row == warmDays + 2 {
                try market.write(
                    market.weeks, warmWeeks..<warmWeeks + 1, to: "ACME.1w.csv", cut: 9)
            }
            _ = try market.runner.run(at: now)
            #expect(try market.decided("Days-1") == market.days.times[row].microseconds)
            #expect(try market.decided("Weeks-1") == lastWeek)
            let count = try market.journal.findings(kind: "missed").count
            if count == 1, told == nil { told = row }
            #expect(count <= 1)
        }
        let found = try market.journal.findings(kind: "missed")
        let words = "ACME 1w: no bar has come since 2026-04-27"
        #expect(found.first?.text.hasPrefix(words) == true, "\(found)")
        // Two weeks are missing: not before the second one has closed.
        let second = market.weeks.closedAt[warmWeeks + 1]
        let at = try #require(told.map { market.days.closedAt[$0] })
        #expect(second < at && at.microseconds - second.microseconds < 4 * 86_400_000_000)
        // The weeks come after all; nothing was loaded anew.
        try market.write(market.weeks, warmWeeks..<market.weeks.count, to: "ACME.1w.csv")
        let end = max(market.weeks.closedAt[16], market.days.closedAt[market.days.count - 1])
        _ = try market.runner.run(at: end + .hour)
        #expect(try market.decided("Weeks-1") == market.weeks.times[16].microseconds)
        let calm = try DaysAndWeeks()
        defer { calm.discard() }
        try calm.write(calm.days, warmDays..<calm.days.count, to: "ACME.csv")
        try calm.write(calm.weeks, warmWeeks..<calm.weeks.count, to: "ACME.1w.csv")
        _ = try calm.runner.run(at: end + .hour)
        #expect(try market.signals() == calm.signals())
        #expect(try calm.signals().contains { $0.hasPrefix("Weeks-1") })
    }

    @Test("bars that stay away are told once, and again when they stay away anew (L13)")
    func missed() throws {
        let fixture = try LiveFixture()
        defer { fixture.discard() }
        let (warm, series) = (LiveFixture.warm, fixture.series)
        fixture.feed(fixture.bars(warm..<100))
        // Two bars, and the patience of one.
        _ = try fixture.runner.run(at: series.closedAt[101] + .minutes(1))
        #expect(try fixture.findings("missed").count == 1)
        _ = try fixture.runner.run(at: series.closedAt[110])
        fixture.feed(fixture.bars(100..<120))
        _ = try fixture.runner.run(at: series.closedAt[120])
        #expect(try fixture.findings("missed").count == 1)
        _ = try fixture.runner.run(at: fixture.end)
        #expect(try fixture.findings("missed").count == 2)
        #expect(fixture.mailbox.notices.count { $0.key.hasPrefix("missed/AAA 1m/") } == 2)
    }

    @Test("a log that a reader keeps from shrinking is told once a day, and stops nothing (L45)")
    func log() throws {
        var settings = LiveSettings()
        settings.logLimit = 400_000
        let fixture = try LiveFixture(settings: settings)
        defer { fixture.discard() }
        let reader = try JournalDatabase(folder: fixture.folder)
        try reader.whileHeld {
            for row in LiveFixture.warm..<160 {
                fixture.feed(fixture.bars(row..<row + 1))
                _ = try fixture.runner.run(at: fixture.series.closedAt[row])
            }
        }
        let told = fixture.mailbox.notices.filter { $0.key.hasPrefix("log/") }
        #expect(told.count == 1 && told[0].text.contains("old snapshot"), "\(told)")
        #expect(isSame(try fixture.signals(), try fixture.undisturbed()))
    }
}
