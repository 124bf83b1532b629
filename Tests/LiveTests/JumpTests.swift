import Database
import Foundation
import Live
import MarketData
import Promotions
import Telemetry
import Testing

@Suite("Prices that need an explanation")
struct JumpTests {
    private let warm = LiveFixture.warm

    private func scaled(_ bar: Bar, _ factor: Double) -> Bar {
        Bar(
            time: bar.time, open: bar.open * factor, high: bar.high * factor,
            low: bar.low * factor, close: bar.close * factor, volume: bar.volume)
    }

    private func told(_ fixture: LiveFixture, _ kind: String = "jump") -> [String] {
        fixture.mailbox.notices.filter { $0.key.hasPrefix("\(kind)/") }.map(\.text)
    }

    /// A runner that reads the store alone.
    private func storeRunner(
        _ fixture: LiveFixture, _ settings: LiveSettings = LiveSettings(),
        _ more: [any BarFeed] = []
    ) throws -> LiveRunner {
        let runner = LiveRunner(
            archive: fixture.archive, journal: fixture.journal,
            feeds: [StoreFeed(fixture.archive)] + more, notifier: fixture.mailbox,
            settings: settings)
        try runner.load([fixture.promotion], now: fixture.end)
        return runner
    }

    private func stored(
        _ fixture: LiveFixture, _ rows: Range<Int>, wrong: Int? = nil,
        actions: [CorporateAction] = []
    ) {
        let bars = rows.map { $0 == wrong ? scaled(fixture.series[$0], 100) : fixture.series[$0] }
        fixture.archive.replace(
            fixture.key,
            with: ArchivedBars(
                series: Series(symbol: "AAA", interval: .minute, bars: bars), actions: actions))
    }

    @Test("100 times the price from the store decides nothing until an import corrects it")
    func fromStore() throws {
        let fixture = try LiveFixture()
        defer { fixture.discard() }
        let runner = try storeRunner(fixture)
        stored(fixture, 0..<160, wrong: 100)
        #expect(try runner.run(at: fixture.end).decisions == 40)
        #expect(try runner.run(at: fixture.end) == LiveRunner.Step())
        // A restart finds it again, and tells nothing again.
        let second = try storeRunner(fixture)
        #expect(try second.run(at: fixture.end).decisions == 0)
        #expect(told(fixture).count == 1 && told(fixture)[0].contains("of the store"))
        #expect(told(fixture, "missed").isEmpty)
        stored(fixture, 0..<160)
        #expect(try second.run(at: fixture.end).decisions == 60)
        #expect(isSame(try fixture.signals(), try fixture.undisturbed()))
        #expect(try fixture.signals().allSatisfy { $0.revision == 0 })
    }

    @Test("a price that is true is taken from the store under a limit that allows it")
    func accepted() throws {
        let fixture = try LiveFixture()
        defer { fixture.discard() }
        stored(fixture, 0..<160, wrong: 100)
        #expect(try storeRunner(fixture).run(at: fixture.end).decisions == 40)
        var settings = LiveSettings()
        settings.jumpLimit = 150
        #expect(try storeRunner(fixture, settings).run(at: fixture.end).decisions == 60)
        // What was accepted once is no news, also where a feed's correction mends what follows.
        let feed = ListFeed()
        let later = try storeRunner(fixture, LiveSettings(), [feed])
        let last = try #require(try fixture.signals().last)
        let bar = fixture.series[
            fixture.series.firstRow(notBefore: Timestamp(microseconds: last.barTime))]
        feed.append([FedBar(key: fixture.key, bar: scaled(bar, 1.01))])
        _ = try later.run(at: fixture.end)
        #expect(try fixture.journal.signals().contains { $0.revision > 0 })
    }

    @Test("a feed's true bar takes the place of a stored one that is held, and all goes on")
    func feedExplains() throws {
        let fixture = try LiveFixture()
        defer { fixture.discard() }
        let feed = ListFeed()
        let runner = try storeRunner(fixture, LiveSettings(), [feed])
        stored(fixture, 0..<130, wrong: 100)
        feed.append((130..<160).map { FedBar(key: fixture.key, bar: fixture.series[$0]) })
        #expect(try runner.run(at: fixture.end).decisions == 40)
        feed.append([FedBar(key: fixture.key, bar: fixture.series[100])])
        for _ in 0..<3 { _ = try runner.run(at: fixture.end) }
        #expect(isSame(try fixture.signals(), try fixture.undisturbed()))
        #expect(try fixture.signals().allSatisfy { $0.revision == 0 })
    }

    @Test("a feed's true bar holds over the stored one after a restart too, as the file's last bar")
    func feedHoldsAfterRestart() throws {
        let fixture = try LiveFixture()
        defer { fixture.discard() }
        let feed = ListFeed()
        let runner = try storeRunner(fixture, LiveSettings(), [feed])
        stored(fixture, 0..<101, wrong: 100)
        #expect(try runner.run(at: fixture.series.closedAt[100]).decisions == 40)
        feed.append([FedBar(key: fixture.key, bar: fixture.series[100])])
        for _ in 0..<3 { _ = try runner.run(at: fixture.series.closedAt[100]) }
        let later = ListFeed()
        let second = try storeRunner(fixture, LiveSettings(), [later])
        later.append((101..<160).map { FedBar(key: fixture.key, bar: fixture.series[$0]) })
        for _ in 0..<2 { _ = try second.run(at: fixture.end) }
        #expect(isSame(try fixture.signals(), try fixture.undisturbed()))
    }

    @Test(
        "decided bars that an import gives in another unit mend nothing; the others run on",
        arguments: [[100], Array(0..<160)], [true, false])
    func restated(rows: [Int], isRestarted: Bool) throws {
        let fixture = try LiveFixture()
        defer { fixture.discard() }
        stored(fixture, 0..<160)
        var runner = try storeRunner(fixture)
        #expect(try runner.run(at: fixture.end).decisions == 100)
        let before = try fixture.journal.signals()
        let bars = (0..<160).map { row in
            rows.contains(row) ? scaled(fixture.series[row], 100) : fixture.series[row]
        }
        fixture.archive.replace(
            fixture.key,
            with: ArchivedBars(
                series: Series(symbol: "AAA", interval: .minute, bars: bars), actions: []))
        if isRestarted {
            runner = LiveRunner(
                archive: fixture.archive, journal: fixture.journal,
                feeds: [StoreFeed(fixture.archive)], notifier: fixture.mailbox)
        } else {
            #expect(throws: LiveError.self) { try runner.run(at: fixture.end) }
        }
        let stopped = try runner.loadReadable([fixture.promotion], now: fixture.end)
        let reason = try #require(stopped.first).description
        #expect(reason.contains("AAA") && reason.contains("times"), "\(stopped)")
        #expect(stopped.count == 1 && runner.promotions.isEmpty)
        #expect(try runner.run(at: fixture.end).decisions == 0)
        #expect(try fixture.journal.signals() == before)
        // The true bars again, and it goes on.
        stored(fixture, 0..<160)
        #expect(try runner.loadReadable([fixture.promotion], now: fixture.end).isEmpty)
        _ = try runner.run(at: fixture.end)
        #expect(try fixture.journal.signals() == before)
    }

    @Test("a split that nobody has imported is told once, whatever the number of bars")
    func split() throws {
        let fixture = try LiveFixture { row, bar in row < 100 ? bar : scaled(bar, 1 / 3.0) }
        defer { fixture.discard() }
        for row in warm..<160 {
            fixture.feed(fixture.bars(row..<row + 1))
            _ = try fixture.runner.run(at: fixture.series.closedAt[row])
        }
        #expect(
            try fixture.journal.checkpoints()[0].barTime == fixture.series.times[99].microseconds)
        #expect(told(fixture).count == 1 && told(fixture, "gap").isEmpty)
        let action = CorporateAction(
            exDate: fixture.series.times[100], kind: .split(new: 3, old: 1))
        stored(fixture, 0..<warm, actions: [action])
        #expect(try fixture.runner.run(at: fixture.end).decisions == 60)
        #expect(told(fixture).count == 1)
    }

    @Test("bars on a new level are told once, also by a restart that is given the later ones alone")
    func splitAfterRestart() throws {
        let fixture = try LiveFixture { row, bar in row < 100 ? bar : scaled(bar, 1 / 3.0) }
        defer { fixture.discard() }
        fixture.feed(fixture.bars(warm..<110))
        _ = try fixture.runner.run(at: fixture.series.closedAt[109])
        for row in 110..<115 {
            let feed = ListFeed()
            let runner = LiveRunner(
                archive: fixture.archive, journal: fixture.journal, feeds: [feed],
                notifier: fixture.mailbox)
            try runner.load([fixture.promotion], now: fixture.series.closedAt[row])
            feed.append([FedBar(key: fixture.key, bar: fixture.series[row])])
            _ = try runner.run(at: fixture.series.closedAt[row])
        }
        #expect(told(fixture).count == 1, "\(told(fixture))")
        #expect(try fixture.findings("jump").count == 15)
    }

    @Test("a single bad print waits as a missing bar does, and the true one is then late")
    func badPrint() throws {
        let fixture = try LiveFixture()
        defer { fixture.discard() }
        fixture.feed(fixture.bars(warm..<100) + [scaled(fixture.series[100], 100)])
        _ = try fixture.runner.run(at: fixture.series.closedAt[100])
        fixture.feed(fixture.bars(101..<102))
        let now = fixture.series.closedAt[101]
        #expect(try fixture.runner.run(at: now).decisions == 0)
        #expect(told(fixture, "gap").first?.contains("was set aside") == true)
        #expect(try fixture.runner.run(at: now + .minute).decisions == 1)
        // Another one, after true bars, is told on its own.
        fixture.feed(fixture.bars(102..<120) + [scaled(fixture.series[120], 100)])
        _ = try fixture.runner.run(at: fixture.series.closedAt[121])
        #expect(told(fixture).count == 2)
        fixture.feed([fixture.series[100]] + fixture.bars(120..<160))
        _ = try fixture.runner.run(at: fixture.end)
        #expect(isSame(try fixture.signals(), try fixture.undisturbed()))
    }

    @Test("what is told again is told in order of the decisions; a withdrawal names no target")
    func withdrawals() throws {
        let fixture = try LiveFixture()
        defer { fixture.discard() }
        let odd = (warm..<150).map { row in
            scaled(fixture.series[row], row.isMultiple(of: 7) ? 1.2 : 1)
        }
        fixture.feed(odd)
        _ = try fixture.runner.run(at: fixture.end)
        let before = fixture.mailbox.notices.count { $0.kind == .signal }
        fixture.feed(fixture.bars(warm..<160))
        _ = try fixture.runner.run(at: fixture.end)
        let mended = try fixture.journal.signals().filter { $0.written == fixture.end.microseconds }
            .suffix(fixture.mailbox.notices.count { $0.kind == .signal } - before)
        let times = mended.map(\.decidedAt)
        #expect(times == times.sorted())
        let withdrawn = mended.filter(\.isWithdrawn)
        #expect(!withdrawn.isEmpty && withdrawn.count < mended.count)
        #expect(withdrawn.allSatisfy { $0.from.isEmpty && $0.to.isEmpty })
        let texts = fixture.mailbox.notices.map(\.text).filter { $0.hasPrefix("[withdrawn]") }
        #expect(texts.count == withdrawn.count)
        #expect(texts.allSatisfy { $0.contains("no longer stands") })
        #expect(isSame(try fixture.signals(), try fixture.undisturbed()))
    }
}
