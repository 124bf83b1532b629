import Database
import Foundation
import Synchronization
import Testing

@Suite("The file of the journal")
struct JournalFileTests {
    private func withFolder(_ body: (URL, URL) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory
            .appending(path: "finstage-journal-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try body(folder, folder.appending(path: "journal.sqlite"))
    }

    private func remember(_ folder: URL) throws {
        try JournalDatabase(folder: folder)
            .remember([DemotionRecord(promotion: "A-1", reason: "drift", time: 1)])
    }

    @Test("a journal from a newer program is refused, and not a byte of it changes")
    func newer() throws {
        try withFolder { folder, file in
            try JournalDatabase.pretendNewer(folder: folder)
            let before = try Data(contentsOf: file)
            let error = #expect(throws: DatabaseError.self) {
                try JournalDatabase(folder: folder)
            }
            #expect(error == .newerStore(path: file.path))
            #expect(try Data(contentsOf: file) == before)
        }
    }

    @Test(
        "a journal that was emptied, cut or replaced is refused with the remedy, and left alone",
        arguments: ["empty", "text", "cut", "other", "log"])
    func damaged(how: String) throws {
        try withFolder { folder, file in
            try remember(folder)
            let whole = try Data(contentsOf: file)
            let log = URL(filePath: file.path + "-wal")
            switch how {
            case "empty":
                try Data().write(to: file)
                try Data(repeating: 7, count: 99).write(to: log)
            case "text": try Data("this is no journal\n".utf8).write(to: file)
            case "cut": try whole.prefix(4_096).write(to: file)
            case "other":
                try FileManager.default.removeItem(at: file)
                let elsewhere = folder.appending(path: "elsewhere")
                try FileManager.default.createDirectory(
                    at: elsewhere, withIntermediateDirectories: true)
                _ = try CatalogueDatabase(folder: elsewhere)
                try FileManager.default.copyItem(
                    at: elsewhere.appending(path: "catalogue.sqlite"), to: file)
            default:
                try FileManager.default.removeItem(at: file)
                try Data(repeating: 7, count: 99).write(to: log)
            }
            #expect(JournalDatabase.exists(in: folder))
            // A look at a file leaves an empty log beside it.
            func bytes() -> [Data] {
                [file, log].map { (try? Data(contentsOf: $0)) ?? Data() }
            }
            let before = bytes()
            let error = #expect(throws: DatabaseError.self) {
                try JournalDatabase(folder: folder)
            }
            let words = how == "other" ? "newer finstage" : "Put back a copy"
            let text = error?.description ?? ""
            #expect(text.contains(words) && text.contains(file.path), "\(text)")
            #expect(bytes() == before)
            if how != "other" {
                // The remedy: the copy is put back.
                try? FileManager.default.removeItem(at: log)
                try whole.write(to: file)
                #expect(try JournalDatabase(folder: folder).demotions().count == 1)
            }
        }
    }

    @Test("two that begin a journal at once have the same one, and leave nothing beside it")
    func together() throws {
        try withFolder { folder, _ in
            DispatchQueue.concurrentPerform(iterations: 8) { number in
                let record = DemotionRecord(promotion: "\(number)", reason: "", time: 1)
                do { try JournalDatabase(folder: folder).remember([record]) } catch {
                    Issue.record(error)
                }
            }
            #expect(try JournalDatabase(folder: folder).demotions().count == 8)
            let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
            #expect(
                names.allSatisfy { ["", "-wal", "-shm"].contains($0.dropFirst(14)) }, "\(names)")
        }
    }

    @Test("a reader that holds a snapshot stops no writer, and the log shrinks after it (L45)")
    func slowReader() throws {
        try withFolder { folder, _ in
            let (writer, reader) = (
                try JournalDatabase(folder: folder, isDurable: false),
                try JournalDatabase(folder: folder, isDurable: false)
            )
            func write(_ number: Int) throws {
                var batch = JournalBatch()
                batch.findings = (0..<40).map {
                    JournalFindingRecord(
                        kind: "test", subject: "\($0)", time: Int64(number),
                        text: String(repeating: "x", count: 4_000), isTold: false)
                }
                try writer.apply(batch)
            }
            try reader.whileHeld { for number in 0..<160 { try write(number) } }
            let grown = writer.logByteCount
            #expect(grown > 20_000_000, "\(grown)")
            for number in 160..<164 { try write(number) }
            #expect(writer.logByteCount <= 16_777_216, "\(writer.logByteCount)")
            #expect(try writer.findings(kind: "test").count == 164 * 40)
        }
    }

    @Test("what is folded goes in slices, and a kill between them loses nothing (L47)")
    func slices() throws {
        try withFolder { folder, _ in
            let journal = try JournalDatabase(folder: folder, isDurable: false)
            let count = JournalDatabase.sliceCount * 2 + 10
            var batch = JournalBatch()
            batch.bars = (0..<count + 5).map {
                JournalBarRecord(
                    symbol: "AAA", interval: 60, time: Int64($0), revision: 0,
                    values: [1, 2, 1, 2, 3], received: 0)
            }
            try journal.apply(batch)
            // Two points a write: a kill before the second slice.
            let left = Mutex(4)
            journal.setProbe {
                left.withLock { left in
                    left -= 1
                    return left == 0 ? .kill : nil
                }
            }
            #expect(throws: DatabaseError.self) {
                try journal.removeBars(symbol: "AAA", interval: 60, through: Int64(count) - 1)
            }
            journal.setProbe(nil)
            let kept = try journal.bars(symbol: "AAA", interval: 60)
            #expect(kept.count == count + 5 - JournalDatabase.sliceCount)
            try journal.removeBars(symbol: "AAA", interval: 60, through: Int64(count) - 1)
            #expect(
                try journal.bars(symbol: "AAA", interval: 60).map(\.time)
                    == (count..<count + 5).map(Int64.init))
        }
    }
}
