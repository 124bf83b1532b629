import Backtesting
import Foundation
import Reporting
import Testing

@Suite("ComparisonTable")
struct ComparisonTableTests {
    private func result(
        _ strategy: String, _ symbol: String, gain: Double, sharpe: Double? = nil
    ) throws -> RunResult {
        var fixture = ResultFixture(
            strategy: strategy, symbol: symbol, close: [100, 110],
            equity: [10_000, 10_000 * (1 + gain)])
        if let sharpe { fixture.metrics = ["sharpe": sharpe] }
        return try fixture.result()
    }

    private func sample() throws -> [RunResult] {
        [
            try result("Slow", "AAPL", gain: -0.5), try result("日本", "7203", gain: 12.345),
            try result("Slow", "MSFT", gain: 0.25, sharpe: 1.5),
            try result("Slow", "KO", gain: 0.05, sharpe: -0.25),
        ]
    }

    @Test("aligns numbers at the right by display width")
    func alignment() throws {
        let lines = ComparisonTable(try sample()).text.split(separator: "\n").map(String.init)
        let body = lines.prefix { !$0.hasPrefix("Data:") }
        #expect(Set(body.map(DisplayWidth.columns)).count == 1)
        #expect(body[2].hasPrefix("日本      7203         +1,234.50%"))
        #expect(lines[body.count].hasPrefix("Data: bundle (hindsight: today's winners"))
        #expect(lines.last?.hasPrefix("Medians of Slow") == true)
    }

    @Test("says over how many runs a median goes, and never that a part was all")
    func honesty() throws {
        let remarks = ComparisonTable(try sample()).remarks
        #expect(remarks.contains { $0.hasPrefix("Medians of Slow") && $0.contains("Sharpe of 2") })
        #expect(ComparisonTable([try result("A", "B", gain: 0.1)]).remarks.isEmpty)
        #expect(ComparisonColumn.cagr.text(of: -0.999_999_88) == "-99.99999%")
        #expect(ComparisonColumn.cagr.text(of: -1) == "-100.00%")
        // What would take more decimals than a cell has room for is all but everything.
        #expect(ComparisonColumn.cagr.text(of: -1 + 1e-13) == "-100.00%")
        #expect(ComparisonColumn.exposure.text(of: 0.999_96) == "99.996%")
        #expect(ComparisonColumn.exposure.text(of: 1) == "100.0%")
    }

    @Test("sorts what is undefined last, also when smaller is better")
    func order() throws {
        let rows = ComparisonTable(try sample(), sortedBy: .sharpe).rows
        #expect(rows.map(\.symbol) == ["MSFT", "KO", "AAPL", nil, "7203"])
        #expect(rows[3].values[.sharpe] == 0.625)
        let median = try #require(rows[3].values[.totalReturn])
        #expect(abs(median - 0.05) < 1e-12)
        let byDrawdown = ComparisonTable(try sample(), sortedBy: .drawdown).rows
        #expect(byDrawdown.first?.values[.drawdown] == 0)
    }

    @Test("shows what is undefined as a dash, an empty cell and null")
    func undefined() throws {
        let table = ComparisonTable([try result("One", "AAPL", gain: 0.1)])
        #expect(table.text.contains("–"))
        let row = DelimitedText.parse(table.csv)[1]
        #expect(row[0...3] == ["One", "AAPL", "run", "1"])
        #expect(row[6] == "")
        let object = try JSONSerialization.jsonObject(with: Data(table.json.utf8))
        let rows = (object as? [String: Any])?["rows"] as? [[String: Any]]
        #expect(rows?.first?["sharpe_annualized"] is NSNull)
    }

    @Test("has a line without runs, and none for control characters")
    func edges() throws {
        #expect(ComparisonTable([]).text == "No runs.\n")
        let text = ComparisonTable([try result("A\u{1B}[31m\nB", "X", gain: 0)]).text
        #expect(!text.contains("\u{1B}"))
    }

    @Test(
        "counts the columns of a terminal",
        arguments: [("abc", 3), ("日本", 4), ("e\u{301}", 1), ("ﾊ", 1), ("🙂", 2), ("", 0)])
    func width(text: String, columns: Int) {
        #expect(DisplayWidth.columns(of: text) == columns)
    }

    /// FE-39.
    @Test("puts a run in which nothing was bought last, on the index page too")
    func idleLast() throws {
        var (idle, loser) = (ResultFixture.idle(), ResultFixture.openWinner())
        idle.metrics = ["exposure": 0]
        (idle.symbol, loser.symbol, loser.equity) = ("IDLE", "LOSER", [9_000, 8_000, 8_000, 7, 6])
        let results = [try idle.result(), try loser.result()]
        #expect(ComparisonTable(results).rows.map(\.symbol).prefix(2) == ["LOSER", "IDLE"])
        let page = IndexPage(results).html
        let places = ["LOSER</a>", "IDLE</a>"].map { page.range(of: $0)?.lowerBound }
        #expect(places[0] != nil && places[1] != nil && places[0]! < places[1]!)
    }
}
