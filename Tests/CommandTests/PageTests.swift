import Foundation
import Testing

/// The pages that commands write and open.
@Suite("Pages by command")
struct PageTests {
    private let program: Program

    init() throws { program = try Program() }

    @Test("report open opens the run that is asked for, or says whose pages are there")
    func replacedFolder() throws {
        defer { program.discard() }
        let words = ["backtest", "SmaCross", "--symbol", "MSFT", "--output", "one"]
        #expect(try program.run(words).status == 0)
        let list = try program.run("runs", "list").output.split(separator: "\n")
        let first = String(try #require(list.dropFirst(2).first?.split(separator: " ").first))
        #expect(try program.run(words + ["--param", "fast=5"]).status == 0)
        let opened = try program.run("report", "open", first)
        #expect(opened.status == 1 && opened.output.isEmpty)
        #expect(opened.complaint.contains("now, not those of \(first)"), "\(opened.complaint)")
    }

    @Test("a chart shows what the import found at its bar")
    func findings() throws {
        defer { program.discard() }
        let rows = """
            time,open,high,low,close,volume
            2024-01-16T20:30:00Z,99.8,100.0,99.0,99.8,1000
            2024-01-17T00:30:00Z,100.3,100.6,100.0,100.3,200
            2024-01-17T14:30:00Z,101.2,101.5,100.9,101.2,800

            """
        try Data(rows.utf8).write(to: program.folder.appending(path: "S.csv"))
        let imported = try program.run(
            "data", "import", "S.csv", "--symbol", "S", "--interval", "1m", "--calendar", "NYSE")
        #expect(imported.status == 0, "\(imported.complaint)")
        let drawn = try program.run("chart", "S", "--interval", "1m", "--output", "chart")
        #expect(drawn.status == 0, "\(drawn.complaint)")
        let page = try String(
            contentsOf: program.folder.appending(path: "chart/S.html"), encoding: .utf8)
        #expect(!page.contains("None in this range."))
        let table = try #require(page.range(of: "Actions and findings</h3>")).upperBound
        #expect(page[table...].contains("outside the hours of the session"))
    }
}
