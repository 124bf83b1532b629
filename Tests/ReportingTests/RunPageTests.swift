import Backtesting
import Foundation
import Reporting
import Testing

@Suite("RunPage")
struct RunPageTests {
    static let hostile = "</script><img src=x onerror=alert(1)>"

    /// FE-65.
    @Test("shows names that are code as text")
    func escapes() throws {
        var fixture = ResultFixture.openWinner()
        (fixture.strategy, fixture.symbol) = (Self.hostile, Self.hostile)
        (fixture.plan, fixture.command) = (Self.hostile, Self.hostile)
        let rejection: [String: Any] = [
            "row": 0, "time": fixture.time(0), "kind": "k", "reason": Self.hostile,
        ]
        fixture.rejections = [rejection]
        let html = RunPage([try fixture.result(), try fixture.result()]).html
        #expect(!html.contains("<img"))
        #expect(html.components(separatedBy: "</script>").count == 4)
        #expect(html.contains("&lt;/script&gt;&lt;img src=x"))
        #expect(ReportWriter.fileName("</x>A") == "%3C%2Fx%3EA")
        #expect(ReportWriter.fileName("../../x") == "%2E%2E%2F%2E%2E%2Fx")
        #expect(ReportWriter.fileName("BRK.B") == "BRK.B" && ReportWriter.fileName("") == "%")
    }

    @Test("needs no network")
    func isSelfContained() throws {
        let html = RunPage([try ResultFixture.openWinner().result()]).html
        for text in ["http://", "https://", "src=", "@import", "url("] {
            #expect(!html.contains(text), "\(text)")
        }
    }

    @Test("says what is undefined in words")
    func words() throws {
        var flat = ResultFixture.idle()
        flat.metrics = ["cagr": 0, "volatilityAnnualized": 0]
        let idle = RunPage([try flat.result()]).html
        #expect(idle.contains("no trades"))
        #expect(idle.contains("no drawdown") && idle.contains("no variation"))
        var fixture = ResultFixture.openWinner()
        fixture.metrics = ["winRate": 1, "expectancy": 5]
        #expect(RunPage([try fixture.result()]).html.contains("no losing trade"))
    }

    @Test("shows the digests, the plan, the command and the selection")
    func provenance() throws {
        let html = RunPage([try ResultFixture.openWinner().result()]).html
        for text in [
            "c0ffee", String(repeating: "a1", count: 32), String(repeating: "b2", count: 32),
            "finstage backtest SmaCross", "hindsight", "open, unrealised",
            "closed trades made −50, the open position stands at +440",
        ] {
            #expect(html.contains(text), "\(text)")
        }
    }

    @Test("stays below 0.5 MB for ten years, and for one of a hundred instruments")
    func size() throws {
        let one = try MarketFixture().result()
        let alone = RunPage([one]).html.utf8.count
        #expect(alone < 500_000)
        let idle = try (0..<99).map {
            try MarketFixture(symbol: "S\($0)", count: 20).result()
        }
        #expect(RunPage([one] + idle).html.utf8.count < alone + 150_000)
    }

    @Test("links to the pages of the strategy's other instruments, wherever they lie")
    func links() throws {
        let results = try ["AAA", "B/B", "CCC"].map {
            try MarketFixture(symbol: $0, count: 60).result()
        }
        let first = RunPage(results).html
        #expect(first.contains("<a href=\"SmaCross/B%252FB/report.html\" dir=\"auto\">B/B</a>"))
        #expect(first.contains("<a href=\"SmaCross.html\" dir=\"auto\" aria-current=\"page\">AAA"))
        let second = RunPage(results, showing: 1).html
        #expect(second.contains("<a href=\"../../SmaCross.html\" dir=\"auto\">AAA</a>"))
        #expect(second.contains("<a href=\"../../SmaCross/CCC/report.html\" dir=\"auto\">CCC</a>"))
        #expect(second.contains("id=\"run-title\" dir=\"auto\">B/B</h2>"))
    }

    @Test("draws the benchmark beside the account")
    func benchmark() throws {
        var fixture = ResultFixture(close: [10, 11, 12], equity: [10_000, 10_100, 10_200])
        fixture.benchmark = "SPX"
        fixture.tables["benchmark"] = [10_000.0, 10_050, 10_010]
        let html = RunPage([try fixture.result()]).html
        #expect(html.contains("<bdi>SPX</bdi>") && html.contains("\"benchmark\""))
    }

    @Test("writes prices with as many decimals as tell them apart")
    func prices() throws {
        let close = (0..<60).map { 1.08 + Double($0 * 7 % 11) * 0.000_021 }
        var fixture = ResultFixture(close: close, equity: close.map { 9_000 + 900 * $0 })
        fixture.stepMicroseconds = 60_000_000
        fixture.trades = [
            fixture.trade(1, 2, entryPrice: close[1], exitPrice: close[2], quantity: 10)
        ]
        let html = RunPage([try fixture.result()]).html
        #expect(html.contains("<td>1.08015</td>") && html.contains("<td>1.08006</td>"))
        #expect(html.contains("\"places\": {\"price\": 5,\"paid\": 5}"))
        let packed = try PackedText.column("close", in: html, count: close.count)
        #expect(zip(packed, close).allSatisfy { abs($0 - $1) < 0.51e-5 })
        let plain = RunPage([try ResultFixture.openWinner().result()]).html
        #expect(plain.contains("<td>100.00</td>") && plain.contains("\"places\": {\"price\": 2"))
    }

    @Test("shows small returns by digits that matter, the same in headline and tile")
    func smallReturns() throws {
        var fixture = ResultFixture(close: [100, 101, 102], equity: [10_000, 9_999, 9_998.8])
        fixture.tables["returns"] = [0, -0.000_1, -0.000_02]
        fixture.tables["months"] = [["year": 2024, "month": 1, "value": -0.000_12, "held": 0.02]]
        fixture.tables["years"] = [["year": 2024, "value": -0.000_12, "held": 0.02]]
        let html = RunPage([try fixture.result()]).html
        #expect(html.components(separatedBy: "−0.012%").count > 2)
        #expect(html.contains("worst −0.010%, best −0.0020%."))
        #expect(html.contains("title=\"Held +2.0%\">−0.01<"))
        for text in ["−0.01% to −0.01%", "0.00% to 0.00%", "no position) are"] {
            #expect(!html.contains(text), "\(text)")
        }
    }

    @Test("shows the source that was kept with the run, or says that there is none")
    func source() throws {
        var fixture = ResultFixture.idle()
        let words = "The source of the strategy was not kept with this run."
        #expect(RunPage([try fixture.result()]).html.contains(words))
        fixture.source = "let a = 1 < 2"
        let html = RunPage([try fixture.result()]).html
        #expect(html.contains("<pre>let a = 1 &lt; 2</pre>") && !html.contains(words))
    }

    @Test("names the convention of its figures, and whose formulas the rolling ones are")
    func convention() throws {
        var fixture = MarketFixture(count: 600).fixture()
        (fixture.convention, fixture.metrics["convention"]) = ("backtesting.py", "backtesting.py")
        let result = try fixture.result()
        #expect(RunPage([result]).html.contains("The rolling figures follow Finstage"))
        let index = IndexPage([result]).html
        #expect(index.contains("Figures by the convention of backtesting.py"))
        let table = ComparisonTable([result])
        #expect(table.csv.contains("refused_order_count,convention\n"))
        #expect(table.csv.contains(",0,backtesting.py\n"))
        #expect(table.json.contains("\"convention\": \"backtesting.py\""))
        #expect(MetricsTable(result).csv.contains(",backtesting.py\n"))
        let plain = try MarketFixture(count: 60).result()
        #expect(!IndexPage([plain]).html.contains("by the convention"))
    }

    @Test("survives a run without bars")
    func empty() throws {
        let fixture = ResultFixture(close: [], equity: [], buyAndHold: [10_000])
        #expect(RunPage([try fixture.result()]).html.contains("No bars."))
    }
}
