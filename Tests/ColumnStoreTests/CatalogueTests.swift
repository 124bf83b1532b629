import ColumnStore
import Database
import Foundation
import MarketData
import Testing

/// The catalogue of a store: what it refuses, what it can do without, how it is made again.
@Suite("Catalogue of a store")
struct CatalogueTests {
    private let scratch: Scratch
    private let folder: URL
    private let daily: URL
    private let hourly: URL

    init() throws {
        scratch = try Scratch()
        folder = scratch.folder.appending(path: "store")
        let header = "date,open,high,low,close,volume\n"
        daily = try scratch.write(
            header + "2024-04-09,80,80,80,80,1\n2024-04-10,40.2,40.2,40.2,40.2,2\n", to: "d.csv")
        hourly = try scratch.write(
            header + "2024-04-09 14:00:00,9,9,9,9,1\n2024-04-09 15:00:00,9,9,9,9,1\n",
            to: "h.csv")
    }

    @Test("a second interval under another calendar is refused, and nothing changes")
    func otherCalendar() throws {
        let store = try Store(folder: folder)
        _ = try store.importFile(daily, symbol: "X", calendar: .newYork)
        let before = try store.entries()
        let error = try failure { () throws(StoreError) in
            _ = try store.importFile(hourly, symbol: "X", calendar: .continuous)
        }
        for word in ["XNYS", "24/7", "--symbol"] { #expect(error.description.contains(word)) }
        #expect(try store.entries() == before)
        let files = try FileManager.default.contentsOfDirectory(
            atPath: folder.appending(path: "series").path)
        #expect(files.count == 1)
        _ = try store.importFile(hourly, symbol: "X", calendar: .newYork)
        _ = try store.importFile(hourly, symbol: "Y", calendar: .continuous)
        #expect(try store.entries().map(\.name) == ["X 1d", "X 1h", "Y 1h"])
    }

    @Test("the only interval of a symbol may get another calendar")
    func onlyInterval() throws {
        let store = try Store(folder: folder)
        _ = try store.importFile(daily, symbol: "X", calendar: .newYork)
        _ = try store.importFile(
            daily, symbol: "X", calendar: .continuous, onConflict: .fresh)
        #expect(try store.entry(symbol: "X").calendar == .continuous)
    }

    @Test("a second interval keeps the currency of the first")
    func currency() throws {
        let store = try Store(folder: folder)
        _ = try store.importDataset(folder: Scratch.bundle)
        _ = try store.importFile(hourly, symbol: "AAPL", calendar: .newYork)
        #expect(
            try store.entries().filter { $0.symbol == "AAPL" }.map(\.currency) == ["USD", "USD"])
    }

    @Test("a symbol under a calendar that is not known is named, and the others go on")
    func unknownCalendar() throws {
        let store = try Store(folder: folder)
        for symbol in ["A", "K", "Z"] {
            _ = try store.importFile(daily, symbol: symbol, calendar: .newYork)
        }
        try store.catalogue.tamper("UPDATE instrument SET calendar = 'XKRX' WHERE symbol = 'K'")
        #expect(try store.entries().map(\.symbol) == ["A", "Z"])
        let problem = try #require(try store.listing().problems.first)
        for word in ["K cannot", "XKRX", "--calendar"] { #expect(problem.contains(word)) }
        #expect(throws: StoreError.self) { try store.series(symbol: "K") }
        #expect(try store.series(symbol: "Z").series.count == 2)
        _ = try store.importFile(daily, symbol: "K", calendar: .newYork)
        #expect(try store.listing().problems.isEmpty)
    }

    @Test("bars that an older program stored, and that close at one time, are an error")
    func oldBars() throws {
        let store = try Store(folder: folder)
        _ = try store.importFile(hourly, symbol: "X", calendar: .newYork)
        let week = Interval.week.microseconds
        try store.catalogue.tamper("UPDATE series SET interval = \(week)")
        let error = try failure { () throws(StoreError) in _ = try store.series(symbol: "X") }
        #expect(error.description.contains("close at the same time"), "\(error)")
        #expect(error.description.contains("data import h.csv --symbol X"))
    }

    @Test("damage names the series, the file once, and the remedy")
    func damage() throws {
        let store = try Store(folder: folder)
        _ = try store.importFile(daily, symbol: "X", calendar: .newYork)
        let path = try store.path(symbol: "X")
        for isMissing in [false, true] {
            if isMissing {
                try FileManager.default.removeItem(atPath: path)
            } else {
                try Data("junk".utf8).write(to: URL(filePath: path))
            }
            let error = try failure { () throws(StoreError) in _ = try store.series(symbol: "X") }
            #expect(error.description.hasPrefix("X 1d: \(path): "), "\(error)")
            #expect(error.description.contains("finstage data import d.csv --symbol X"))
            let damaged = try store.verify()
            #expect(damaged.map(\.series) == [["X 1d"]])
            #expect(damaged.allSatisfy { !$0.problem.contains(path) && !$0.remedy.contains(path) })
        }
    }

    @Test("a store is read without a file of it being written, and none is created")
    func reading() throws {
        let error = try failure { () throws(StoreError) in _ = try Store(reading: folder) }
        #expect(error == .noStore(path: folder.path))
        #expect(!FileManager.default.fileExists(atPath: folder.path))
        do {
            let store = try Store(folder: folder)
            _ = try store.importFile(daily, symbol: "X", calendar: .newYork)
            try store.catalogue.close()
        }
        let before = try Data(contentsOf: folder.appending(path: "catalogue.sqlite"))
        let store = try Store(reading: folder)
        #expect(store.catalogue.isReadOnly)
        #expect(try store.series(symbol: "X").series.count == 2)
        #expect(try store.verify().isEmpty)
        let refused = try failure { () throws(StoreError) in
            _ = try store.importFile(hourly, symbol: "Y", calendar: .newYork)
        }
        #expect(refused.description.contains("cannot be written"), "\(refused)")
        #expect(try Data(contentsOf: folder.appending(path: "catalogue.sqlite")) == before)
    }

    @Test("a folder that cannot be made has one clean reason")
    func cleanReason() throws {
        guard FileManager.default.fileExists(atPath: "/proc/self") else { return }
        let error = try failure { () throws(StoreError) in
            _ = try Store(folder: URL(filePath: "/proc/foo"))
        }
        #expect(
            error.description.contains("/proc/foo cannot be written: No such file or directory."))
        #expect(!error.description.contains(".."))
    }
}

/// A catalogue made again of the series files.
@Suite("Rebuilding a catalogue")
struct RebuildTests {
    private let scratch: Scratch
    private let folder: URL

    init() throws {
        scratch = try Scratch()
        folder = scratch.folder.appending(path: "store")
    }

    private func file(_ closes: [Double], to name: String) throws -> URL {
        let rows = closes.enumerated().map { "2024-04-0\($0 + 8),\($1),\($1),\($1),\($1),1\n" }
        return try scratch.write(
            "date,open,high,low,close,volume\n"
                + rows.map { $0.replacing("-010", with: "-10") }.joined(), to: name)
    }

    private var split: CorporateAction {
        CorporateAction(
            exDate: Timestamp(microseconds: 1_712_620_800_000_000), kind: .split(new: 2, old: 1))
    }

    /// Fills the store: X twice, so that one file is superseded, and Y; gives its entries.
    private func fill() async throws -> [SeriesEntry] {
        let store = try Store(folder: folder)
        let first = try file([80, 40], to: "first.csv")
        let second = try file([90, 45], to: "second.csv")
        for url in [first, second, first] {
            _ = try store.importFile(
                url, symbol: "X", calendar: .newYork, actions: [split], onConflict: .fresh)
            // File systems keep times by ticks of some milliseconds.
            try await Task.sleep(for: .milliseconds(20))
        }
        _ = try store.importFile(second, symbol: "Y", calendar: .continuous, basis: .splits)
        try store.catalogue.save(
            RunRecord(
                id: "r", created: 1, command: "c", strategy: "s", symbol: "X", fingerprint: "f",
                datasetDigest: "d", folder: "o", headline: "{}"))
        try store.catalogue.enter([
            TrialRecord(
                id: "t", created: 1, kind: .run, strategy: "s", parameters: "", plan: "f",
                lineage: "X 1d", trialCount: 1, sharpeMean: nil, sharpeDeviation: nil)
        ])
        let entries = try store.entries()
        try store.catalogue.close()
        return entries
    }

    @Test("a readable catalogue loses nothing")
    func whole() async throws {
        let before = try await fill()
        let rebuilt = try Store.rebuild(folder: folder)
        #expect(rebuilt.series == ["X 1d", "Y 1d"] && rebuilt.unknownActions.isEmpty)
        #expect(rebuilt.supersededCount == 1 && rebuilt.problems.isEmpty)
        let store = try Store(folder: folder)
        #expect(try store.entries() == before)
        #expect(try store.series(symbol: "X").actions == [split])
        #expect(try store.catalogue.run(id: "r") != nil)
        #expect(try store.catalogue.trials().map(\.id) == ["t"])
    }

    @Test(
        "a damaged one is kept aside, and each file says what it holds", arguments: [true, false])
    func damaged(isJunk: Bool) async throws {
        let before = try await fill()
        let path = folder.appending(path: "catalogue.sqlite")
        let junk = Data(String(repeating: "junk ", count: 2_000).utf8)
        if isJunk { try junk.write(to: path) } else { try FileManager.default.removeItem(at: path) }
        if isJunk {
            let error = try failure { () throws(StoreError) in _ = try Store(folder: folder) }
            #expect(error.description.contains("finstage data rebuild"), "\(error)")
        }
        let rebuilt = try Store.rebuild(folder: folder)
        #expect(rebuilt.series == ["X 1d", "Y 1d"] && rebuilt.unknownActions == ["X", "Y"])
        let aside = rebuilt.keptAside.flatMap { try? Data(contentsOf: URL(filePath: $0)) }
        #expect(isJunk ? aside == junk : aside == nil)
        let store = try Store(folder: folder)
        let after = try store.entries()
        #expect(after.map(\.digest) == before.map(\.digest), "the file published last holds")
        #expect(after.map(\.calendar) == before.map(\.calendar))
        #expect(after.map(\.basis) == before.map(\.basis))
        #expect(try store.series(symbol: "X").series.close == [80, 40])
        let again = try store.importFile(
            scratch.folder.appending(path: "first.csv"), symbol: "X", calendar: .newYork,
            actions: [split])
        #expect(!again.isUnchanged)
        #expect(try store.series(symbol: "X").actions == [split])
    }

    @Test("a lost one is noticed, also where a fresh one is in its place")
    func lost() async throws {
        _ = try await fill()
        #expect(try Store(reading: folder).forgottenSeries().isEmpty)
        for end in ["", "-wal", "-shm"] {
            try? FileManager.default.removeItem(
                at: folder.appending(path: "catalogue.sqlite" + end))
        }
        let missing = try failure { () throws(StoreError) in _ = try Store(reading: folder) }
        #expect(missing.description.contains("finstage data rebuild"), "\(missing)")
        let fresh = try Store(folder: folder)
        #expect(try fresh.forgottenSeries() == ["X 1d", "Y 1d"])
        _ = try fresh.importFile(
            scratch.folder.appending(path: "first.csv"), symbol: "X", calendar: .newYork)
        #expect(try fresh.forgottenSeries() == ["Y 1d"])
        try fresh.catalogue.close()
        #expect(try Store.rebuild(folder: folder).unknownActions == ["Y"])
        #expect(try Store(reading: folder).forgottenSeries().isEmpty)
    }

    @Test("a damaged file is named and left alone")
    func damagedFile() async throws {
        _ = try await fill()
        let stray = folder.appending(path: "series/\(String(repeating: "0", count: 64)).arrow")
        try Data("no Arrow".utf8).write(to: stray)
        let rebuilt = try Store.rebuild(folder: folder)
        #expect(rebuilt.problems.count == 1 && rebuilt.problems[0].contains(stray.path))
        #expect(rebuilt.series.count == 2)
    }

    @Test("the bundled data set gets its actions back after a rebuild without the old catalogue")
    func bundle() throws {
        do {
            let store = try Store(folder: folder)
            _ = try store.importDataset(folder: Scratch.bundle)
            try store.catalogue.close()
        }
        try FileManager.default.removeItem(at: folder.appending(path: "catalogue.sqlite"))
        #expect(try Store.rebuild(folder: folder).series.count == 8)
        let store = try Store(folder: folder)
        #expect(try store.series(symbol: "MSFT").actions.isEmpty)
        #expect(try !store.hasImported(datasetIn: Scratch.bundle))
        _ = try store.importDataset(folder: Scratch.bundle, sparesOthers: true)
        #expect(try !store.series(symbol: "MSFT").actions.isEmpty)
        #expect(try store.entry(symbol: "MSFT").dataset == "bundle")
    }

    @Test("a folder without series is no store")
    func none() throws {
        let error = try failure { () throws(StoreError) in _ = try Store.rebuild(folder: folder) }
        #expect(error == .noStore(path: folder.path))
    }
}
