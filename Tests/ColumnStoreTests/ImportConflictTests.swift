import ColumnStore
import Digests
import Foundation
import MarketData
import Testing

/// What an import does to a series that the store has already.
@Suite("A second import of a symbol")
struct ImportConflictTests {
    private let scratch: Scratch
    private let store: Store
    private static let header = "date,open,high,low,close,volume,adj_close\n"

    init() throws {
        scratch = try Scratch()
        store = try Store(folder: scratch.folder.appending(path: "store"))
    }

    /// A file of closes on days of April 2024.
    private func file(_ closes: [(day: Int, close: Double)], _ name: String = "X.csv") throws -> URL
    {
        let rows = closes.map { day, close in
            "2024-04-\(day < 10 ? "0" : "")\(day),\(close),\(close),\(close),\(close),1,\(close)\n"
        }
        return try scratch.write(Self.header + rows.joined(), to: name)
    }

    private var closes: [Double] { get throws { try store.series(symbol: "X").series.close } }

    private func take(
        _ url: URL, _ conflict: ImportConflict = .refuse, basis: BasisKind = .raw
    ) throws -> ImportOutcome {
        try store.importFile(
            url, symbol: "X", calendar: .newYork, basis: basis, onConflict: conflict)
    }

    @Test("adds new bars and keeps those that the file lacks")
    func adds() throws {
        _ = try take(file([(8, 1), (9, 2), (10, 3)]))
        let outcome = try take(file([(10, 3), (11, 4)], "later.csv"))
        #expect(try closes == [1, 2, 3, 4])
        #expect(outcome.rowCount == 4 && outcome.notes == ["1 new, 1 stored before, 2 kept beside"])
        _ = try take(file([(5, 0.5)], "earlier.csv"))
        #expect(try closes == [0.5, 1, 2, 3, 4])
        #expect(try store.series(symbol: "X").extras.first?.values == [0.5, 1, 2, 3, 4])
    }

    @Test("with other values is refused, unless somebody says what holds")
    func conflicts() throws {
        _ = try take(file([(8, 1), (9, 2), (10, 3)]))
        let other = try file([(9, 20), (11, 4)], "other.csv")
        let error = try failure { () throws(StoreError) in
            _ = try store.importFile(other, symbol: "X", calendar: .newYork)
        }
        for word in ["other.csv", "1 bar", "line 2", "2024-04-09", "20.0", "2.0", "--on-conflict"] {
            #expect(error.description.contains(word), "\(word): \(error)")
        }
        #expect(try closes == [1, 2, 3])
        _ = try take(other, .keep)
        #expect(try closes == [1, 2, 3, 4])
        _ = try take(other, .replace)
        #expect(try closes == [1, 20, 3, 4])
        let outcome = try take(other, .fresh)
        #expect(try closes == [20, 4])
        #expect(outcome.notes == ["takes the place of the 4 bars stored before"])
    }

    @Test("of another kind of prices is refused")
    func kinds() throws {
        _ = try take(file([(8, 1), (9, 2)]))
        let later = try file([(10, 3)], "later.csv")
        let error = try failure { () throws(StoreError) in
            _ = try store.importFile(later, symbol: "X", calendar: .newYork, basis: .splits)
        }
        #expect(error.description.contains("raw") && error.description.contains("splits"))
        _ = try take(later, .fresh, basis: .splits)
        #expect(try closes == [3])
    }

    private static let row = "2023-09-22,174.67,177.08,174.05,174.79,56725400,174.79\n"

    @Test("adds to a data set's series, which stays the data set's with its actions")
    func datasetRow() throws {
        _ = try store.importDataset(folder: Scratch.bundle)
        let before = try store.series(symbol: "AAPL")
        let one = try scratch.write(Self.header + Self.row, to: "one.csv")
        let outcome = try store.importFile(one, symbol: "AAPL", calendar: .newYork)
        #expect(outcome.notes == ["1 new, 0 stored before, 2699 kept beside"])
        let corrected = try scratch.write(
            Self.header + Self.row.replacingOccurrences(of: "174.79", with: "175.79"),
            to: "corrected.csv")
        let refusal = try failure { () throws(StoreError) in
            _ = try store.importFile(corrected, symbol: "AAPL", calendar: .newYork)
        }
        #expect(refusal.description.contains("1 bar with other values"), "\(refusal)")
        let split = CorporateAction(
            exDate: Timestamp(iso8601: "2023-09-25")!, kind: .split(new: 2, old: 1))
        _ = try store.importFile(one, symbol: "AAPL", calendar: .newYork, actions: [split])
        let after = try store.series(symbol: "AAPL")
        #expect(after.series.count == 2_700 && after.series.close.last == 174.79)
        #expect(after.entry.dataset == "bundle" && after.entry.source == "AAPL.csv")
        #expect(after.entry.basis == before.entry.basis, "the new bar is as traded")
        #expect(after.listedActions.count == before.listedActions.count + 1)
        // The data set comes again, and removes neither.
        let again = try store.importDataset(folder: Scratch.bundle)
        #expect(again.first { $0.symbol == "AAPL" }?.rowCount == 2_700)
        #expect(try store.series(symbol: "AAPL").listedActions.contains(split))
        // Rows inside an adjusted series cannot be as traded.
        let inside = try scratch.write(
            Self.header + Self.row.replacingOccurrences(of: "2023-09-22", with: "2020-05-02"),
            to: "inside.csv")
        let error = try failure { () throws(StoreError) in
            _ = try store.importFile(inside, symbol: "AAPL", calendar: .newYork)
        }
        #expect(error.description.contains("splits prices"), "\(error)")
    }

    /// The bundle with its facts of AAPL as they are, or with other rows.
    private func upgraded(
        licence: String = "other", _ change: (String) -> String = { $0 }
    ) throws -> URL {
        let folder = scratch.folder.appending(path: "upgraded-\(UUID().uuidString)")
        try FileManager.default.copyItem(at: Scratch.bundle, to: folder)
        let file = folder.appending(path: "AAPL.csv")
        let old = try Data(contentsOf: file)
        let new = Data(change(String(decoding: old, as: UTF8.self)).utf8)
        try new.write(to: file)
        let facts = folder.appending(path: "metadata.json")
        let text = try String(contentsOf: facts, encoding: .utf8)
            .replacingOccurrences(
                of: Digest(of: [UInt8](old)).description,
                with: Digest(of: [UInt8](new)).description
            )
            .replacingOccurrences(of: "\"MIT\"", with: "\"\(licence)\"")
        try text.write(to: facts, atomically: true, encoding: .utf8)
        return folder
    }

    private func bar(_ date: String, _ close: Double) throws -> Bar {
        Bar(
            time: try #require(Timestamp(iso8601: date)), open: close, high: close, low: close,
            close: close, volume: 1)
    }

    @Test("a data set that comes again removes no bar that it lacks, whoever added it")
    func folded() throws {
        _ = try store.importDataset(folder: Scratch.bundle)
        // One behind the data set's, and a correction of its last.
        let live = [try bar("2023-09-21", 170), try bar("2023-09-22", 171)]
        try store.fold(live, symbol: "AAPL", interval: .day)
        for folder in [try upgraded(), Scratch.bundle] {
            let outcome = try store.importDataset(folder: folder, sparesOthers: true)
            let apple = try #require(outcome.first { $0.symbol == "AAPL" })
            #expect(apple.rowCount == 2_700, "\(apple.notes)")
            #expect(apple.notes.contains { $0.hasPrefix("1 stored bar that it lacks") })
            let held = apple.notes.last ?? ""
            #expect(held.contains("170.0") && held.contains("stored ones hold"), "\(held)")
            let stored = try store.series(symbol: "AAPL")
            #expect(stored.series.close.suffix(2) == [170, 171])
            #expect(stored.entry.licence == (folder == Scratch.bundle ? "MIT" : "other"))
        }
        // Only somebody who asks for it loses them, and is told.
        let fresh = try store.importDataset(folder: Scratch.bundle, onConflict: .fresh)
        let apple = try #require(fresh.first { $0.symbol == "AAPL" })
        #expect(apple.rowCount == 2_699)
        #expect(apple.notes == ["takes the place of the 2,700 bars of data set bundle"])
    }

    @Test("a data set with new bars replaces its own span, and one that was restated is refused")
    func restated() throws {
        _ = try store.importDataset(folder: Scratch.bundle)
        try store.fold([try bar("2023-09-22", 171)], symbol: "AAPL", interval: .day)
        let corrected = try upgraded { text in
            let lines = text.split(separator: "\n")
            let cells = lines[5].split(separator: ",")
            let row = [cells[0]] + Array(repeating: cells[4], count: 4) + cells[5...]
            return (lines[..<5] + [row.joined(separator: ",")[...]] + lines[6...])
                .joined(separator: "\n") + "\n"
        }
        let outcome = try store.importDataset(folder: corrected, sparesOthers: true)
        let apple = try #require(outcome.first { $0.symbol == "AAPL" })
        #expect(apple.rowCount == 2_700 && apple.notes.last?.contains("data set hold") == true)
        let series = try store.series(symbol: "AAPL").series
        #expect(series.open[4] == series.close[4] && series.close.last == 171)
        let halved = try upgraded { text in
            let lines = text.split(separator: "\n")
            return lines.enumerated().map { index, line in
                guard index > 0 else { return String(line) }
                let cells = line.split(separator: ",").map(String.init)
                return
                    ([cells[0]] + cells[1...4].map { "\((Double($0) ?? 0) / 2)" } + cells[5...])
                    .joined(separator: ",")
            }.joined(separator: "\n") + "\n"
        }
        let error = try failure { () throws(StoreError) in
            _ = try store.importDataset(folder: halved)
        }
        for word in ["AAPL", "is restated", "1 stored bar", "--on-conflict"] {
            #expect(error.description.contains(word), "\(word): \(error)")
        }
        // By itself it leaves the series alone, and says so.
        let spared = try store.importDataset(folder: halved, sparesOthers: true)
        let note = spared.first { $0.symbol == "AAPL" }?.notes.first
        #expect(note?.hasPrefix("left as it is stored") == true, "\(note ?? "")")
        #expect(try store.series(symbol: "AAPL").series.close.last == 171)
    }

    @Test("a data set takes the place of a person's own series only where that is asked for")
    func ownSeries() throws {
        _ = try store.importFile(file([(8, 1), (9, 2)]), symbol: "AAPL", calendar: .newYork)
        let error = try failure { () throws(StoreError) in
            _ = try store.importDataset(folder: Scratch.bundle)
        }
        #expect(error.description.contains("AAPL"), "\(error)")
        #expect(try store.series(symbol: "AAPL").series.close == [1, 2])
        _ = try store.importDataset(folder: Scratch.bundle, onConflict: .fresh)
        #expect(try store.series(symbol: "AAPL").series.count == 2_699)
    }

    @Test("takes the place of a data set's series on request, whose actions are not its own")
    func dataset() throws {
        _ = try store.importDataset(folder: Scratch.bundle)
        #expect(try !store.series(symbol: "AAPL").actions.isEmpty)
        let own = try file([(8, 1), (9, 2)])
        let outcome = try store.importFile(
            own, symbol: "AAPL", calendar: .newYork, onConflict: .fresh)
        #expect(outcome.rowCount == 2 && outcome.notes.count == 2)
        #expect(outcome.notes.last?.contains("--actions") == true)
        #expect(try store.series(symbol: "AAPL").listedActions.isEmpty)
        let again = try store.importFile(own, symbol: "AAPL", calendar: .newYork)
        #expect(again.isUnchanged)
    }

    @Test("times of the exchange's clocks become UTC where that is asked for, and are doubted else")
    func zone() throws {
        let rows = ["2024-03-08", "2024-03-11"].flatMap { date in
            (9...15).map { "\(date) \($0 < 10 ? "0" : "")\($0):30:00,5,5,5,5,1,5\n" }
        }
        let url = try scratch.write(Self.header + rows.joined(), to: "h.csv")
        let doubted = try store.importFile(url, symbol: "U", calendar: .newYork)
        let doubt = try #require(doubted.findings.first { $0.reason == .outsideHours })
        #expect(doubt.remark.contains("--zone exchange"))
        let local = try store.importFile(url, symbol: "L", calendar: .newYork, isLocal: true)
        #expect(local.findings.isEmpty)
        let times = try store.series(symbol: "L").series.times
        #expect(times.first?.text == "2024-03-08T14:30:00Z")
        #expect(times[7].text == "2024-03-11T13:30:00Z", "summer time begins on the 10th")
        let offset = try scratch.write(
            Self.header
                + "2024-03-08T10:30:00-05:00,5,5,5,5,1,5\n2024-03-08T16:30:00Z,5,5,5,5,1,5\n",
            to: "o.csv")
        _ = try store.importFile(
            offset, symbol: "O", calendar: .newYork, interval: .hour, isLocal: true)
        let written = try store.series(symbol: "O").series.times.map(\.text)
        #expect(written == ["2024-03-08T15:30:00Z", "2024-03-08T16:30:00Z"])
    }

    @Test("says which sessions are missing, and what can hardly be true")
    func doubts() throws {
        let rows = [
            "2024-04-08,10,11,9,10,5,10", "2024-04-09,10,11,9,10,0,10",
            "2024-04-12,10,11,4,10,5,10",
            "2024-04-15,10,10,10,10,0,10",
        ]
        let url = try scratch.write(Self.header + rows.joined(separator: "\n") + "\n", to: "g.csv")
        let outcome = try store.importFile(url, symbol: "G", calendar: .newYork)
        let gap = try #require(outcome.findings.first { $0.reason == .gap })
        #expect(gap.text == "2024-04-10" && gap.remark.hasPrefix("2 sessions of XNYS"))
        #expect(outcome.findings.first { $0.reason == .spike }?.text == "4.0")
        let silent = try #require(outcome.findings.first { $0.reason == .silentVolume })
        #expect(silent.remark.hasPrefix("1 of 4") && silent.line == 3)
        #expect(outcome.findings.count == 3)
    }

    @Test("finds real splits in raw prices, by the adjusted close or by the opening gap")
    func splits() throws {
        let bundle = Scratch.bundle.appending(path: "MSFT.csv")
        let proved = try store.importFile(bundle, symbol: "M", calendar: .newYork)
        let text = try String(contentsOf: bundle, encoding: .utf8)
        let plain = try scratch.write(
            text.split(separator: "\n").map {
                $0.split(separator: ",").prefix(6).joined(separator: ",")
            }
            .joined(separator: "\n") + "\n", to: "plain.csv")
        let guessed = try store.importFile(plain, symbol: "N", calendar: .newYork)
        for outcome in [proved, guessed] {
            let found = outcome.findings.filter { $0.reason == .splitLike }
            #expect(found.map { $0.time?.text.prefix(10) } == ["2003-02-18"])
            #expect(found.first?.remark.contains("2:1") == true)
        }
    }

    @Test("a crash is no split: not where the adjusted close follows it, nor in a wild market")
    func crashes() throws {
        var price = 100.0
        let moves = [1.1, 0.92, 1.13, 0.9, 1.09, 0.91, 1.12, 0.9, 1.08, 0.93, 0.5]
        let days = (1...11).map { $0 + 7 }.filter { ![13, 14].contains($0) }
        let wild = zip(days, moves.suffix(days.count)).map { day, move in
            price *= move
            return (day: day, close: (price * 100).rounded() / 100)
        }
        let followed = try take(file(wild))
        #expect(!followed.findings.contains { $0.reason == .splitLike })
        let url = scratch.folder.appending(path: "X.csv")
        let text = try String(contentsOf: url, encoding: .utf8)
        let plain = try scratch.write(
            text.split(separator: "\n").map {
                $0.split(separator: ",").prefix(6).joined(separator: ",")
            }
            .joined(separator: "\n") + "\n", to: "plain.csv")
        let unproved = try store.importFile(plain, symbol: "W", calendar: .newYork)
        #expect(!unproved.findings.contains { $0.reason == .splitLike })
    }
}
