import ColumnStore
import Database
import Foundation
import MarketData
import Testing

@Suite("Store")
struct StoreTests {
    private let rows = """
        date,open,high,low,close,volume
        2024-01-02,10,11,9,10,5
        2024-01-03,10,11,9,10.5,

        """

    @Test("imports the bundle once, and then by digest")
    func bundle() throws {
        let scratch = try Scratch()
        let store = try Store(folder: scratch.folder.appending(path: "store"))
        let first = try store.importDataset(folder: Scratch.bundle)
        #expect(first.count == 8)
        #expect(first.allSatisfy { !$0.isUnchanged && $0.findings.isEmpty })
        #expect(first.flatMap(\.actionFindings).isEmpty, "\(first.flatMap(\.actionFindings))")
        let second = try store.importDataset(folder: Scratch.bundle)
        #expect(second.filter { !$0.isUnchanged }.isEmpty)
        #expect(second.map(\.digest) == first.map(\.digest))
        #expect(
            try store.symbols() == ["AAPL", "AMZN", "GOOG", "IBM", "META", "MSFT", "NVDA", "SPX"])
        let apple = try store.series(symbol: "AAPL")
        #expect(apple.series.count == 2_699)
        #expect(apple.entry.dataset == "bundle")
        #expect(apple.entry.selection == "hindsight")
        #expect(apple.entry.licence == "MIT")
        #expect(apple.entry.basis == .splits(asOf: apple.entry.last))
        #expect(!apple.actions.isEmpty)
        #expect(apple.extras.map(\.name) == ["adj_close"])
        #expect(try store.verify().isEmpty)
        let source = Scratch.bundle.appending(path: "AAPL.csv")
        let table = try DelimitedReader().read(contentsOf: source)
        #expect(apple.series.close == table.close)
        #expect(apple.series.volume == table.volume)
    }

    @Test("removes what a killed import left, and nothing that somebody still writes")
    func abandoned() throws {
        let scratch = try Scratch()
        let folder = scratch.folder.appending(path: "store")
        _ = try Store(folder: folder)
        let own = ProcessInfo.processInfo.processIdentifier
        // Process numbers stop at 4,194,304 on Linux, so this one is nobody's.
        for process in [own, 4_194_999] {
            let name = "series/.aaaaaaaaaaaa.\(process).temporary"
            try Data("half".utf8).write(to: folder.appending(path: name))
        }
        _ = try Store(folder: folder)
        let left = try FileManager.default.contentsOfDirectory(
            atPath: folder.appending(path: "series").path)
        #expect(left == [".aaaaaaaaaaaa.\(own).temporary"])
    }

    @Test("gives every cell back to the bit (FDI-01)")
    func exactCells() throws {
        let scratch = try Scratch()
        let store = try Store(folder: scratch.folder.appending(path: "store"))
        let url = try scratch.write(
            """
            date,open,high,low,close,volume
            2024-01-02,256.09,256.09,256.09,256.09,9876543210
            2024-01-03,0.0713,0.0714,0.0712,0.0713,4294967296
            2024-01-04,5500000.01,5500000.01,5500000.01,5500000.01,7
            """, to: "x.csv")
        _ = try store.importFile(url, symbol: "X", calendar: .newYork)
        let series = try store.series(symbol: "X").series
        #expect(
            series.close.map(\.bitPattern)
                == [0x4070_0170_A3D7_0A3D, 0x3FB2_40B7_8034_6DC6, 0x4154_FB18_00A3_D70A])
        #expect(series.volume == [9_876_543_210, 4_294_967_296, 7])
    }

    @Test("suggests the nearest symbol")
    func mistyped() throws {
        let scratch = try Scratch()
        let store = try Store(folder: scratch.folder)
        let url = try scratch.write(rows, to: "x.csv")
        _ = try store.importFile(url, symbol: "AAPL", calendar: .newYork)
        let error = try failure { () throws(StoreError) in _ = try store.path(symbol: "APPL") }
        #expect(error == .unknownSymbol("APPL", nearest: "AAPL"))
        #expect(error.description.contains("Did you mean AAPL?"))
        #expect(try store.series(symbol: "AAPL").series.volume[1].isNaN)
        #expect(try store.importFile(url, symbol: "AAPL", calendar: .newYork).isUnchanged)
    }

    @Test("leaves out actions that the prices contradict (FDI-35)")
    func actions() throws {
        let scratch = try Scratch()
        let store = try Store(folder: scratch.folder)
        let url = try scratch.write(
            "date,open,high,low,close,volume\n2024-04-09,80,80,80,80,100\n"
                + "2024-04-10,40.2,40.2,40.2,40.2,210\n", to: "x.csv")
        let list = try scratch.write(
            """
            symbol,ex_date,kind,value
            AAA,2024-04-10,split,2:1
            BBB,2024-04-10,split,1/2
            CCC,2024-04-10,split,0.5
            """, to: "actions.csv")
        let actions = try ActionsFile.read(contentsOf: list)
        for symbol in ["AAA", "BBB", "CCC"] {
            _ = try store.importFile(
                url, symbol: symbol, calendar: .newYork, actions: actions[symbol] ?? [])
        }
        #expect(try store.series(symbol: "AAA").actions.count == 1)
        for symbol in ["BBB", "CCC"] {
            let stored = try store.series(symbol: symbol)
            #expect(stored.actions.isEmpty)
            #expect(stored.actionFindings.map(\.reason) == [.inverted(ratio: 40.2 / 80)])
            #expect(try store.findings(symbol: symbol).count == 1)
        }
    }

    @Test("finds damage of a stored file, and heals it by another import")
    func damage() throws {
        let scratch = try Scratch()
        let store = try Store(folder: scratch.folder)
        let url = try scratch.write(rows, to: "x.csv")
        _ = try store.importFile(url, symbol: "X", calendar: .newYork)
        let path = try store.path(symbol: "X")
        var bytes = [UInt8](try Data(contentsOf: URL(filePath: path)))
        bytes[bytes.count / 2] ^= 1
        try Data(bytes).write(to: URL(filePath: path))
        let error = try failure { () throws(StoreError) in _ = try store.series(symbol: "X") }
        #expect(error.description.contains("is damaged"))
        let damaged = try store.verify()
        #expect(damaged.map(\.symbols) == [["X"]])
        _ = try store.importFile(url, symbol: "X", calendar: .newYork)
        #expect(try store.verify().isEmpty)
        #expect(try store.series(symbol: "X").series.count == 2)
        try FileManager.default.removeItem(atPath: path)
        #expect(try store.verify().count == 1)
    }

    @Test("keeps what it has when an import fails")
    func failedImport() throws {
        let scratch = try Scratch()
        let store = try Store(folder: scratch.folder)
        let good = try scratch.write(rows, to: "good.csv")
        let bad = try scratch.write(rows + "2024-01-03,9,9,9,9,1\n", to: "bad.csv")
        let before = try store.importFile(good, symbol: "X", calendar: .newYork)
        let error = try failure { () throws(StoreError) in
            _ = try store.importFile(bad, symbol: "X", calendar: .newYork)
        }
        #expect(error.description.contains("bad.csv:3, column date"))
        #expect(try store.entry(symbol: "X").digest == before.digest)
        let repaired = try store.importFile(
            bad, symbol: "X", calendar: .newYork, isLenient: true, onConflict: .replace)
        #expect(repaired.findings.count == 1)
        #expect(try store.findings(symbol: "X").map(\.line) == [3])
    }

    @Test("checks the digest of a data set's file before it imports anything")
    func digest() throws {
        let scratch = try Scratch()
        _ = try scratch.write(rows, to: "X.csv")
        let digest = String(repeating: "0", count: 64)
        _ = try scratch.write(
            """
            {"name": "n", "selection": "unknown", "files": [{"file": "X.csv", "symbol": "X",
            "calendar": "XNYS", "priceBasis": "raw", "origin": "o", "licence": "l",
            "sha256": "\(digest)"}]}
            """, to: "metadata.json")
        let store = try Store(folder: scratch.folder.appending(path: "store"))
        let error = try failure { () throws(StoreError) in
            _ = try store.importDataset(folder: scratch.folder)
        }
        #expect(error.description.contains(digest))
        #expect(try store.symbols().isEmpty)
    }

    @Test("names the place of bad metadata")
    func metadata() throws {
        let scratch = try Scratch()
        let store = try Store(folder: scratch.folder.appending(path: "store"))
        for (text, part) in [
            ("{", "JSON"), ("{\"name\": \"n\"}", "selection"),
            ("{\"name\": \"n\", \"selection\": \"s\", \"files\": [{}]}", "files.[0]"),
            (#"{"name": "n", "selection": "index", "files": [], "actions": "../x"}"#, "../x"),
            (
                #"{"name": "n", "selection": "hindsigth", "files": []}"#,
                "Did you mean hindsight?"
            ),
            (#"{"name": "n", "selection": "s", "files": []}"#, "index, pointInTime, unknown"),
        ] {
            _ = try scratch.write(text, to: "metadata.json")
            let error = try failure { () throws(StoreError) in
                _ = try store.importDataset(folder: scratch.folder)
            }
            #expect(error.description.contains(part), "\(error)")
        }
    }

    @Test("refuses a folder that is a file, and a catalogue that is none")
    func openings() throws {
        let scratch = try Scratch()
        let file = try scratch.write("x", to: "file")
        let error = try failure { () throws(StoreError) in _ = try Store(folder: file) }
        #expect(error.description.contains("cannot be written"))
        let junk = String(repeating: "junk ", count: 1_000)
        _ = try scratch.write(junk, to: "catalogue.sqlite")
        let damaged = try failure { () throws(StoreError) in _ = try Store(folder: scratch.folder) }
        #expect(damaged.description.contains("is damaged"))
    }

    @Test("refuses a catalogue that a newer program has changed, and not a byte of it changes")
    func newerStore() throws {
        let scratch = try Scratch()
        _ = try Store(folder: scratch.folder)
        try CatalogueDatabase.pretendNewer(folder: scratch.folder)
        let file = URL(filePath: CatalogueDatabase.path(in: scratch.folder))
        let before = try Data(contentsOf: file)
        let error = try failure { () throws(StoreError) in _ = try Store(folder: scratch.folder) }
        #expect(error.description.contains("newer finstage"))
        #expect(try Data(contentsOf: file) == before)
    }

    @Test("keeps runs, the newest first")
    func runs() throws {
        let scratch = try Scratch()
        let store = try Store(folder: scratch.folder)
        for index in 0..<3 {
            try store.catalogue.save(
                RunRecord(
                    id: "r\(index)", created: Int64(index), command: "c", strategy: "s",
                    symbol: "X", fingerprint: "f", datasetDigest: "d", folder: "o",
                    headline: "{}"))
        }
        #expect(try store.catalogue.runs(limit: 2).map(\.id) == ["r2", "r1"])
        #expect(try store.catalogue.run(id: "r0")?.created == 0)
        #expect(try store.catalogue.run(id: "none") == nil)
    }
}
