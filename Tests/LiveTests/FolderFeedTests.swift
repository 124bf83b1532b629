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
            try restart()
        }

        func restart() throws {
            runner = LiveRunner(
                archive: fixture.archive, journal: fixture.journal,
                feeds: [FolderFeed(folder: folder, calendars: [:])], notifier: mailbox)
            try runner.load([fixture.promotion], now: fixture.end)
        }

        func line(_ row: Int) -> String {
            let bar = fixture.series[row]
            return "\(bar.time.text),\(bar.open),\(bar.high),\(bar.low),\(bar.close),\(bar.volume)"
        }

        /// Writes the file and looks at it.
        func look(_ lines: [String]) throws {
            let text = ["time,open,high,low,close,volume"] + lines
            let file = folder.appending(path: "AAA.csv")
            try? FileManager.default.removeItem(at: file)
            try Data((text.joined(separator: "\n") + "\n").utf8).write(to: file)
            _ = try runner.run(at: fixture.end)
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
}
