import Backtesting
import Foundation
import Reporting
import Testing

@Suite("Pages of unusual runs")
struct BadInputTests {
    /// The page says something and holds no number that is none.
    private func check(_ results: [RunResult]) -> String {
        let html = RunPage(results).html + RunPage(results, options: korean).html
        let chart = html.range(of: "NaN%") ?? html.range(of: ">nan<") ?? html.range(of: ">inf<")
        #expect(chart == nil)
        return html
    }

    private let korean = ReportOptions(language: .korean, colors: .korean)

    @Test("have no trade")
    func idle() throws {
        #expect(check([try ResultFixture.idle().result()]).contains("No trade was made."))
    }

    @Test("have one bar, or none")
    func short() throws {
        let one = ResultFixture(close: [100], equity: [10_000])
        let html = check([try one.result()])
        #expect(html.contains("over 1 bar ") && html.contains("class=\"candle "))
        let none = ResultFixture(close: [], equity: [], buyAndHold: [10_000])
        #expect(check([try none.result()]).contains("No bars."))
    }

    @Test("end in ruin, and say so")
    func ruin() throws {
        var fixture = ResultFixture(close: [100, 50, 10], equity: [10_000, 2_000, -500])
        var trade = fixture.trade(0, 2, entryPrice: 100, exitPrice: 10, quantity: 100)
        trade["exitReason"] = "ruin"
        fixture.trades = [trade]
        #expect(check([try fixture.result()]).contains("The account was ruined"))
    }

    @Test("have a price that never changes")
    func constant() throws {
        let fixture = ResultFixture(
            close: Array(repeating: 5, count: 50), equity: Array(repeating: 10_000, count: 50))
        let html = check([try fixture.result()])
        #expect(html.contains("no variation") || html.contains("too few returns"))
    }

    @Test("are shorter than a year, or of symbols of which nobody says how they were chosen")
    func little() throws {
        var fixture = ResultFixture.openWinner()
        fixture.metrics["isCagrExtrapolated"] = true
        fixture.selection = "unknown"
        let html = check([try fixture.result()])
        // The tile, and both growth and alpha on hover and in the table.
        #expect(html.components(separatedBy: "extrapolated, under a year").count == 6)
        #expect(html.contains("(how its symbols were chosen is not known)"))
        #expect(html.contains("(종목을 고른 방법은 알려지지 않음)") && !html.contains("(unknown)"))
    }

    @Test("have 5,000 trades, and stay small")
    func manyTrades() throws {
        let close = (0..<15_000).map { 100 + Double($0 % 17) }
        var fixture = ResultFixture(close: close, equity: close.map { $0 * 100 })
        fixture.trades = (0..<5_000).map { index in
            fixture.trade(
                index * 3, index * 3 + 2, entryPrice: close[index * 3],
                exitPrice: close[index * 3 + 2], quantity: 7)
        }
        let html = RunPage([try fixture.result()]).html
        #expect(html.utf8.count < 1_500_000)
        #expect(html.contains("5,000 closed"))
    }

    /// FE-67.
    @Test("have 100,000 one-minute bars with one spike, and keep it")
    func spike() throws {
        var close = (0..<100_000).map { 100 + Double($0 % 7) * 0.01 }
        close[54_321] = 50
        var fixture = ResultFixture(close: close, equity: close.map { $0 * 100 })
        fixture.stepMicroseconds = 60_000_000
        fixture.trades = [
            fixture.trade(54_321, 54_322, entryPrice: 50, exitPrice: 100.02, quantity: 1)
        ]
        let html = RunPage([try fixture.result()]).html
        #expect(html.utf8.count < 1_500_000)
        let rows = try PackedText.column("rows", in: html).map { Int($0) }
        #expect(rows.count < 40_000 && rows.first == 0 && rows.last == 99_999)
        #expect(zip(rows, rows.dropFirst()).allSatisfy { $0 < $1 })
        // The trade's bars and those before them are there, and so is the spike, at their places.
        #expect(Set(54_319...54_322).isSubset(of: rows))
        let closes = try PackedText.column("close", in: html, count: rows.count)
        #expect(zip(rows, closes).allSatisfy { close[$0] == $1 })
        #expect(closes.filter { $0 < 100 } == [50])
        let times = try PackedText.column("times", in: html, count: rows.count)
        #expect(times[rows.firstIndex(of: 54_321) ?? 0] - times[0] == 54_321)
        let entry = try PackedText.column("entry", in: html, count: 1)
        #expect(rows[Int(entry[0])] == 54_321)
        #expect(html.contains("Of 100,000 bars the charts show"))
        let levels = try PackedText.column("entryLevel", in: html, count: 1)
        #expect(levels == [50])
        // The first paint places the marker and the spike of the line by the bar's number, too.
        let marker = try #require(html.firstMatch(of: #/class="marker primary"[^>]* d="M(\d+)/#))
        let edge = try #require(html.firstMatch(of: #/class="grid" d="M4 [\d.]+H([\d.]+)"/#))
        let width = (Double(edge.1) ?? 0) - 4
        let x = (Double(marker.1) ?? 0) / 10
        #expect(abs(x - 4 - 54_321.5 / 100_000 * width) < 0.1)
    }

    @Test(
        "keep the bars of trades whole where there is room, in pages of at most 1.5 MB",
        arguments: [(5, 12, 4_500...5_000, 0), (10, 50, 1_000...2_000, 500)])
    func wholeTrades(fast: Int, slow: Int, trades: ClosedRange<Int>, least: Int) throws {
        var market = MarketFixture(count: 100_000, isDaily: false)
        (market.fast, market.slow) = (fast, slow)
        let result = try market.result()
        #expect(trades.contains(result.trades.count))
        let html = RunPage([result]).html
        #expect(html.utf8.count < 1_500_000)
        let rows = try PackedText.column("rows", in: html).map { Int($0) }
        let shown = Set(rows)
        #expect(result.trades.allSatisfy { shown.isSuperset(of: [$0.entryRow, $0.exitRow]) })
        let whole = result.trades.count { trade in
            let room = max(12, Int((Double(trade.exitRow - trade.entryRow) * 0.6).rounded(.up)))
            let bars = max(0, trade.entryRow - room)...min(99_999, trade.exitRow + room)
            return bars.allSatisfy(shown.contains)
        }
        #expect(whole >= least)
        // What decided a trade comes before what surrounds one.
        let rest = result.trades.map { [$0.entryRow, $0.exitRow].flatMap { [$0 - 2, $0 - 1] } }
        let decided = rest.count { shown.isSuperset(of: $0) }
        #expect(decided >= (least > 0 ? result.trades.count : 0))
        let note = #/Of ([\d,]+) trades ([\d,]+) have [a-z ]+, and ([\d,]+) every bar/#
        let said = try #require(html.firstMatch(of: note)).output
        let numbers = [said.1, said.2, said.3].map { Int($0.replacing(",", with: "")) }
        #expect(numbers == [result.trades.count, decided, whole])
        // The value before a decision and at it, though their bars may be left out.
        let seen = try PackedText.column("columns", in: html.replacing("[[", with: "["))
        #expect(seen.count == result.trades.count)
    }

    @Test("say which panel cannot be drawn, and why")
    func missingPanels() throws {
        let html = check([try ResultFixture.idle().result()])
        #expect(html.contains("Exposure is not drawn: no position was ever held."))
        #expect(html.contains("포지션을 보유한 적이 없어"))
        var winner = ResultFixture.openWinner()
        winner.tables["returns"] = [0.0, -0.003]
        let still = check([try winner.result()])
        #expect(still.contains("Not drawn, as no closed trade went that way: Worst point"))
        let needed = "they need 252 bars, and the run has 2 bars."
        var fixture = ResultFixture(close: [100, 101], equity: [10_000, 10_100])
        fixture.positions = [1, 1]
        fixture.tables["rolling"] = [
            "barCount": 252, "sharpe": ["nan", "nan"], "volatility": ["nan", "nan"],
            "beta": ["nan", "nan"],
        ]
        let short = check([try fixture.result()])
        #expect(short.contains(needed) && !short.contains("Exposure is not drawn"))
    }

    @Test(
        "have hostile names",
        arguments: [
            "<script>alert(1)</script>", "\"'><b>", "=HYPERLINK(\"x\")", "a\u{202E}b",
            String(repeating: "W", count: 10_000), "]]>-->", "\u{0}\u{1B}[31m", "{{x}}</style>",
        ])
    func hostile(name: String) throws {
        var fixture = ResultFixture.openWinner()
        (fixture.strategy, fixture.symbol, fixture.plan) = (name, name, "node 0 \(name)\n")
        (fixture.command, fixture.selection) = (name, name)
        fixture.rules = [["wish": name, "text": name, "drawn": [4, -1]]]
        fixture.drawn = [["label": name, "panel": name, "values": [1, 2, 3, 4, 5]]]
        let result = try fixture.result()
        for html in [RunPage([result]).html, IndexPage([result, result]).html] {
            #expect(!html.contains("<script>alert") && !html.contains("><b>"))
            #expect(!html.contains("\u{202E}") && !html.contains("\u{0}"))
            #expect(html.components(separatedBy: "</style>").count == 2)
        }
    }

    @Test("are not written where nothing may be written, with one clear error")
    func unwritable() throws {
        let result = try ResultFixture.idle().result()
        let error = #expect(throws: ReportError.self) {
            try ReportWriter(folder: "/proc/none").writePage([result])
        }
        #expect(error?.description.contains("/proc/none") == true)
    }
}
