import Foundation
import Testing

/// The whole catalogue at once: one line a strategy, no pages, every run kept and repeatable.
@Suite("The catalogue at scale")
struct ScaleTests {
    private let program: Program

    init() throws { program = try Program() }

    private func files(_ folder: String) throws -> [String] {
        try FileManager.default.subpathsOfDirectory(
            atPath: program.folder.appending(path: folder).path)
    }

    @Test("without a name: a line a strategy, no page, and each run's pages on demand")
    func catalogue() throws {
        defer { program.discard() }
        let all = try program.run("backtest", "--symbol", "MSFT,IBM", "--output", "out")
        #expect(all.status == 0, "\(all.complaint)")
        let lines = all.output.split(separator: "\n")
        #expect(lines[0].contains("Median return") && lines[0].contains("Worst drawdown"))
        let trend = try #require(lines.first { $0.hasPrefix("SmaCross ") })
        #expect(trend.split(separator: " ")[1] == "2")
        let written = try files("out")
        #expect(written.filter { $0.hasSuffix(".html") } == ["index.html"])
        #expect(written.contains("comparison.csv") && written.contains("SmaCross.run.yaml"))
        #expect(!written.contains { $0.hasSuffix("trades.csv") })
        let index = try String(
            contentsOf: program.folder.appending(path: "out/index.html"), encoding: .utf8)
        #expect(index.contains("finstage report 2") && !index.contains("<a href=\"SmaCross"))
        let runs = try program.run("runs", "list", "--limit", "200").output
            .split(separator: "\n").compactMap { $0.split(separator: " ").first.map(String.init) }
        let id = try #require(runs.first { $0.contains("SmaCross") })
        let same = try program.run("runs", "reproduce", id)
        #expect(same.output.contains("2 instruments, the figures that were kept equal to the bit"))
        let open = try program.run("report", "open", id)
        #expect(open.status == 1)
        let remedy = "\(id) wrote no pages; 'finstage report \(id)' writes them"
        #expect(open.complaint.contains(remedy), "\(open.complaint)")
        let pages = try program.run("report", id, "--output", "pages", "--csv")
        #expect(pages.status == 0, "\(pages.complaint)")
        #expect(try files("pages").contains("SmaCross/IBM/report.html"))
        #expect(try files("pages").contains("SmaCross/MSFT/trades.csv"))
        let named = try program.run(
            "backtest", "SmaCross", "--symbol", "MSFT,IBM", "--reports", "none", "--csv")
        #expect(named.output == pages.output)
        #expect(try program.run("runs", "compare", id, "last").output.contains("asked the same"))
    }

    @Test("a run that was only noted comes back with the catalogue, and says what has changed")
    func noted() throws {
        defer { program.discard() }
        let first = try program.run(
            "backtest", "--symbol", "MSFT", "--csv", "--reports", "none")
        #expect(first.status == 0 && first.output.split(separator: "\n").count > 40)
        let runs = program.folder.appending(path: "store/runs")
        let ids = try FileManager.default.contentsOfDirectory(atPath: runs.path)
        let id = try #require(ids.first { $0.contains("MacdCross") })
        #expect(
            try files("store/runs/\(id)").sorted() == ["SHA256SUMS", "figures.json", "run.yaml"])
        for name in try files("store") where name.hasPrefix("catalogue.sqlite") {
            try FileManager.default.removeItem(at: program.folder.appending(path: "store/" + name))
        }
        let back = try program.run("data", "rebuild")
        #expect(back.status == 0, "\(back.complaint)")
        #expect(try program.run("runs", "reproduce", id).status == 0)
        let file = runs.appending(path: "\(id)/run.yaml")
        let text = try String(contentsOf: file, encoding: .utf8)
        try text.replacing("fast=12", with: "fast=11")
            .write(to: file, atomically: true, encoding: .utf8)
        let changed = try program.run("report", id, "--output", "pages")
        #expect(changed.status == 1 && changed.complaint.contains("the rule's plan has changed"))
        #expect(try program.run("runs", "reproduce", id).output.contains("differs: MSFT"))
    }

    @Test("what is asked for goes before the number of results")
    func asked() throws {
        defer { program.discard() }
        let before = try program.run("report", "last")
        #expect(before.status == 1 && before.complaint.contains("'finstage backtest' makes one"))
        let none = try program.run("backtest", "SmaCross", "--symbol", "MSFT", "--reports", "none")
        #expect(none.status == 0 && none.output.contains("CAGR"))
        #expect(!none.output.contains("Results:") && none.output.contains("finstage report 2"))
        #expect(try files("project").allSatisfy { !$0.hasPrefix("Reports") })
        #expect(try program.run("report", "last", "--output", "later").status == 0)
        #expect(try files("later").contains("SmaCross.html"))
        let words = ["backtest", "--symbol", "MSFT", "--from", "2012-06-01", "--output", "all"]
        #expect(try program.run(words + ["--reports", "all"]).status == 0)
        #expect(try files("all").count { $0.hasSuffix(".html") } > 40)
        #expect(try program.run(words + ["--reports", "some"]).status == 64)
    }
}
