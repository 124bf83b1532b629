import Database
import Live
import MarketData
import Promotions
import Testing

/// Gives nothing, and counts how often it was to begin anew.
private final class CountingFeed: BarFeed {
    let name = "counting"
    private(set) var rewindCount = 0

    func poll(
        _ wanted: [SeriesKey: WantedSeries], now: Timestamp
    ) throws(LiveError) -> [FedBar] {
        []
    }

    func rewind() { rewindCount += 1 }
}

@Suite("What a manifest promised of the history")
struct PromiseTests {
    private let warm = LiveFixture.warm

    /// The history up to going live, with one bar restated.
    private func restated(_ fixture: LiveFixture, row: Int = 30) -> Series {
        var bars = fixture.bars(0..<warm)
        let bar = bars[row]
        bars[row] = Bar(
            time: bar.time, open: bar.open, high: bar.high, low: bar.low, close: bar.close,
            volume: bar.volume + 1)
        return Series(symbol: "AAA", interval: .minute, bars: bars)
    }

    private func put(
        _ series: Series, _ actions: [CorporateAction] = [], into fixture: LiveFixture
    ) {
        fixture.archive.replace(fixture.key, with: ArchivedBars(series: series, actions: actions))
    }

    private func another(_ fixture: LiveFixture) throws -> Promotion {
        try LiveFixture.promotion(fixture.series, id: "Crossing-2")
    }

    @Test(
        "a promotion that never ran is refused when one bar or action of its history differs",
        arguments: ["bar", "action", "more", "fewer"])
    func neverRan(how: String) throws {
        let fixture = try LiveFixture()
        defer { fixture.discard() }
        let before = fixture.series.rows(0..<warm)
        let split = CorporateAction(
            exDate: before.times[20], kind: .dividend(amount: 0.5))
        switch how {
        case "bar": put(restated(fixture), into: fixture)
        case "action": put(before, [split], into: fixture)
        case "more":
            let all = fixture.bars(0..<warm)
            let extra = Bar(
                time: Timestamp(microseconds: all[30].time.microseconds + 1), open: 9, high: 9,
                low: 9, close: 9, volume: 1)
            put(
                Series(
                    symbol: "AAA", interval: .minute,
                    bars: Array(all[...30]) + [extra] + all[31...]),
                into: fixture)
        default:
            let all = fixture.bars(0..<warm)
            put(
                Series(symbol: "AAA", interval: .minute, bars: Array(all[..<30]) + all[31...]),
                into: fixture)
        }
        let new = try another(fixture)
        let stopped = try fixture.runner.loadReadable(
            [fixture.promotion, new], now: fixture.end)
        #expect(stopped.count == 1, "\(stopped)")
        let text = stopped.first?.description ?? ""
        #expect(text.contains("Crossing-2: the ") && text.contains(" bars of AAA up to"), "\(text)")
        #expect(text.contains("validate and promote anew"))
        #expect(fixture.runner.promotions.map(\.id) == ["Crossing-1"])
        // A promotion that is tried again at each look makes no feed begin anew.
        let feed = CountingFeed()
        let other = LiveRunner(
            archive: fixture.archive, journal: fixture.journal, feeds: [feed],
            notifier: fixture.mailbox)
        for _ in 0..<3 {
            #expect(try other.loadReadable([new], now: fixture.end).count == 1)
        }
        #expect(feed.rewindCount == 0)
        // Later bars and later actions are no part of the promise.
        let later = CorporateAction(
            exDate: fixture.series.times[warm], kind: .dividend(amount: 0.5))
        put(fixture.series, [later], into: fixture)
        #expect(
            try fixture.runner.loadReadable([fixture.promotion, new], now: fixture.end).isEmpty)
    }

    @Test("one that has run goes on when its history changes: told once, computed again")
    func hasRun() throws {
        let fixture = try LiveFixture()
        defer { fixture.discard() }
        fixture.feed(fixture.bars(warm..<100))
        _ = try fixture.runner.run(at: fixture.series.closedAt[99])
        put(restated(fixture), into: fixture)
        fixture.feed(fixture.bars(100..<160))
        _ = try fixture.runner.run(at: fixture.series.closedAt[159])
        let second = LiveRunner(
            archive: fixture.archive, journal: fixture.journal, feeds: [],
            notifier: fixture.mailbox)
        try second.load([fixture.promotion], now: fixture.end)
        _ = try second.run(at: fixture.series.closedAt[159])
        let found = try fixture.findings("history")
        #expect(found.count == 1 && found[0].subject.hasPrefix("Crossing-1 AAA "), "\(found)")
        let told = fixture.mailbox.notices.filter { $0.key.hasPrefix("history/") }
        #expect(told.count == 1 && told[0].text.contains("60 bars of AAA"), "\(told)")
        #expect(isSame(try fixture.signals(), try fixture.undisturbed()))
    }

    @Test("an import that takes the place of a history stops what read it, and nothing else")
    func replaced() throws {
        let fixture = try LiveFixture()
        defer { fixture.discard() }
        let (other, walk) = (
            SeriesKey(symbol: "BBB", interval: .minute),
            SyntheticMarket(symbol: 8).minutes(count: 160)
        )
        fixture.archive.replace(
            other, with: ArchivedBars(series: walk.rows(0..<warm), actions: []))
        let beside = try LiveFixture.promotion(walk, symbol: "BBB", id: "Beside-1")
        // One of the same symbol that was promoted on the new history.
        let late = SyntheticMarket(symbol: 9).minutes(count: 200)
        let anew = try LiveFixture.promotion(
            late, first: 100, id: "Anew-1", through: 130)
        let all = [fixture.promotion, beside]
        #expect(try fixture.runner.loadReadable(all, now: fixture.end).isEmpty)
        put(late.rows(100..<160), into: fixture)
        // What runs fails at once, and the next load goes on without it.
        #expect(throws: LiveError.self) { try fixture.runner.run(at: fixture.end) }
        for promotions in [all, all + [anew]] {
            let stopped = try fixture.runner.loadReadable(promotions, now: fixture.end)
            #expect(stopped.count == 1, "\(stopped)")
            #expect(stopped[0].description.contains("Crossing-1: AAA"), "\(stopped)")
            #expect(fixture.runner.promotions.map(\.id) == promotions.dropFirst().map(\.id))
        }
        fixture.feed.append((warm..<160).map { FedBar(key: other, bar: walk[$0]) })
        #expect(try fixture.runner.run(at: fixture.end).decisions >= 100)
        #expect(
            try fixture.journal.checkpoints().contains {
                $0.promotion == "Beside-1" && $0.barTime == walk.times[159].microseconds
            })
        let told = fixture.mailbox.notices.filter { $0.key.hasPrefix("stopped/") }
        #expect(Set(told.map(\.key)).count == told.count && !told.isEmpty, "\(told)")
        #expect(told.allSatisfy { $0.text.contains("Crossing-1") && $0.text.contains("AAA") })
        put(fixture.series.rows(0..<warm), into: fixture)
        #expect(try fixture.runner.loadReadable(all, now: fixture.end).isEmpty)
    }
}
