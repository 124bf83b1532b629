import Database
import Foundation
import Live
import MarketData
import Promotions
import Signals
import Telemetry
import Testing
import Trading

@Suite("The life of the process")
struct LifeTests {
    private let warm = LiveFixture.warm

    @Test("a second runner is refused with the first one's process; death frees the lock (L77)")
    func lock() throws {
        let folder = FileManager.default.temporaryDirectory
            .appending(path: "finstage-lock-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try Data("\(ProcessInfo.processInfo.processIdentifier)\n".utf8)
            .write(to: folder.appending(path: "runner.lock"))
        var first: RunnerLock? = try RunnerLock(folder: folder)
        do throws(LiveError) {
            _ = try RunnerLock(folder: folder)
            Issue.record("the second runner was let in")
        } catch {
            let process = ProcessInfo.processInfo.processIdentifier
            #expect(error.description.contains("process \(process)"))
        }
        #expect(first != nil)
        first = nil
        _ = try RunnerLock(folder: folder)
    }

    @Test("every write is synced to the disk, before and after a note of delivery")
    func durability() throws {
        let folder = FileManager.default.temporaryDirectory
            .appending(path: "finstage-durable-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let journal = try JournalDatabase(folder: folder)
        #expect(try journal.synchronousLevel() == 2)
        try journal.note(kind: "clock", subject: "", time: 1, text: "a remark")
        let ids = try journal.pending(at: 2).map(\.id)
        try journal.markDelivered(ids, at: 2)
        #expect(try journal.pendingCount() == 0)
        #expect(try journal.synchronousLevel() == 2)
        #expect(try JournalDatabase(folder: folder).synchronousLevel() == 2)
    }

    @Test("a runner whose lock file was removed or replaced writes nothing more")
    func lostLock() throws {
        let fixture = try LiveFixture()
        defer { fixture.discard() }
        let lock = try RunnerLock(folder: fixture.folder)
        let runner = LiveRunner(
            archive: fixture.archive, journal: fixture.journal, feeds: [fixture.feed],
            notifier: fixture.mailbox, lock: lock)
        try runner.load([fixture.promotion], now: fixture.series.closedAt[warm - 1])
        fixture.feed(fixture.bars(warm..<100))
        _ = try runner.run(at: fixture.end)
        let before = try fixture.journal.checkpoints().map(\.barTime)
        try FileManager.default.removeItem(at: fixture.folder.appending(path: "runner.lock"))
        #expect(throws: LiveError.self) { try lock.check() }
        let second = try RunnerLock(folder: fixture.folder)
        fixture.feed(fixture.bars(100..<160))
        do throws(LiveError) {
            _ = try runner.run(at: fixture.end)
            Issue.record("it went on")
        } catch {
            #expect(error.description.contains("was removed or replaced"))
        }
        #expect(throws: LiveError.self) { try runner.fold(before: fixture.end) }
        #expect(try fixture.journal.checkpoints().map(\.barTime) == before)
        try second.check()
    }

    @Test("a promotion whose symbol is unknown changes nothing of what runs")
    func reload() throws {
        let fixture = try LiveFixture()
        defer { fixture.discard() }
        let unknown = try LiveFixture.promotion(fixture.series, symbol: "ZZZ")
        #expect(throws: LiveError.self) {
            try fixture.runner.load([fixture.promotion, unknown], now: fixture.end)
        }
        #expect(fixture.runner.promotions.map(\.id) == [fixture.promotion.id])
        let stopped = try fixture.runner.loadReadable(
            [unknown, fixture.promotion], now: fixture.end)
        #expect(stopped.count == 1 && stopped[0].description.contains("ZZZ"), "\(stopped)")
        #expect(fixture.runner.promotions.map(\.id) == [fixture.promotion.id])
        fixture.feed(fixture.bars(warm..<160))
        _ = try fixture.runner.run(at: fixture.end)
        #expect(isSame(try fixture.signals(), try fixture.undisturbed()))
    }

    @Test("bars fold into the immutable history, and a restart sees one series")
    func fold() throws {
        let fixture = try LiveFixture()
        defer { fixture.discard() }
        fixture.feed(fixture.bars(warm..<120))
        _ = try fixture.runner.run(at: fixture.series.closedAt[119])
        #expect(try fixture.runner.fold(before: fixture.series.closedAt[109]) == 50)
        #expect(try fixture.archive.bars(of: fixture.key).series.count == 110)
        #expect(
            try fixture.journal.bars(symbol: "AAA", interval: Interval.minute.microseconds)
                .count == 10)
        let feed = ListFeed([
            fixture.bars(warm..<160).map { FedBar(key: fixture.key, bar: $0) }
        ])
        let second = LiveRunner(
            archive: fixture.archive, journal: fixture.journal, feeds: [feed],
            notifier: fixture.mailbox)
        try second.load([fixture.promotion], now: fixture.end)
        _ = try second.run(at: fixture.end)
        #expect(isSame(try fixture.signals(), try fixture.undisturbed()))
        #expect(try fixture.findings("checkpoint").isEmpty)
    }

    @Test("a split takes effect with its bar: no exit, equity and signals as they were (L19)")
    func split() throws {
        let plain = SyntheticMarket(symbol: 3).minutes(count: 160)
        let action = CorporateAction(exDate: plain.times[110], kind: .split(new: 10, old: 1))
        let fixture = try LiveFixture(actions: [action]) { row, bar in
            guard row >= 110 else { return bar }
            return Bar(
                time: bar.time, open: bar.open / 10, high: bar.high / 10, low: bar.low / 10,
                close: bar.close / 10, volume: bar.volume * 10)
        }
        defer { fixture.discard() }
        for row in warm..<160 {
            fixture.feed(fixture.bars(row..<row + 1))
            _ = try fixture.runner.run(at: fixture.series.closedAt[row])
        }
        #expect(try fixture.findings("jump").isEmpty)
        let whole = try LiveFixture()
        defer { whole.discard() }
        whole.feed(whole.bars(warm..<160))
        _ = try whole.runner.run(at: whole.end)
        #expect(try fixture.signals().map(\.decidedAt) == whole.signals().map(\.decidedAt))
        let (one, other) = (
            try #require(try fixture.journal.checkpoints().first),
            try #require(try whole.journal.checkpoints().first)
        )
        #expect(abs(one.equity - other.equity) < 1e-6 * other.equity)
    }

    @Test("a split that is listed only later: the price waits, then goes on (L19, variant)")
    func lateSplit() throws {
        let fixture = try LiveFixture { row, bar in
            guard row >= 110 else { return bar }
            return Bar(
                time: bar.time, open: bar.open / 10, high: bar.high / 10, low: bar.low / 10,
                close: bar.close / 10, volume: bar.volume * 10)
        }
        defer { fixture.discard() }
        fixture.feed(fixture.bars(warm..<160))
        #expect(try fixture.runner.run(at: fixture.end).decisions == 50)
        let history = try fixture.archive.bars(of: fixture.key).series
        let action = CorporateAction(
            exDate: fixture.series.times[110], kind: .split(new: 10, old: 1))
        fixture.archive.replace(
            fixture.key, with: ArchivedBars(series: history, actions: [action]))
        #expect(try fixture.runner.run(at: fixture.end).decisions == 50)
        let whole = try LiveFixture()
        defer { whole.discard() }
        #expect(
            try fixture.signals().map(\.decidedAt) == whole.undisturbed().map(\.decidedAt))
    }

    @Test("a recorded session is held against the backtest, and a changed bar is named as input")
    func parity() throws {
        let fixture = try LiveFixture()
        defer { fixture.discard() }
        fixture.feed(fixture.bars(warm..<160))
        _ = try fixture.runner.run(at: fixture.end)
        let parity = SessionParity(archive: fixture.archive, journal: fixture.journal)
        let date = CivilDate(fixture.series.times[100])
        let good = try parity.compare(fixture.promotion, session: date)
        #expect(good.compared == 1 && good.differences.isEmpty, "\(good)")
        let bar = fixture.series[130]
        try fixture.archive.fold(fixture.bars(warm..<160), into: fixture.key)
        try fixture.journal.removeBars(
            symbol: "AAA", interval: Interval.minute.microseconds, through: .max)
        #expect(try parity.compare(fixture.promotion, session: date).differences.isEmpty)
        let changed = Bar(
            time: bar.time, open: bar.open, high: bar.high * 1.1, low: bar.low,
            close: bar.close * 1.05, volume: bar.volume)
        try fixture.archive.fold([changed], into: fixture.key)
        let bad = try parity.compare(fixture.promotion, session: date)
        #expect(bad.differences.map(\.kind) == [.input])
    }

    @Test("symbols that come and go by reload miss no bar and take none twice (L17)")
    func comingAndGoing() throws {
        let fixture = try LiveFixture()
        defer { fixture.discard() }
        let names = ["AAA", "BBB", "CCC"]
        let walks = (3..<6).map { SyntheticMarket(symbol: $0).minutes(count: 160) }
        let keys = names.map { SeriesKey(symbol: $0, interval: .minute) }
        let promotions = try zip(names, walks).map {
            try LiveFixture.promotion($1, symbol: $0, id: "\($0)-1")
        }
        func archive() -> MemoryArchive {
            MemoryArchive(
                Dictionary(
                    uniqueKeysWithValues: zip(keys, walks).map {
                        ($0, ArchivedBars(series: $1.rows(0..<warm), actions: []))
                    }))
        }
        func group(_ row: Int) -> [FedBar] {
            zip(keys, walks).map { FedBar(key: $0, bar: $1[row]) }
        }
        func journal(_ name: String) throws -> JournalDatabase {
            let folder = fixture.folder.appending(path: name)
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            return try JournalDatabase(folder: folder, isDurable: false)
        }
        func signals(_ journal: JournalDatabase) throws -> [String] {
            try journal.signals().map { "\($0.promotion) \($0.decidedAt) \($0.to)" }.sorted()
        }
        let (busy, calm) = (try journal("busy"), try journal("calm"))
        let feed = ListFeed()
        let runner = LiveRunner(
            archive: archive(), journal: busy, feeds: [feed], notifier: fixture.mailbox)
        let sets = [[0, 1], [0, 2], [2], [0, 1, 2], [1]]
        for row in warm..<160 {
            let now = walks[0].closedAt[row]
            if (row - warm) % 20 == 0 {
                let present = sets[(row - warm) / 20].map { promotions[$0] }
                #expect(try runner.loadReadable(present, now: now).isEmpty)
            }
            feed.append(group(row))
            // What is given again after a load is a group of its own.
            for _ in 0..<2 { _ = try runner.run(at: now) }
            if row == 119 {
                let gone = try busy.checkpoints().first { $0.promotion == "AAA-1" }
                #expect(gone?.barTime == walks[0].times[99].microseconds)
            }
        }
        #expect(try runner.loadReadable(promotions, now: fixture.end).isEmpty)
        for _ in 0..<2 { _ = try runner.run(at: fixture.end) }
        let other = LiveRunner(
            archive: archive(), journal: calm,
            feeds: [ListFeed([(warm..<160).flatMap(group)])], notifier: fixture.mailbox)
        try other.load(promotions, now: walks[0].closedAt[warm - 1])
        _ = try other.run(at: fixture.end)
        #expect(try signals(busy) == signals(calm))
        #expect(try calm.signals().count > 15)
        #expect(try busy.checkpoints().map(\.equity) == calm.checkpoints().map(\.equity))
    }

    @Test("promotions that come back decide on what came while there were none")
    func comesBack() throws {
        let fixture = try LiveFixture()
        defer { fixture.discard() }
        try fixture.runner.load([], now: fixture.series.closedAt[warm])
        fixture.feed(fixture.bars(warm..<120))
        #expect(try fixture.runner.run(at: fixture.end).decisions == 0)
        try fixture.runner.load([fixture.promotion], now: fixture.end)
        fixture.feed(fixture.bars(120..<160))
        _ = try fixture.runner.run(at: fixture.end)
        _ = try fixture.runner.run(at: fixture.end)
        #expect(isSame(try fixture.signals(), try fixture.undisturbed()))
    }

    @Test("a long history in the store is caught up with in parts, to the same signals")
    func catchesUp() throws {
        let fixture = try LiveFixture()
        defer { fixture.discard() }
        let whole = ArchivedBars(series: fixture.series, actions: [])
        fixture.archive.replace(fixture.key, with: whole)
        let folder = fixture.folder.appending(path: "second")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let journal = try JournalDatabase(folder: folder)
        let feed = StoreFeed(fixture.archive, batch: 7)
        let runner = LiveRunner(
            archive: fixture.archive, journal: journal, feeds: [feed],
            notifier: fixture.mailbox)
        try runner.load([fixture.promotion], now: fixture.end)
        #expect(try runner.run(at: fixture.series.closedAt[110]).decisions == 51)
        #expect(try runner.run(at: fixture.end).decisions == 49)
        #expect(try runner.run(at: fixture.end) == LiveRunner.Step())
        let signals = try journal.latestSignals(
            promotion: fixture.promotion.id, symbol: "AAA",
            interval: fixture.key.interval.microseconds)
        #expect(isSame(signals, try fixture.undisturbed()))
    }

    @Test("the store's bars come as far as one instant, so that no instrument runs ahead")
    func together() throws {
        let series = SyntheticMarket(symbol: 1).minutes(count: 60)
        let sparse = Series(
            symbol: "SPARSE", interval: .minute,
            bars: stride(from: 0, to: 60, by: 10).map { series[$0] })
        let keys = ["DENSE", "SPARSE"].map { SeriesKey(symbol: $0, interval: .minute) }
        let archive = MemoryArchive([
            keys[0]: ArchivedBars(series: series, actions: []),
            keys[1]: ArchivedBars(series: sparse, actions: []),
        ])
        let feed = StoreFeed(archive, batch: 8)
        var last = Dictionary(
            uniqueKeysWithValues: keys.map { ($0, Timestamp(microseconds: 0)) })
        var counts: [Int] = []
        repeat {
            let wanted = last.mapValues { WantedSeries(last: $0, schedule: series.schedule) }
            let fed = try feed.poll(wanted, now: series.closedAt[59])
            let before = last.values.max()
            for bar in fed {
                #expect(bar.bar.time > before ?? bar.bar.time)
                last[bar.key] = max(last[bar.key] ?? bar.bar.time, bar.bar.time)
            }
            counts.append(fed.count)
        } while feed.holdsBack
        #expect(counts.reduce(0, +) == 66 && counts.allSatisfy { $0 <= 16 }, "\(counts)")
    }

    @Test("a message that was put off under a clock that ran ahead is not held back by it")
    func clockRanAhead() throws {
        let fixture = try LiveFixture()
        defer { fixture.discard() }
        try fixture.journal.note(kind: "gap", subject: "AAA", time: 1, text: "a gap")
        let waiting = try #require(try fixture.journal.pending(at: 0).first)
        try fixture.journal.markFailed(
            waiting.id, nextAttempt: (fixture.end + Interval.day).microseconds)
        let closed = fixture.series.closedAt[warm]
        #expect(try fixture.runner.run(at: closed).delivered == 1)
    }

    @Test("a message that does not arrive is tried again, and holds no other back")
    func undelivered() throws {
        let fixture = try LiveFixture()
        defer { fixture.discard() }
        let deaf = DeafNotifier()
        let runner = LiveRunner(
            archive: fixture.archive, journal: fixture.journal, feeds: [fixture.feed],
            notifier: deaf)
        try runner.load([fixture.promotion], now: fixture.series.closedAt[warm - 1])
        fixture.feed(fixture.bars(warm..<160))
        let step = try runner.run(at: fixture.end)
        #expect(step.signals > 3 && step.delivered == 0)
        let missed = try fixture.findings("missed").count
        #expect(try fixture.journal.pendingCount() == step.signals + missed)
        _ = try fixture.runner.run(at: fixture.end + .hour)
        #expect(try fixture.journal.pendingCount() == 0)
    }
}

private struct DeafNotifier: Notifier {
    func deliver(_ notice: Notice) throws(NotifierError) { throw NotifierError("no answer") }
}
