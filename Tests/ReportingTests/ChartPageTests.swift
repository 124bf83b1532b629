import Backtesting
import MarketData
import Reporting
import Testing

@Suite("ChartPage and IndexPage")
struct ChartPageTests {
    @Test("shows candles, volume, indicators in their panels, and events")
    func chart() throws {
        let bars = try MarketFixture(count: 120).result().bars
        let columns = ChartColumns(
            times: bars.times, open: bars.open, high: bars.high, low: bars.low,
            close: bars.close, volume: bars.close)
        let page = ChartPage(
            symbol: "BRK.B", columns: columns,
            drawn: [
                DrawnSeries(label: "sma(20)", panel: "price", values: bars.close),
                DrawnSeries(label: "rsi(14)", panel: "rsi", values: bars.close),
                DrawnSeries(label: "wrong", panel: "rsi", values: [1]),
            ],
            events: [
                ChartEvent(row: 5, kind: .action, text: "split 4:1"),
                ChartEvent(row: 500, kind: .finding, text: "outside"),
            ])
        let html = page.html
        #expect(html.components(separatedBy: "class=\"panel\"").count == 4)
        for text in ["sma(20)", "rsi(14)", "split 4:1", "Volume", "BRK.B"] {
            #expect(html.contains(text), "\(text)")
        }
        #expect(!html.contains("outside") && !html.contains("wrong"))
        let empty = ChartColumns(times: [], open: [], high: [], low: [], close: [])
        #expect(ChartPage(symbol: "X", columns: empty).html.contains("No bars."))
    }

    @Test("compares runs with a line for each, and links to their pages")
    func index() throws {
        let results = try ["A", "B"].flatMap { strategy in
            try ["X", "Y"].map {
                try MarketFixture(symbol: $0, strategy: strategy + "/", count: 150).result()
            }
        }
        let html = IndexPage(results).html
        #expect(html.contains("href=\"A%252F/Y/report.html\""))
        #expect(html.components(separatedBy: "chart spark").count == 5)
        #expect(html.contains("Strategies: 2, instruments: 2, runs: 4."))
        let korean = IndexPage(results, options: ReportOptions(language: .korean)).html
        #expect(korean.contains("백테스트 비교") && korean.contains("전략 2개, 종목 2개"))
    }

    @Test("colours the comparison only where that is asked for, and keeps its width")
    func terminal() throws {
        let table = ComparisonTable([
            try MarketFixture(symbol: "삼성전자", count: 90).result(),
            try MarketFixture(symbol: "AAPL", count: 90).result(),
        ])
        #expect(!table.text.contains("\u{1B}"))
        let colored = table.text(isColored: true, colors: .korean)
        #expect(colored.contains("\u{1B}[1mStrategy"))
        var plain = colored
        for code in ["0", "1", "2", "31", "32", "34"] {
            plain = plain.replacing("\u{1B}[\(code)m", with: "")
        }
        #expect(plain == table.text)
        let rows = table.text.split(separator: "\n").prefix { !$0.hasPrefix("Data") }
        #expect(Set(rows.map { DisplayWidth.columns(of: String($0)) }).count == 1)
    }
}
