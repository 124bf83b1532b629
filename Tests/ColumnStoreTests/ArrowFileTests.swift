import ColumnStore
import Digests
import Foundation
import MarketData
import Testing

@Suite("Arrow files")
struct ArrowFileTests {
    private func bytes(rows: Int) -> [UInt8] {
        ArrowWriter(
            times: (0..<rows).map { Int64($0) * 60_000_000 - 120_000_000 },
            columns: [
                ("open", (0..<rows).map { Double($0) + 0.1 }),
                ("close", (0..<rows).map { $0 % 7 == 0 ? .nan : Double($0) / 3 }),
            ], metadata: [("symbol", "Ä \"x\""), ("empty", "")],
            notes: [
                "close": [("unit", "€"), ("meaning", "last price")], "time": [("zone", "UTC")],
            ]
        ).bytes()
    }

    @Test("give back what was written, to the bit", arguments: [0, 1, 7, 8, 1_000])
    func roundTrip(rows: Int) throws {
        let scratch = try Scratch()
        let digest = try SeriesFile.publish(bytes(rows: rows), in: scratch.folder.path)
        let file = try ArrowFile(path: SeriesFile.path(of: digest, in: scratch.folder.path))
        #expect(file.rowCount == rows)
        #expect(file.columnNames == ["open", "close"])
        #expect(file.metadata == ["symbol": "Ä \"x\"", "empty": ""])
        #expect(file.notes(ofColumn: "close") == ["unit": "€", "meaning": "last price"])
        #expect(file.notes(ofColumn: "time") == ["zone": "UTC"])
        #expect(file.notes(ofColumn: "open").isEmpty)
        #expect(
            try file.times().map(\.microseconds)
                == (0..<rows).map { Int64($0) * 60_000_000 - 120_000_000 })
        let close = try file.values(ofColumn: "close")
        for (row, value) in close.enumerated() {
            #expect(row % 7 == 0 ? value.isNaN : value == Double(row) / 3)
        }
        let span = try file.span(ofColumn: "open")
        #expect(span.count == rows)
        for row in span.indices { #expect(span[row] == Double(row) + 0.1) }
        let error = try failure { () throws(StoreError) in _ = try file.span(ofColumn: "low") }
        #expect(error.description.contains("open, close"))
    }

    @Test("are an error when a byte is changed or the end is missing, never a trap")
    func damage() throws {
        let scratch = try Scratch()
        let original = bytes(rows: 40)
        var generator = SplitMix(state: 3)
        for round in 0..<1_000 {
            var damaged = original
            if round % 4 == 0 {
                damaged.removeLast(Int(generator.next() % UInt64(damaged.count - 1)))
            }
            for _ in 0...Int(generator.next() % 3) {
                let place = Int(generator.next() % UInt64(damaged.count))
                damaged[place] = UInt8(truncatingIfNeeded: generator.next())
            }
            try expectNoTrap(damaged, scratch)
        }
        for place in original.indices where place < 700 || place > original.count - 700 {
            for value: UInt8 in [0, 0xFF] {
                var damaged = original
                damaged[place] = value
                try expectNoTrap(damaged, scratch)
            }
        }
    }

    private func expectNoTrap(_ bytes: [UInt8], _ scratch: Scratch) throws {
        let url = scratch.folder.appending(path: "damaged.arrow")
        try Data(bytes).write(to: url)
        do throws(StoreError) {
            let file = try ArrowFile(path: url.path)
            _ = try? file.times()
            for name in file.columnNames {
                let column = try file.values(ofColumn: name)
                #expect(column.count == file.rowCount)
            }
        } catch {
            #expect(!error.description.isEmpty)
        }
    }

    @Test("are published once under their digest, and leave no temporary file")
    func publishing() throws {
        let scratch = try Scratch()
        let content = bytes(rows: 3)
        let digest = try SeriesFile.publish(content, in: scratch.folder.path)
        let path = SeriesFile.path(of: digest, in: scratch.folder.path)
        #expect(Digest(of: content) == digest)
        let facts = try SeriesFile.facts(of: path)
        #expect(try SeriesFile.publish(content, in: scratch.folder.path) == digest)
        let again = try SeriesFile.facts(of: path)
        #expect(again.inode == facts.inode && again.modified >= facts.modified)
        let names = try FileManager.default.contentsOfDirectory(atPath: scratch.folder.path)
        #expect(names == ["\(digest).arrow"])
        let missing = scratch.folder.path + "/missing"
        let error = try failure { () throws(StoreError) in
            _ = try SeriesFile.publish(content, in: missing)
        }
        #expect(error.description.contains("cannot be written"))
    }

    @Test("of a full disk leave an error and no temporary file")
    func fullDisk() throws {
        guard FileManager.default.fileExists(atPath: "/dev/full") else { return }
        // The kernel refuses every write to /dev/full; a link makes it the temporary file.
        let scratch = try Scratch()
        let content = bytes(rows: 3)
        let digest = Digest(of: content)
        let temporary = "\(scratch.folder.path)/.\(digest.short).\(getpid()).temporary"
        try FileManager.default.createSymbolicLink(
            atPath: temporary, withDestinationPath: "/dev/full")
        let error = try failure { () throws(StoreError) in
            _ = try SeriesFile.publish(content, in: scratch.folder.path)
        }
        #expect(error.description.contains("No space left on device"))
        let names = try FileManager.default.contentsOfDirectory(atPath: scratch.folder.path)
        #expect(names.isEmpty)
    }
}
