import ColumnStore
import Database
import Foundation
import Live
import MarketData
import Promotions
import Synchronization
import Telemetry
import Testing

/// A store on disk with one series of minutes, and the bars that come after it.
final class FoldingStore {
    static let warm = LiveFixture.warm
    let folder: URL
    let series = SyntheticMarket(symbol: 3).minutes(count: 360)
    let key = SeriesKey(symbol: "AAA", interval: .minute)
    let archive: StoreArchive
    let journal: JournalDatabase
    let mailbox = RecordingNotifier()

    init() throws {
        folder = FileManager.default.temporaryDirectory
            .appending(path: "finstage-folding-\(UUID().uuidString)")
        let store = try Store(folder: folder)
        let file = folder.appending(path: "warm.csv")
        let lines = series.rows(0..<Self.warm).bars.map { bar in
            "\(bar.time.text),\(bar.open),\(bar.high),\(bar.low),\(bar.close),\(bar.volume)"
        }
        let text = "time,open,high,low,close,volume\n" + lines.joined(separator: "\n") + "\n"
        try Data(text.utf8).write(to: file)
        _ = try store.importFile(
            file, symbol: "AAA", calendar: .continuous, interval: .minute)
        archive = StoreArchive(store)
        journal = try JournalDatabase(folder: folder)
    }

    func discard() { try? FileManager.default.removeItem(at: folder) }

    func runner(_ feed: ListFeed) throws -> LiveRunner {
        let runner = LiveRunner(
            archive: archive, journal: journal, feeds: [StoreFeed(archive), feed],
            notifier: mailbox)
        try runner.load([try LiveFixture.promotion(series)], now: series.closedAt[359])
        return runner
    }

    func fed(_ rows: Range<Int>) -> [FedBar] { rows.map { FedBar(key: key, bar: series[$0]) } }

    /// What another process sees: the number of bars, and whether each is as it was given.
    static func seen(_ folder: URL, _ series: Series) throws -> (count: Int, isSame: Bool) {
        let reader = SeriesReader(
            archive: StoreArchive(try Store(reading: folder)),
            journal: try JournalDatabase(folder: folder))
        let bars = try reader.bars(of: SeriesKey(symbol: "AAA", interval: .minute)).series
        let isSame = (0..<bars.count).allSatisfy { row in
            bars.times[row] == series.times[row]
                && bars.close[row].bitPattern == series.close[row].bitPattern
                && bars.volume[row].bitPattern == series.volume[row].bitPattern
        }
        return (bars.count, isSame)
    }
}

/// Histories in memory, one of which cannot be written.
private final class FailingArchive: BarArchive {
    private let whole: MemoryArchive
    private let failing: SeriesKey

    init(_ whole: MemoryArchive, failing: SeriesKey) {
        (self.whole, self.failing) = (whole, failing)
    }

    func bars(of key: SeriesKey) throws(LiveError) -> ArchivedBars { try whole.bars(of: key) }

    func version() throws(LiveError) -> Int64 { try whole.version() }

    func rows(
        of key: SeriesKey, after time: Timestamp, limit: Int
    ) throws(LiveError) -> Series { try whole.rows(of: key, after: time, limit: limit) }

    func state(of key: SeriesKey) throws(LiveError) -> (last: Timestamp, token: String) {
        try whole.state(of: key)
    }

    func fold(_ bars: [Bar], into key: SeriesKey) throws(LiveError) {
        guard key != failing else { throw .bars(symbol: key.symbol, reason: "it is damaged") }
        try whole.fold(bars, into: key)
    }
}

extension FoldingStore {
    /// Imports a bar of a row with another close; what the bar is then.
    func correct(_ row: Int, _ close: (Bar) -> Double, _ conflict: ImportConflict) throws -> Bar {
        let old = series[row]
        let bar = Bar(
            time: old.time, open: old.open, high: old.high, low: old.low, close: close(old),
            volume: old.volume)
        let text =
            "time,open,high,low,close,volume\n\(bar.time.text),\(bar.open),\(bar.high),"
            + "\(bar.low),\(bar.close),\(bar.volume)\n"
        let file = folder.appending(path: "c.csv")
        try Data(text.utf8).write(to: file)
        _ = try Store(folder: folder).importFile(
            file, symbol: "AAA", calendar: .continuous, interval: .minute, onConflict: conflict)
        return bar
    }
}

@Suite("Folding of the running day")
struct FoldingTests {
    @Test("an import corrects a bar of the running day, and no feed takes it back, nor a fold")
    func imported() throws {
        let store = try FoldingStore()
        defer { store.discard() }
        let (feed, now, row) = (ListFeed(), store.series.closedAt[359], 100)
        let runner = try store.runner(feed)
        feed.append(store.fed(FoldingStore.warm..<160))
        _ = try runner.run(at: now)
        func findings(_ kind: String) throws -> Int { try store.journal.findings(kind: kind).count }
        func stored() throws -> Bar? {
            let reader = SeriesReader(archive: store.archive, journal: store.journal)
            return try reader.bars(of: store.key).series.bars.first {
                $0.time == store.series.times[row]
            }
        }
        let error = try #require(throws: StoreError.self) {
            _ = try store.correct(row, \.low, .refuse)
        }
        #expect(error.description.contains("1 bar with other values"), "\(error)")
        let low = try store.correct(row, \.low, .replace)
        #expect(try runner.run(at: now).bars == 1)
        #expect(try stored() == low && findings("correction") == 1)
        // The feed says again what it said: one word, and nothing moves.
        for _ in 0..<2 {
            feed.append(store.fed(row..<row + 1))
            let step = try runner.run(at: now)
            #expect(step.bars == 0 && step.signals == 0)
        }
        #expect(try findings("overruled") == 1)
        #expect(try runner.fold(before: now) == 100)
        #expect(try stored() == low)
        // The same of a bar that has folded, under a new runner as well.
        let high = try store.correct(row, \.high, .replace)
        _ = try runner.run(at: now)
        let told = try store.journal.signals().count
        let next = try store.runner(feed)
        feed.append(store.fed(row..<row + 1))
        let step = try next.run(at: now)
        #expect(step.bars == 0 && step.signals == 0)
        #expect(try stored() == high && store.journal.signals().count == told)
    }

    @Test("a reader sees one series, and never fewer bars, while bars come and fold")
    func concurrentReader() throws {
        let store = try FoldingStore()
        defer { store.discard() }
        let (feed, series, folder) = (ListFeed(), store.series, store.folder)
        let runner = try store.runner(feed)
        let isDone = Mutex(false)
        let looks = Mutex<[(count: Int, isSame: Bool)]>([])
        let failures = Mutex<[String]>([])
        let reader = Thread {
            while !isDone.withLock({ $0 }) {
                do {
                    let look = try FoldingStore.seen(folder, series)
                    looks.withLock { $0.append(look) }
                } catch {
                    failures.withLock { $0.append("\(error)") }
                }
            }
            isDone.withLock { $0 = false }
        }
        reader.start()
        for first in stride(from: FoldingStore.warm, to: 360, by: 5) {
            feed.append(store.fed(first..<first + 5))
            _ = try runner.run(at: series.closedAt[first + 4])
            _ = try runner.fold(before: series.closedAt[first + 2])
        }
        isDone.withLock { $0 = true }
        while isDone.withLock({ $0 }) { Thread.sleep(forTimeInterval: 0.001) }
        #expect(failures.withLock { $0 } == [])
        let counts = looks.withLock { $0.map(\.count) }
        #expect(Set(counts).count > 3, "the reader looked \(counts.count) times")
        #expect(zip(counts, counts.dropFirst()).allSatisfy { $0 <= $1 }, "\(counts)")
        #expect(looks.withLock { $0.allSatisfy(\.isSame) })
        #expect(try FoldingStore.seen(folder, series).count == 360)
    }

    @Test("imports and folds at the same time lose no bar of each other")
    func importsBeside() throws {
        let world = try FoldingStore()
        defer { world.discard() }
        let (folder, series, key) = (world.folder, world.series, world.key)
        let file = folder.appending(path: "more.csv")
        // The imports bring the later half, one bar after the other, while the folds bring the
        // earlier one.
        let done = Mutex<[String]>([])
        DispatchQueue.concurrentPerform(iterations: 2) { worker in
            do {
                let store = try Store(folder: folder)
                for row in FoldingStore.warm..<230 where worker == 0 {
                    try store.fold([series[row]], symbol: key.symbol, interval: .minute)
                }
                for row in 230..<360 where worker == 1 {
                    let bar = series[row]
                    let text =
                        "time,open,high,low,close,volume\n\(bar.time.text),\(bar.open),"
                        + "\(bar.high),\(bar.low),\(bar.close),\(bar.volume)\n"
                    try Data(text.utf8).write(to: file)
                    _ = try store.importFile(
                        file, symbol: key.symbol, calendar: .continuous, interval: .minute)
                }
            } catch {
                done.withLock { $0.append("\(error)") }
            }
        }
        #expect(done.withLock { $0 } == [])
        let seen = try FoldingStore.seen(folder, series)
        #expect(seen.count == 360)
        #expect(seen.isSame)
    }

    @Test(
        "corrections are counted on after a fold, of the bar and of the signal",
        arguments: [true, false])
    func corrected(isRestarted: Bool) throws {
        let store = try FoldingStore()
        defer { store.discard() }
        let series = store.series
        let feed = ListFeed([store.fed(FoldingStore.warm..<200)])
        var runner = try store.runner(feed)
        let now = series.closedAt[359]
        _ = try runner.run(at: now)
        let signals = try store.journal.latestSignals(
            promotion: "Crossing-1", symbol: "AAA", interval: 60_000_000)
        let signal = try #require(signals.last)
        let row = series.firstRow(notBefore: Timestamp(microseconds: signal.barTime))
        let bar = series[row]
        for round in 1...3 {
            _ = try runner.fold(before: now)
            #expect(try store.journal.bars(symbol: "AAA", interval: 60_000_000).isEmpty)
            let more = ListFeed()
            if isRestarted { runner = try store.runner(more) }
            let close = bar.close + (signal.to == "long" ? 0.01 : -0.01) * Double(round)
            let changed = Bar(
                time: bar.time, open: bar.open, high: max(bar.high, close),
                low: min(bar.low, close), close: close, volume: bar.volume)
            (isRestarted ? more : feed).append([FedBar(key: store.key, bar: changed)])
            _ = try runner.run(at: now)
            let revisions = try store.journal.bars(symbol: "AAA", interval: 60_000_000)
                .filter { $0.time == bar.time.microseconds }.map(\.revision)
            #expect(revisions == [Int64(round)])
            let latest = try store.journal.latestSignals(
                promotion: "Crossing-1", symbol: "AAA", interval: 60_000_000
            ).first { $0.decidedAt == signal.decidedAt }
            #expect(latest?.revision == Int64(round) && latest?.price == close)
        }
    }

    @Test("a kill between the file and the rows, or after them, changes nothing", arguments: 0..<3)
    func killed(point: Int) throws {
        let store = try FoldingStore()
        defer { store.discard() }
        let series = store.series
        let feed = ListFeed([store.fed(FoldingStore.warm..<200)])
        let runner = try store.runner(feed)
        _ = try runner.run(at: series.closedAt[199])
        let left = Mutex(point)
        store.journal.setProbe {
            left.withLock { left in
                defer { left -= 1 }
                return left == 0 ? .kill : nil
            }
        }
        #expect(throws: LiveError.self) { try runner.fold(before: series.closedAt[189]) }
        store.journal.setProbe(nil)
        let look = try FoldingStore.seen(store.folder, series)
        #expect(look.count == 200 && look.isSame)
        let entry = try store.archive.state(of: store.key)
        #expect(entry.last == series.times[189], "the file was published before")

        let second = try store.runner(ListFeed([store.fed(FoldingStore.warm..<360)]))
        _ = try second.run(at: series.closedAt[359])
        _ = try second.fold(before: series.closedAt[359])
        #expect(try store.journal.bars(symbol: "AAA", interval: 60_000_000).isEmpty)
        let whole = try FoldingStore.seen(store.folder, series)
        #expect(whole.count == 360 && whole.isSame)
        let fixture = try LiveFixture(count: 360)
        defer { fixture.discard() }
        let signals = try store.journal.latestSignals(
            promotion: "Crossing-1", symbol: "AAA", interval: 60_000_000)
        #expect(isSame(signals, try fixture.undisturbed()))
    }

    @Test("a series that cannot be written keeps no other from folding, and loses no bar")
    func failing() throws {
        let fixture = try LiveFixture()
        defer { fixture.discard() }
        let folder = fixture.folder.appending(path: "second")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let journal = try JournalDatabase(folder: folder)
        let other = SeriesKey(symbol: "BBB", interval: .minute)
        let warm = LiveFixture.warm
        fixture.archive.replace(
            other, with: ArchivedBars(series: fixture.series.rows(0..<warm), actions: []))
        let runner = LiveRunner(
            archive: FailingArchive(fixture.archive, failing: fixture.key), journal: journal,
            feeds: [
                ListFeed([
                    (warm..<160).flatMap { row in
                        [fixture.key, other].map { FedBar(key: $0, bar: fixture.series[row]) }
                    }
                ])
            ], notifier: fixture.mailbox)
        let beside = try LiveFixture.promotion(fixture.series, symbol: "BBB", id: "Beside-1")
        try runner.load([fixture.promotion, beside], now: fixture.series.closedAt[warm])
        _ = try runner.run(at: fixture.end)
        #expect(throws: LiveError.self) { try runner.fold(before: fixture.end) }
        let minute = Interval.minute.microseconds
        #expect(try journal.bars(symbol: "AAA", interval: minute).count == 100)
        #expect(try journal.bars(symbol: "BBB", interval: minute).isEmpty)
        #expect(try fixture.archive.bars(of: other).series.count == 160)
    }
}
