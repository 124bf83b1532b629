import Database
import Foundation
import Live
import MarketData
import Promotions
import Telemetry
import Testing

@Suite("A folder of files that grow")
struct FolderFeedTests {
    private let warm = LiveFixture.warm

    /// A runner of its own over a folder with AAA.csv.
    private final class Growing {
        let fixture: LiveFixture
        let folder: URL
        let mailbox = RecordingNotifier()
        private(set) var runner: LiveRunner

        init() throws {
            fixture = try LiveFixture()
            folder = fixture.folder.appending(path: "incoming")
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            runner = fixture.runner
            try restart(at: fixture.series.closedAt[LiveFixture.warm])
        }

        func restart(at now: Timestamp? = nil) throws {
            runner = LiveRunner(
                archive: fixture.archive, journal: fixture.journal,
                feeds: [FolderFeed(folder: folder)], notifier: mailbox)
            try runner.load([fixture.promotion], now: now ?? fixture.end)
        }

        func line(_ row: Int) -> String {
            let bar = fixture.series[row]
            return "\(bar.time.text),\(bar.open),\(bar.high),\(bar.low),\(bar.close),\(bar.volume)"
        }

        /// Writes the file and looks at it.
        func look(_ lines: [String], at now: Timestamp? = nil) throws {
            try write(["time,open,high,low,close,volume"] + lines)
            _ = try runner.run(at: now ?? fixture.end)
        }

        func write(_ lines: [String], end: String = "\n") throws {
            let file = folder.appending(path: "AAA.csv")
            try? FileManager.default.removeItem(at: file)
            try Data((lines.joined(separator: "\n") + end).utf8).write(to: file)
        }

        var told: [String] {
            mailbox.notices.filter { $0.key.hasPrefix("rows/") }.map(\.text)
        }
    }

    @Test("rows that are left out are counted, the first is named, and told")
    func leftOut() throws {
        let growing = try Growing()
        defer { growing.fixture.discard() }
        var lines = (warm..<100).map(growing.line)
        lines[3] = lines[3].replacing(/,[0-9.]+,/) { _ in ",abc," }
        lines[7] += ",1,2"
        try growing.look(lines)
        #expect(growing.told.count == 1)
        let text = growing.told.first ?? ""
        #expect(text.contains("2 rows of AAA.csv are left out, the first: AAA.csv:5"), "\(text)")
        #expect(text.contains("not a decimal number") && text.contains("Correct the file"))
        // The same rows in a file that has grown are no news.
        lines += (100..<110).map(growing.line)
        try growing.look(lines)
        #expect(growing.told.count == 1)
        // One that fails anew is told, and what follows it is noted.
        lines[45] = "rubbish"
        try growing.look(lines)
        #expect(growing.told.count == 2)
        #expect(growing.told.last?.contains("1 row of AAA.csv is left out") == true)
        lines.append("more rubbish")
        try growing.look(lines)
        #expect(growing.told.count == 2)
        #expect(try growing.fixture.findings("rows").count == 3)
        // A restart tells nothing again.
        try growing.restart()
        try growing.look(lines)
        #expect(growing.told.count == 2)
        #expect(try growing.fixture.findings("rows").count == 3)
        // Corrected rows are late bars, and all is as it should be.
        try growing.look((warm..<160).map(growing.line))
        #expect(isSame(try growing.fixture.signals(), try growing.fixture.undisturbed()))
    }

    @Test("a second row for one time is a correction, and nothing is left out")
    func corrected() throws {
        let growing = try Growing()
        defer { growing.fixture.discard() }
        var lines = (warm..<160).map(growing.line)
        lines.insert(growing.line(90).replacing(/[0-9.]+$/) { _ in "1" }, at: 30)
        try growing.look(lines)
        #expect(growing.told.isEmpty)
        #expect(isSame(try growing.fixture.signals(), try growing.fixture.undisturbed()))
    }

    @Test("a file that cannot be read at all is told once, and again when it fails anew")
    func unreadable() throws {
        let growing = try Growing()
        defer { growing.fixture.discard() }
        let file = growing.folder.appending(path: "AAA.csv")
        for _ in 0..<3 {
            try Data("no,header,of,bars\n1,2,3,4\n".utf8).write(to: file)
            _ = try growing.runner.run(at: growing.fixture.end)
        }
        #expect(growing.told.count == 1 && growing.told[0].contains("AAA.csv"), "\(growing.told)")
        try growing.look((warm..<160).map(growing.line))
        #expect(isSame(try growing.fixture.signals(), try growing.fixture.undisturbed()))
    }

    @Test("a row that stands there before its close is taken once it has closed, as it then is")
    func early() throws {
        let growing = try Growing()
        defer { growing.fixture.discard() }
        let series = growing.fixture.series
        var lines = (warm..<100).map(growing.line)
        let close = series.closedAt[100]
        func at(_ seconds: Int64) -> Timestamp {
            Timestamp(microseconds: close.microseconds + seconds * 1_000_000)
        }
        // A running bar, the final row of it before the runner's clock has its close, no more.
        try growing.look(
            lines + [growing.line(100).replacing(/[0-9.]+$/) { _ in "1" }], at: at(-30))
        try growing.look(lines + [growing.line(100)], at: at(-1))
        _ = try growing.runner.run(at: at(1))
        let through = { try growing.fixture.journal.checkpoints()[0].barTime }
        #expect(try through() == series.times[99].microseconds)
        _ = try growing.runner.run(at: at(6))
        #expect(try through() == series.times[100].microseconds)
        // It waits too where the file goes on changing, and is rewritten after its close.
        lines += [growing.line(100)]
        let running = growing.line(101).replacing(/[0-9.]+$/) { _ in "1" }
        try growing.look(lines + [running], at: at(59))
        try growing.look(lines + [running, growing.line(102)], at: at(61))
        #expect(try through() == series.times[100].microseconds)
        try growing.look(lines + [growing.line(101), growing.line(102)], at: at(62))
        #expect(try through() == series.times[100].microseconds)
        try growing.look(lines + [growing.line(101), growing.line(102)], at: at(66))
        #expect(try through() == series.times[101].microseconds)
        try growing.look((warm..<160).map(growing.line))
        #expect(isSame(try growing.fixture.signals(), try growing.fixture.undisturbed()))
        #expect(try growing.fixture.journal.signals().allSatisfy { $0.revision == 0 })
        #expect(growing.told.isEmpty)
    }

    @Test("half a line is no row, and repeated rows change nothing")
    func halfLine() throws {
        let growing = try Growing()
        defer { growing.fixture.discard() }
        let lines = (warm..<160).map(growing.line)
        for count in [lines.count / 2, lines.count] {
            let text = lines[..<count].joined(separator: "\n")
            try growing.write(
                ["time,open,high,low,close,volume", String(text.dropLast(9))], end: "")
            _ = try growing.runner.run(at: growing.fixture.end)
            let last = growing.fixture.series.times[warm + count - 2].microseconds
            #expect(try growing.fixture.journal.checkpoints()[0].barTime == last)
        }
        try growing.look(lines + lines[..<50] + lines.suffix(1))
        #expect(isSame(try growing.fixture.signals(), try growing.fixture.undisturbed()))
        #expect(try growing.fixture.journal.signals().allSatisfy { $0.revision == 0 })
    }

    @Test("a folder that is not there costs its own bars alone, and is told once")
    func missingFolder() throws {
        let fixture = try LiveFixture()
        defer { fixture.discard() }
        let mailbox = RecordingNotifier()
        let absent = fixture.folder.appending(path: "absent")
        let runner = LiveRunner(
            archive: fixture.archive, journal: fixture.journal,
            feeds: [FolderFeed(folder: absent), fixture.feed], notifier: mailbox)
        try runner.load([fixture.promotion], now: fixture.end)
        fixture.feed(fixture.bars(warm..<160))
        for _ in 0..<2 {
            _ = try runner.run(at: fixture.end)
            #expect(runner.feedErrors.map(\.description).allSatisfy { $0.contains("create it") })
            #expect(runner.feedErrors.count == 1)
        }
        #expect(isSame(try fixture.signals(), try fixture.undisturbed()))
        #expect(mailbox.notices.count { $0.key.hasPrefix("feed/") } == 1)
    }

    @Test("local times are read by the exchange's clocks, and as UTC they decide nothing")
    func zone() throws {
        let folder = FileManager.default.temporaryDirectory
            .appending(path: "finstage-zone-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let minutes = (0..<390).map { minute in
            let clock = 570 + minute
            return "2026-06-03 \(clock / 60 < 10 ? "0" : "")\(clock / 60):"
                + "\(clock % 60 < 10 ? "0" : "")\(clock % 60):00,10,11,9,10,1"
        }
        let key = SeriesKey(symbol: "ACME", interval: .minute)
        let open = MarketData.Calendar.newYork.opensAt(try #require(CivilDate("2026-06-03")))
        let wanted = [
            key: WantedSeries(
                last: Timestamp(microseconds: open.microseconds - 60_000_000),
                schedule: BarSchedule(interval: .minute, calendar: .newYork))
        ]
        func fed(_ feed: FolderFeed, _ count: Int) throws -> [FedBar] {
            let text = (["time,open,high,low,close,volume"] + minutes[..<count])
                .joined(separator: "\n")
            let file = folder.appending(path: "ACME.csv")
            try? FileManager.default.removeItem(at: file)
            try Data((text + "\n").utf8).write(to: file)
            return try feed.poll(wanted, now: open + .day)
        }
        let local = FolderFeed(folder: folder, zone: .exchange)
        #expect(try fed(local, 390).map(\.bar.time.microseconds).min() == open.microseconds)
        #expect(local.complaints.isEmpty)
        let wrong = FolderFeed(folder: folder)
        for count in [250, 390] { #expect(try fed(wrong, count).isEmpty) }
        let fresh = FolderFeed(folder: folder)
        _ = try fed(fresh, 300)
        #expect(fresh.complaints.map(\.isWhole) == [true])
        #expect(fresh.complaints[0].text.contains("give --zone exchange, or --zone utc"))
    }
}
