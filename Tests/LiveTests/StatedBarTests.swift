import ColumnStore
import Database
import Digests
import Foundation
import Live
import MarketData
import Testing

extension FoldingStore {
    /// A bar of the series with its low as the close.
    fileprivate func other(_ row: Int) -> Bar {
        let bar = series[row]
        return Bar(
            time: bar.time, open: bar.open, high: bar.high, low: bar.low, close: bar.low,
            volume: bar.volume)
    }

    /// Imports the first rows, some of them changed, as a person's file or as a data set.
    @discardableResult
    fileprivate func take(
        _ count: Int, changing rows: [Int] = [], asSet: Bool, _ conflict: ImportConflict?
    ) throws -> ImportOutcome {
        let set = folder.appending(path: "set")
        try FileManager.default.createDirectory(at: set, withIntermediateDirectories: true)
        let lines = (0..<count).map { row in
            let bar = rows.contains(row) ? other(row) : series[row]
            return "\(bar.time.text),\(bar.open),\(bar.high),\(bar.low),\(bar.close),\(bar.volume)"
        }
        let text = "time,open,high,low,close,volume\n" + lines.joined(separator: "\n") + "\n"
        let file = set.appending(path: "warm.csv")
        try Data(text.utf8).write(to: file)
        let store = try Store(folder: folder)
        guard asSet else {
            return try store.importFile(
                file, symbol: "AAA", calendar: .continuous, interval: .minute,
                onConflict: conflict ?? .refuse)
        }
        let facts = """
            {"name": "minutes", "selection": "unknown",
             "files": [{"file": "warm.csv", "symbol": "AAA", "calendar": "24/7",
               "priceBasis": "raw", "origin": "made", "licence": "MIT",
               "sha256": "\(Digest(of: Array(text.utf8)))"}]}
            """
        try Data(facts.utf8).write(to: set.appending(path: "metadata.json"))
        let outcomes = try store.importDataset(
            folder: set, sparesOthers: conflict == nil, onConflict: conflict)
        return try #require(outcomes.first)
    }

    fileprivate func close(_ row: Int) throws -> Double? {
        let reader = SeriesReader(archive: archive, journal: journal)
        return try reader.bars(of: key).series.bars.first { $0.time == series.times[row] }?.close
    }

    fileprivate func refusal(_ body: () throws -> Void) throws -> String {
        try #require(throws: StoreError.self, performing: body).description
    }
}

@Suite("A word given by an import")
struct StatedBarTests {
    private let store: FoldingStore
    private let feed = ListFeed()
    private let now: Timestamp
    private static let row = 100

    init() throws {
        store = try FoldingStore()
        now = store.series.closedAt[359]
    }

    /// A runner that has taken the bars up to row 160.
    private func started() throws -> LiveRunner {
        let runner = try store.runner(feed)
        feed.append(store.fed(FoldingStore.warm..<160))
        _ = try runner.run(at: now)
        return runner
    }

    /// After a look, what the feed says again moves nothing, nor does a fold.
    private func requireStanding(
        _ row: Int, _ close: Double, against bar: Bar, _ runner: LiveRunner
    ) throws {
        _ = try runner.run(at: now)
        #expect(try store.close(row) == close)
        for _ in 0..<2 {
            feed.append([FedBar(key: store.key, bar: bar)])
            let step = try runner.run(at: now)
            #expect(step.bars == 0 && step.signals == 0)
            _ = try runner.fold(before: now)
            #expect(try store.close(row) == close)
        }
        #expect(try store.journal.findings(kind: "overruled").count == 1)
    }

    @Test("of bytes that are stored already holds, where the feed has corrected a bar since")
    func again() throws {
        defer { store.discard() }
        let (warm, last) = (FoldingStore.warm, FoldingStore.warm - 1)
        let runner = try started()
        #expect(try store.take(warm, asSet: false, .refuse).isUnchanged)
        feed.append([FedBar(key: store.key, bar: store.other(last))])
        #expect(try runner.run(at: now).bars == 1)
        let error = try store.refusal { try store.take(warm, asSet: false, .refuse) }
        #expect(error.contains("1 bar with other values"), "\(error)")
        #expect(try !store.take(warm, asSet: false, .replace).isUnchanged)
        let minute = Interval.minute.microseconds
        _ = try runner.run(at: now)
        let corrected = try store.journal.bars(symbol: "AAA", interval: minute)
            .first { $0.time == store.series.times[last].microseconds }
        #expect(corrected?.revision == 2)
        // What is stated differs from the feed's bar, of which the journal has a copy no more.
        #expect(try store.take(warm, asSet: false, .refuse).isUnchanged)
        try requireStanding(last, store.series[last].close, against: store.other(last), runner)
    }

    @Test("of a data set counts the bars of the running day, and stands where it is asked for")
    func dataset() throws {
        defer { store.discard() }
        let row = Self.row
        try store.take(FoldingStore.warm, asSet: true, .fresh)
        let runner = try started()
        let error = try store.refusal { try store.take(160, changing: [row], asSet: true, .refuse) }
        #expect(error.contains("1 bar with other values"), "\(error)")
        let alone = try store.take(160, changing: [row], asSet: true, nil)
        #expect(alone.notes.last?.contains("stored ones hold") == true, "\(alone.notes)")
        _ = try runner.run(at: now)
        #expect(try store.close(row) == store.series[row].close)
        // Those bytes are known now, and they still differ.
        _ = try store.refusal { try store.take(160, changing: [row], asSet: true, .refuse) }
        try store.take(160, changing: [row], asSet: true, .replace)
        try requireStanding(row, store.series[row].low, against: store.series[row], runner)
    }

    @Test("of a data set by itself leaves folded live bars, and takes its own corrections")
    func folded() throws {
        defer { store.discard() }
        let row = Self.row
        try store.take(FoldingStore.warm, asSet: true, .fresh)
        let runner = try started()
        _ = try runner.fold(before: now)
        for _ in 0..<2 {
            let alone = try store.take(150, changing: [5, row], asSet: true, nil)
            let note = alone.notes.last ?? ""
            #expect(note.contains("2 bars") || note.contains("1 bar"), "\(note)")
            #expect(try store.close(5) == store.series[5].low)
            #expect(try store.close(row) == store.series[row].close)
            feed.append(store.fed(row..<row + 1))
            #expect(try runner.run(at: now).bars == 0)
        }
        // It comes on, and what it lacks has come live all the same.
        try store.take(155, changing: [5, row], asSet: true, nil)
        #expect(try store.close(row) == store.series[row].close)
        try store.take(155, changing: [5, row], asSet: true, .replace)
        try requireStanding(row, store.series[row].low, against: store.series[row], runner)
        // What was asked for stands against the next version as well.
        try store.take(156, asSet: true, nil)
        #expect(try store.close(row) == store.series[row].low)
    }

    @Test("that forgets what is stored stands as well", arguments: [true, false])
    func fresh(asSet: Bool) throws {
        defer { store.discard() }
        let row = Self.row
        let runner = try started()
        let outcome = try store.take(140, changing: [row], asSet: asSet, .fresh)
        #expect(outcome.rowCount == 140)
        // Given again, it is no less stated.
        try store.take(140, changing: [row], asSet: asSet, .fresh)
        try requireStanding(row, store.series[row].low, against: store.series[row], runner)
        #expect(try store.close(159) == store.series[159].close)
    }

    @Test("that can only be refused names what helps")
    func remedy() throws {
        defer { store.discard() }
        let error = try store.refusal {
            _ = try Store(folder: store.folder).importFile(
                store.folder.appending(path: "warm.csv"), symbol: "AAA", calendar: .continuous,
                interval: .minute, basis: .splits, onConflict: .replace)
        }
        #expect(error.contains("--basis") && !error.contains("replace"), "\(error)")
    }
}
