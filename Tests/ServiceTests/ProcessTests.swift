import ColumnStore
import Database
import Foundation
import Live
import MarketData
import Promotions
import Testing

@Suite("The process of live")
struct ProcessTests {
    /// Starts `live` and waits until it holds the store.
    private func started(_ fixture: ServiceFixture) throws -> Process {
        let process = fixture.program.process([
            "live", "--folder", "incoming", "--every", "0.02",
        ])
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        let lock = fixture.program.store.appending(path: "runner.lock")
        let end = ContinuousClock.now + .seconds(60)
        while ContinuousClock.now < end {
            let text = (try? String(contentsOf: lock, encoding: .utf8)) ?? ""
            if text == "\(process.processIdentifier)\n" { break }
            Thread.sleep(forTimeInterval: 0.01)
        }
        return process
    }

    @Test("a second runner is refused by pid; after kill -9 the next one starts at once (L77)")
    func second() throws {
        let fixture = try ServiceFixture()
        defer { fixture.discard() }
        let first = try started(fixture)
        let refused = try fixture.once()
        #expect(refused.status == 1)
        #expect(
            refused.complaint.contains("process \(first.processIdentifier)"), "\(refused.complaint)"
        )
        kill(first.processIdentifier, SIGKILL)
        first.waitUntilExit()
        try fixture.feed(ServiceFixture.warm..<400)
        let next = try fixture.once()
        #expect(next.status == 0 && next.complaint.contains("300 decisions"), "\(next.complaint)")
    }

    @Test("a lock file that was restored, or names this very process, locks nothing (L77)")
    func staleLock() throws {
        let fixture = try ServiceFixture()
        defer { fixture.discard() }
        let lock = fixture.program.store.appending(path: "runner.lock")
        for text in ["1\n", "\(ProcessInfo.processInfo.processIdentifier)\n", "", "nonsense"] {
            try Data(text.utf8).write(to: lock)
            #expect(try fixture.once().status == 0)
        }
    }

    @Test("a child that outlives the runner does not hold its lock (L77)")
    func child() throws {
        let fixture = try ServiceFixture()
        defer { fixture.discard() }
        var lock: RunnerLock? = try RunnerLock(folder: fixture.program.store)
        #expect(lock != nil)
        let child = Process()
        child.executableURL = URL(filePath: "/bin/sleep")
        child.arguments = ["30"]
        try child.run()
        lock = nil
        #expect(try fixture.once().status == 0)
        child.terminate()
        child.waitUntilExit()
    }

    @Test("a clock behind the store decides nothing, writes no row and says so (L81)")
    func clock() throws {
        let fixture = try ServiceFixture()
        defer { fixture.discard() }
        try fixture.feed(ServiceFixture.warm..<250)
        #expect(try fixture.once().status == 0)
        let before = try fixture.journal().signals()
        try fixture.feed(ServiceFixture.warm..<400)
        let wrong = try fixture.once(["FINSTAGE_NOW": "1404413400"])
        #expect(wrong.status == 1 && wrong.complaint.contains("clock"), "\(wrong.complaint)")
        #expect(try fixture.journal().signals() == before)
        // The clock of reports, which build environments set, is not the runner's.
        let right = try fixture.once(["SOURCE_DATE_EPOCH": "1404413400"])
        #expect(right.status == 0 && right.complaint.contains("150 decisions"))
    }

    @Test("an import in the place of a history stops what read it by name; the others run")
    func replacedHistory() throws {
        let fixture = try ServiceFixture()
        defer { fixture.discard() }
        let store = try Store(folder: fixture.program.store)
        let file = fixture.program.folder.appending(path: "other.csv")
        func replace(_ symbol: String, _ rows: Range<Int>) throws {
            try Data(ServiceFixture.csv(fixture.series, rows).utf8).write(to: file)
            _ = try store.importFile(
                file, symbol: symbol, calendar: .continuous, interval: .minute,
                onConflict: .fresh)
        }
        try replace("BBB", 0..<ServiceFixture.warm)
        _ = try fixture.registry.add(ServiceFixture.manifest(fixture.series, symbol: "BBB"))
        #expect(try fixture.once().status == 0)
        try replace("AAA", 200..<400)
        try Data(ServiceFixture.csv(fixture.series, ServiceFixture.warm..<400).utf8)
            .write(to: fixture.program.folder.appending(path: "incoming/BBB.csv"))
        let outcome = try fixture.once()
        #expect(outcome.status == 1 && outcome.complaint.contains("300 decisions"))
        #expect(outcome.complaint.contains("promotion \(fixture.id): AAA"), "\(outcome.complaint)")
        #expect(outcome.output.contains("\(fixture.id): AAA"), "\(outcome.output)")
        // A restated bar of a history on which a promotion never ran refuses that one.
        try replace("AAA", 0..<ServiceFixture.warm)
        #expect(try fixture.once().status == 0)
        let never = try fixture.registry.add(
            ServiceFixture.manifest(
                SyntheticMarket(symbol: 4).minutes(count: 400), symbol: "AAA",
                issued: "2020-01-02"))
        let refused = try fixture.once()
        #expect(refused.status == 1 && refused.complaint.contains("2 promotions"))
        #expect(refused.complaint.contains("\(never): the 100 bars of AAA"), "\(refused.complaint)")
        let verified = try fixture.program.run("promotions", "verify")
        #expect(verified.status == 1 && verified.output.contains("\(fixture.id): good until"))
        #expect(verified.output.contains("\(never): the 100 bars of AAA"), "\(verified.output)")
    }

    @Test("a demotion lasts: reload, kill -9, another promotion, another start (L79)")
    func lasting() throws {
        let fixture = try ServiceFixture()
        defer { fixture.discard() }
        let first = try started(fixture)
        let settings = fixture.program.folder.appending(path: "config/finstage/trusted-keys")
        let before = try Data(contentsOf: settings)
        let demoted = try fixture.program.run(
            "promotions", "demote", fixture.id, "--reason", "on holiday")
        #expect(demoted.status == 0, "\(demoted.complaint)")
        // Some looks later it has been taken over.
        Thread.sleep(forTimeInterval: 0.5)
        try fixture.feed(ServiceFixture.warm..<250)
        Thread.sleep(forTimeInterval: 0.5)
        kill(first.processIdentifier, SIGKILL)
        first.waitUntilExit()
        let other = try fixture.registry.add(
            ServiceFixture.manifest(fixture.series, symbol: "AAA", strategy: "Other"))
        try fixture.feed(ServiceFixture.warm..<400)
        for _ in 0..<2 {
            let outcome = try fixture.once()
            #expect(outcome.status == 0 && outcome.complaint.contains("1 promotion, "))
            #expect(outcome.complaint.contains("on holiday"), "\(outcome.complaint)")
        }
        let signals = try fixture.journal().signals()
        #expect(!signals.isEmpty && signals.allSatisfy { $0.promotion == other })
        let list = try fixture.program.run("promotions", "list")
        #expect(list.output.contains("on holiday (20"), "who and since when: \(list.output)")
        #expect(try Data(contentsOf: settings) == before)
    }

    @Test("an error that repeats is told once, then once a minute (L49)")
    func repeatedError() throws {
        let fixture = try ServiceFixture()
        defer { fixture.discard() }
        let process = fixture.program.process([
            "live", "--folder", "nowhere", "--every", "0.01",
        ])
        let complaint = Pipe()
        process.standardOutput = FileHandle.nullDevice
        process.standardError = complaint
        try process.run()
        Thread.sleep(forTimeInterval: 1.5)
        kill(process.processIdentifier, SIGKILL)
        let told = String(
            decoding: complaint.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        #expect(told.split(separator: "no such folder").count == 2, "\(told)")
    }

    @Test("parity counts a promotion that was taken back in the sessions in which it was live")
    func parityOfDemoted() throws {
        let fixture = try ServiceFixture()
        defer { fixture.discard() }
        try fixture.feed(ServiceFixture.warm..<400)
        #expect(try fixture.once().status == 0)
        let words = ["parity", "--session", "2020-01-01"]
        let before = try fixture.program.run(words)
        #expect(before.status == 0 && before.output.hasPrefix("1 of 1 accounts equal"))
        try fixture.registry.demote(
            fixture.id, reason: "enough", journal: try fixture.journal(),
            now: Timestamp(microseconds: 1_600_000_000_000_000))
        #expect(try fixture.program.run(words).output == before.output)
        #expect(try fixture.program.run("parity", "--session", "2020-01-02").status == 1)
        // One whose manifest cannot be believed any more is named.
        let file = fixture.registry.folder.appending(path: "\(fixture.id).json")
        try Data("{}".utf8).write(to: file)
        let unknown = try fixture.program.run(words)
        #expect(unknown.status == 1 && unknown.output.contains("cannot be compared"))
    }

    @Test("a journal that was emptied or is none is not begun anew without a word")
    func emptied() throws {
        let fixture = try ServiceFixture()
        defer { fixture.discard() }
        let first = try fixture.once()
        #expect(first.status == 0 && first.complaint.contains("a new journal begins"))
        #expect(try !fixture.once().complaint.contains("a new journal begins"))
        let file = fixture.program.store.appending(path: "journal.sqlite")
        for text in ["", "this is no database\n"] {
            try Data(text.utf8).write(to: file)
            for words in [["live", "--once"], ["signals"], ["positions"], ["promotions"]] {
                let outcome = try fixture.program.run(words)
                #expect(outcome.status == 1 && outcome.complaint.contains("Put back a copy"))
            }
            #expect(try Data(contentsOf: file) == Data(text.utf8))
        }
    }

    @Test("files that no promotion reads are named once, and a pipe is no file")
    func strayFiles() throws {
        let fixture = try ServiceFixture()
        defer { fixture.discard() }
        let incoming = fixture.program.folder.appending(path: "incoming")
        try Data(ServiceFixture.csv(fixture.series, 0..<200).utf8)
            .write(to: incoming.appending(path: "aaa.csv"))
        let first = try fixture.once()
        #expect(first.complaint.contains("no promotion reads aaa.csv"), "\(first.complaint)")
        #expect(first.complaint.contains("promotions read AAA"))
        #expect(try !fixture.once().complaint.contains("aaa.csv"))
        #expect(mkfifo(incoming.appending(path: "AAA.csv").path, 0o600) == 0)
        let pipe = try fixture.once()
        #expect(pipe.status == 1 && pipe.complaint.contains("no regular file"), "\(pipe.complaint)")
    }

    @Test("a log that is full ends nothing, and the messages are kept until they can be written")
    func fullLog() throws {
        let fixture = try ServiceFixture()
        defer { fixture.discard() }
        try fixture.feed(ServiceFixture.warm..<400)
        let full = try #require(FileHandle(forWritingAtPath: "/dev/full"))
        let clock = ["FINSTAGE_NOW": "\(Int64(Date().timeIntervalSince1970))"]
        let process = fixture.program.process(["live", "--once", "--folder", "incoming"], clock)
        (process.standardOutput, process.standardError) = (full, full)
        try process.run()
        process.waitUntilExit()
        #expect(process.terminationStatus == 1)
        let signals = try fixture.journal().signals()
        let waiting = try fixture.journal().pendingCount()
        let missed = try fixture.journal().findings(kind: "missed").count
        #expect(!signals.isEmpty && waiting == signals.count + missed)
        // They wait for their next attempt, which is said as well.
        let early = try fixture.once(clock)
        #expect(early.status == 1 && early.output.isEmpty, "\(early.output)")
        #expect(early.complaint.contains("\(waiting) messages could not be delivered and are kept"))
        let later = Timestamp(microseconds: Int64(Date().timeIntervalSince1970 * 1e6)) + .hour
        let told = try fixture.once(["FINSTAGE_NOW": "\(later.microseconds / 1_000_000)"])
        #expect(told.status == 0)
        #expect(told.output.split(separator: "\n").count == waiting, "\(told.output)")
    }

    @Test("a journal of a newer program is left alone, with the remedy")
    func newer() throws {
        let fixture = try ServiceFixture()
        defer { fixture.discard() }
        try JournalDatabase.pretendNewer(folder: fixture.program.store)
        let outcome = try fixture.once()
        #expect(outcome.status == 1 && outcome.complaint.contains("newer finstage"))
    }

    @Test(
        "a manifest cut short, of no byte or of 10 MB is refused by name; the others run",
        arguments: ["cut", "empty", "large"])
    func manifest(how: String) throws {
        let fixture = try ServiceFixture()
        defer { fixture.discard() }
        let manifest = ServiceFixture.manifest(fixture.series, symbol: "AAA")
        let other = Manifest(
            strategy: "Other", plan: manifest.plan, fingerprint: manifest.fingerprint,
            parameters: [:], interval: "1m", adjusted: "splits", universe: manifest.universe,
            reads: [], rules: manifest.rules, gates: manifest.gates, accepted: [],
            replayedBars: 0, ledgerDigest: "", trialsDigest: "", engine: "0",
            issued: "2020-01-01", expires: "2100-01-01")
        let bad = try fixture.registry.add(other)
        let file = fixture.registry.folder.appending(path: "\(bad).json")
        var bytes = [UInt8](try Data(contentsOf: file))
        switch how {
        case "cut": bytes = Array(bytes.prefix(bytes.count / 2))
        case "empty": bytes = []
        default: bytes += [UInt8](repeating: 32, count: 10_000_000)
        }
        try Data(bytes).write(to: file)
        try fixture.feed(ServiceFixture.warm..<400)
        let outcome = try fixture.once()
        #expect(outcome.status == 1 && outcome.complaint.contains("1 promotion, "))
        #expect(outcome.complaint.contains("300 decisions"), "\(outcome.complaint)")
        #expect(outcome.output.contains("promotion \(bad) is refused"), "\(outcome.output)")
    }

    @Test("a promotion whose symbol is unknown is named and fails; the others run")
    func unknownSymbol() throws {
        let fixture = try ServiceFixture()
        defer { fixture.discard() }
        let bad = try fixture.registry.add(
            ServiceFixture.manifest(fixture.series, symbol: "ZZZ"))
        let outcome = try fixture.once()
        #expect(outcome.status == 1 && outcome.complaint.contains("ZZZ"), "\(outcome.complaint)")
        #expect(outcome.complaint.contains("1 promotion, "), "\(outcome.complaint)")
        try fixture.registry.demote(
            bad, reason: "its symbol is unknown", journal: try fixture.journal(),
            now: Timestamp(microseconds: 1_600_000_000_000_000))
        #expect(try fixture.once().status == 0)
    }

    @Test(
        "a session that differs from its backtest is told by live, and demotes, with a key or not",
        arguments: [true, false])
    func drift(hasKey: Bool) throws {
        let fixture = try ServiceFixture()
        defer { fixture.discard() }
        try fixture.feed(ServiceFixture.warm..<400)
        #expect(try fixture.once().status == 0)
        let journal = try fixture.journal()
        let old = try #require(try journal.signals().first)
        var batch = JournalBatch()
        batch.signals = [
            (
                SignalRecord(
                    promotion: old.promotion, symbol: old.symbol, interval: old.interval,
                    decidedAt: old.decidedAt, revision: old.revision + 1, barTime: old.barTime,
                    from: old.from, to: "short", reason: old.reason, stop: old.stop,
                    target: old.target, price: old.price, values: old.values,
                    isLate: old.isLate, written: old.written), "planted"
            )
        ]
        try journal.apply(batch)
        let key = fixture.program.folder.appending(path: "config/finstage/signing-key").path
        try FileManager.default.setAttributes(
            [.posixPermissions: hasKey ? 0o600 : 0o644], ofItemAtPath: key)
        let told = try fixture.once()
        #expect(told.status == 0 && told.complaint.contains("0 promotions"), "\(told.complaint)")
        #expect(told.complaint.contains("is demoted, unsigned: ") != hasKey)
        #expect(told.output.contains("session 2020-01-01: \(fixture.id) AAA: decision: at"))
        let list = try fixture.program.run("promotions", "list")
        #expect(list.output.contains("demoted") && list.output.contains("drift in session"))
        // The statement is made as soon as there is a key.
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: key)
        #expect(try fixture.once().complaint.contains("0 promotions"))
        let statement = try fixture.registry.demotion(of: fixture.id, journal: nil)
        #expect(statement?.hasPrefix("drift in session") == true, "\(statement ?? "none")")
    }
}
