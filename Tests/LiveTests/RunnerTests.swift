import Database
import Foundation
import Live
import MarketData
import Promotions
import Signals
import Testing

@Suite("The runner")
struct RunnerTests {
    private let warm = LiveFixture.warm

    @Test("signal, message and checkpoint come of every change of target")
    func plain() throws {
        let fixture = try LiveFixture()
        defer { fixture.discard() }
        fixture.feed(fixture.bars(warm..<160))
        let step = try fixture.runner.run(at: fixture.end)
        let signals = try fixture.signals()
        #expect(signals.count > 5 && step.signals == signals.count && step.bars == 100)
        let told = fixture.mailbox.notices.filter { $0.kind == .signal }
        #expect(told.map(\.key) == signals.map(\.key))
        #expect(try fixture.journal.pendingCount() == 0)
        let point = try #require(try fixture.journal.checkpoints().first)
        #expect(point.barTime == fixture.series.times[159].microseconds)
        #expect(zip(signals, signals.dropFirst()).allSatisfy { $0.to == $1.from })
    }

    @Test("a signal that somebody has removed is stored again, and not told again")
    func removedSignal() throws {
        let fixture = try LiveFixture()
        defer { fixture.discard() }
        fixture.feed(fixture.bars(warm..<160))
        _ = try fixture.runner.run(at: fixture.end)
        let (signals, told) = (try fixture.signals(), fixture.mailbox.notices.count)
        try fixture.journal.tamper("DELETE FROM signal WHERE id = (SELECT max(id) FROM signal)")
        #expect(try fixture.signals().count == signals.count - 1)
        let next = LiveRunner(
            archive: fixture.archive, journal: fixture.journal, feeds: [],
            notifier: fixture.mailbox)
        try next.load([fixture.promotion], now: fixture.end)
        _ = try next.run(at: fixture.end)
        #expect(isSame(try fixture.signals(), signals))
        #expect(fixture.mailbox.notices.count == told)
    }

    @Test("bar by bar and all at once give the same")
    func oneByOne() throws {
        let fixture = try LiveFixture()
        defer { fixture.discard() }
        for row in warm..<160 {
            fixture.feed(fixture.bars(row..<row + 1))
            _ = try fixture.runner.run(at: fixture.series.closedAt[row])
        }
        #expect(isSame(try fixture.signals(), try fixture.undisturbed()))
        #expect(try fixture.signals().allSatisfy { !$0.isLate && $0.revision == 0 })
    }

    @Test("a partial bar never decides, marked or not (L11)", arguments: [true, false])
    func partial(isMarked: Bool) throws {
        let fixture = try LiveFixture()
        defer { fixture.discard() }
        let bar = fixture.series[warm]
        let half = Bar(
            time: bar.time, open: bar.open, high: bar.open, low: bar.open, close: bar.open,
            volume: 1)
        fixture.feed([half], isPartial: isMarked)
        let early = Timestamp(microseconds: fixture.series.closedAt[warm].microseconds - 1)
        #expect(try fixture.runner.run(at: early).decisions == 0)
        fixture.feed(fixture.bars(warm..<160))
        _ = try fixture.runner.run(at: fixture.end)
        #expect(isSame(try fixture.signals(), try fixture.undisturbed()))
        #expect(try fixture.signals().allSatisfy { $0.revision == 0 })
    }

    @Test("a true price without volume is a bar (L21)")
    func noVolume() throws {
        let fixture = try LiveFixture()
        defer { fixture.discard() }
        let bar = fixture.series[warm]
        fixture.feed([
            Bar(
                time: bar.time, open: bar.open, high: bar.high, low: bar.low, close: bar.close,
                volume: 0)
        ])
        let closed = fixture.series.closedAt[warm]
        #expect(try fixture.runner.run(at: closed).decisions == 1)
        #expect(try fixture.journal.findings().isEmpty)
    }

    @Test("a duplicate changes nothing")
    func duplicate() throws {
        let fixture = try LiveFixture()
        defer { fixture.discard() }
        fixture.feed(fixture.bars(warm..<160))
        _ = try fixture.runner.run(at: fixture.end)
        let count = fixture.mailbox.notices.count
        fixture.feed(fixture.bars(warm - 3..<160) + fixture.bars(warm..<100))
        let step = try fixture.runner.run(at: fixture.end)
        #expect(step == LiveRunner.Step() && fixture.mailbox.notices.count == count)
    }

    @Test("a gap waits and is told once; then it is late, and all is as it should be (L15)")
    func gap() throws {
        let fixture = try LiveFixture()
        defer { fixture.discard() }
        fixture.feed(fixture.bars(warm..<100))
        _ = try fixture.runner.run(at: fixture.series.closedAt[99])
        fixture.feed(fixture.bars(101..<102))
        let now = fixture.series.closedAt[101]
        #expect(try fixture.runner.run(at: now).decisions == 0)
        #expect(try fixture.runner.run(at: now).decisions == 0)
        #expect(try fixture.findings("gap").count == 1)
        #expect(fixture.mailbox.notices.count { $0.kind == .alert } == 1)
        #expect(try fixture.runner.run(at: now + .minute).decisions == 1)
        #expect(try fixture.findings("missing").count == 1)
        fixture.feed(fixture.bars(100..<101) + fixture.bars(102..<160))
        _ = try fixture.runner.run(at: fixture.end)
        #expect(try fixture.findings("late").count == 1)
        #expect(isSame(try fixture.signals(), try fixture.undisturbed()))
    }

    @Test("a correction that changes a decision makes the next revision, or takes it back")
    func correction() throws {
        let fixture = try LiveFixture()
        defer { fixture.discard() }
        let calm = try fixture.undisturbed()
        let pair = try #require(
            zip(calm, calm.dropFirst()).first {
                $0.to == "flat" && $1.barTime - $0.barTime > 240_000_000
            })
        let row = fixture.series.firstRow(
            notBefore: Timestamp(microseconds: pair.0.barTime + 120_000_000))
        let wrong = fixture.series[row]
        let high = Bar(
            time: wrong.time, open: wrong.open, high: 140, low: wrong.low, close: 140,
            volume: wrong.volume)
        fixture.feed(fixture.bars(warm..<row) + [high])
        _ = try fixture.runner.run(at: fixture.series.closedAt[row])
        fixture.feed(fixture.bars(row..<160))
        _ = try fixture.runner.run(at: fixture.end)
        #expect(isSame(try fixture.signals(), try fixture.undisturbed()))
        let revised = try fixture.journal.signals().filter { $0.revision > 0 }
        #expect(!revised.isEmpty)
        let texts = fixture.mailbox.notices.map(\.text)
        #expect(texts.contains { $0.hasPrefix("[corrected]") || $0.hasPrefix("[withdrawn]") })
    }

    @Test(
        "a corrected close is told where a signal stands on it; what it leaves as told is left",
        arguments: [true, false])
    func restated(isPrice: Bool) throws {
        let fixture = try LiveFixture()
        defer { fixture.discard() }
        fixture.feed(fixture.bars(warm..<160))
        _ = try fixture.runner.run(at: fixture.end)
        let told = try #require(try fixture.signals().last)
        let row = fixture.series.firstRow(notBefore: Timestamp(microseconds: told.barTime))
        let bar = fixture.series[row]
        let close = isPrice ? (told.to == "long" ? bar.close + 0.01 : bar.close - 0.01) : bar.close
        fixture.feed([
            Bar(
                time: bar.time, open: bar.open, high: max(bar.high, close),
                low: min(bar.low, close), close: close, volume: bar.volume + 1)
        ])
        _ = try fixture.runner.run(at: fixture.end)
        let revised = try fixture.journal.signals().filter { $0.revision > 0 }
        #expect(revised.first?.price == (isPrice ? close : nil))
        #expect(revised.isEmpty == !isPrice)
        if isPrice {
            let first = try #require(revised.first)
            #expect(first.values != told.values && first.to == told.to)
            #expect(fixture.mailbox.notices.contains { $0.text.contains("[corrected]") })
        }
    }

    @Test("prices of 0, NaN or with high below low are no bars, and told once for the feed (L21)")
    func unpriced() throws {
        let fixture = try LiveFixture()
        defer { fixture.discard() }
        for (row, price) in [(60, 0.0), (61, .nan), (62, -1)] {
            let time = fixture.series.times[row]
            fixture.feed([
                Bar(time: time, open: price, high: price, low: price, close: price, volume: 0)
            ])
            #expect(try fixture.runner.run(at: fixture.end).decisions == 0)
        }
        #expect(try fixture.findings("price").count == 1)
        fixture.feed(fixture.bars(warm..<160))
        _ = try fixture.runner.run(at: fixture.end)
        #expect(isSame(try fixture.signals(), try fixture.undisturbed()))
    }

    @Test(
        "100 times the last price, or another unit, waits until it is explained (L19)",
        arguments: [100, 0.01, 1_350])
    func jump(factor: Double) throws {
        let fixture = try LiveFixture()
        defer { fixture.discard() }
        fixture.feed(fixture.bars(warm..<100))
        _ = try fixture.runner.run(at: fixture.end)
        let bar = fixture.series[100]
        let pence = Bar(
            time: bar.time, open: bar.open * factor, high: bar.high * factor,
            low: bar.low * factor, close: bar.close * factor, volume: bar.volume)
        fixture.feed([pence])
        #expect(try fixture.runner.run(at: fixture.end).decisions == 0)
        #expect(try fixture.runner.run(at: fixture.end).decisions == 0)
        #expect(try fixture.findings("jump").count == 1)
        #expect(fixture.mailbox.notices.count { $0.key.hasPrefix("jump/") } == 1)
        fixture.feed(fixture.bars(100..<160))
        _ = try fixture.runner.run(at: fixture.end)
        #expect(isSame(try fixture.signals(), try fixture.undisturbed()))
    }

    @Test(
        "a price 100 times its neighbour is set aside as a correction, late and in any field",
        arguments: ["correction", "late", "historical", "high", "low", "open"])
    func jumps(kind: String) throws {
        let fixture = try LiveFixture()
        defer { fixture.discard() }
        let row = kind == "historical" ? 30 : 100
        let bar = fixture.series[row]
        let isWhole = ["correction", "late", "historical"].contains(kind)
        func factor(_ field: String) -> Double { isWhole || kind == field ? 100 : 1 }
        let wrong = Bar(
            time: bar.time, open: bar.open * factor("open"), high: bar.high * factor("high"),
            low: kind == "low" ? bar.low / 100 : bar.low * factor("low"),
            close: bar.close * factor("close"), volume: bar.volume)
        let missing = kind == "late" ? [] : fixture.bars(row..<row + 1)
        if !isWhole {
            fixture.feed(fixture.bars(warm..<100) + [wrong])
        } else if kind == "historical" {
            fixture.feed(fixture.bars(warm..<160) + [wrong])
        } else {
            fixture.feed(fixture.bars(warm..<100) + missing + fixture.bars(101..<160) + [wrong])
        }
        _ = try fixture.runner.run(at: fixture.end)
        _ = try fixture.runner.run(at: fixture.end)
        #expect(try fixture.findings("jump").count == 1)
        #expect(try fixture.findings("correction").isEmpty)
        // The true bars go on, whatever was set aside.
        fixture.feed(fixture.bars(100..<160))
        _ = try fixture.runner.run(at: fixture.end)
        #expect(isSame(try fixture.signals(), try fixture.undisturbed()))
    }

    @Test("an extra row after the close, or off the grid, is no bar (L23)")
    func misplaced() throws {
        let fixture = try LiveFixture()
        defer { fixture.discard() }
        let bar = fixture.series[warm]
        let odd = Bar(
            time: Timestamp(microseconds: bar.time.microseconds + 1), open: bar.open,
            high: bar.high, low: bar.low, close: bar.close, volume: 0)
        fixture.feed([odd])
        #expect(try fixture.runner.run(at: fixture.end).decisions == 0)
        #expect(try fixture.findings("misplaced").count == 1)
    }

    @Test("a clock behind the newest bar decides nothing and says so (L81)")
    func clockBehind() throws {
        let fixture = try LiveFixture()
        defer { fixture.discard() }
        fixture.feed(fixture.bars(warm..<100))
        _ = try fixture.runner.run(at: fixture.end)
        fixture.feed(fixture.bars(100..<160))
        let wrong = Timestamp(microseconds: 1_404_413_400_000_000)
        #expect(throws: LiveError.self) { try fixture.runner.run(at: wrong) }
        _ = try fixture.runner.run(at: fixture.end)
        #expect(isSame(try fixture.signals(), try fixture.undisturbed()))
    }

    @Test("a full disk loses nothing and sends nothing that is not stored (L49)")
    func fullDisk() throws {
        let fixture = try LiveFixture()
        defer { fixture.discard() }
        fixture.feed(fixture.bars(warm..<160))
        fixture.journal.setProbe { .diskFull }
        #expect(throws: LiveError.self) { try fixture.runner.run(at: fixture.end) }
        #expect(fixture.mailbox.notices.isEmpty)
        fixture.journal.setProbe(nil)
        _ = try fixture.runner.run(at: fixture.end)
        #expect(isSame(try fixture.signals(), try fixture.undisturbed()))
    }

    @Test("what closed before the expiry is decided, however late, and nothing else; told once")
    func expired() throws {
        let fixture = try LiveFixture(expires: "2020-01-01T01:30:00")
        defer { fixture.discard() }
        fixture.feed(fixture.bars(warm..<80))
        #expect(try fixture.runner.run(at: fixture.series.closedAt[89]).decisions == 20)
        // A bar's patience is left for those that are on their way.
        #expect(try fixture.findings("expires").isEmpty)
        fixture.feed(fixture.bars(80..<160))
        #expect(try fixture.runner.run(at: fixture.end).decisions == 10)
        let last = fixture.series.closedAt[89]
        #expect(last == fixture.promotion.expires)
        let all = try fixture.undisturbed().filter { $0.decidedAt <= last.microseconds }
        #expect(isSame(try fixture.signals(), all) && !all.isEmpty)
        for _ in 0..<2 { #expect(try fixture.runner.run(at: fixture.end).decisions == 0) }
        #expect(try fixture.findings("expires").count == 1)
        let told = fixture.mailbox.notices.filter { $0.text.contains("expired at") }
        #expect(told.count == 1)
    }

    @Test(
        "a checkpoint of another engine, plan or origin is discarded, and the history replayed",
        arguments: ["engine", "plan", "origin"])
    func checkpoint(what: String) throws {
        let fixture = try LiveFixture()
        defer { fixture.discard() }
        fixture.feed(fixture.bars(warm..<160))
        _ = try fixture.runner.run(at: fixture.end)
        var settings = LiveSettings()
        if what == "engine" { settings.engine = "another" }
        let close = Bars().close
        let other = TargetExposure.long(
            enter: close.sma(period: 4).crosses(above: close.sma(period: 11)),
            exit: close.sma(period: 4).crosses(below: close.sma(period: 11)))
        let promotion = try LiveFixture.promotion(
            fixture.series, exposure: what == "plan" ? other : nil,
            first: what == "origin" ? 20 : 0)
        let second = LiveRunner(
            archive: fixture.archive, journal: fixture.journal, feeds: [],
            notifier: fixture.mailbox, settings: settings)
        try second.load([promotion], now: fixture.end)
        _ = try second.run(at: fixture.end)
        #expect(try fixture.findings("checkpoint").count == 1)
        #expect(fixture.mailbox.notices.contains { $0.key.hasPrefix("checkpoint/") })
        let watch = DriftWatch(archive: fixture.archive, journal: fixture.journal)
        let over = fixture.end + Interval.day + .day
        #expect(try watch.check([promotion], now: over, demotes: \.demotes).differences.isEmpty)
        if what != "plan" {
            #expect(isSame(try fixture.signals(), try fixture.undisturbed()))
        }
    }

    @Test("a load under a clock before what was decided writes nothing (L81)")
    func loadBehind() throws {
        let fixture = try LiveFixture()
        defer { fixture.discard() }
        fixture.feed(fixture.bars(warm..<160))
        _ = try fixture.runner.run(at: fixture.end)
        let before = try fixture.journal.checkpoints()
        let second = LiveRunner(
            archive: fixture.archive, journal: fixture.journal, feeds: [],
            notifier: fixture.mailbox)
        let wrong = Timestamp(microseconds: 1_404_413_400_000_000)
        #expect(throws: LiveError.self) { try second.load([fixture.promotion], now: wrong) }
        #expect(try fixture.journal.checkpoints() == before)
        #expect(try fixture.journal.signals().allSatisfy { $0.written > wrong.microseconds })
        try second.load([fixture.promotion], now: fixture.end)
        #expect(try second.run(at: fixture.end).decisions == 0)
    }
}
