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
        #expect(html.components(separatedBy: "</script>").count == 5)
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
            "finstage backtest SmaCross", "hindsight", "+440 of +390 is open", "open, unrealised",
        ] {
            #expect(html.contains(text), "\(text)")
        }
    }

    @Test("stays below 3 MB for eight instruments of 5,000 bars and 900 trades")
    func size() throws {
        var state: UInt64 = 7
        let results = try (0..<8).map { index in
            var close = [100.0]
            for _ in 1..<5_000 {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                close.append(
                    close[close.count - 1] * (1 + (Double(state >> 40) / 0x1p24 - 0.5) / 20))
            }
            var fixture = ResultFixture(
                symbol: "S\(index)", close: close, equity: close.map { $0 * 100 })
            fixture.trades = (0..<900).map { trade in
                fixture.trade(
                    trade * 5, trade * 5 + 3, entryPrice: close[trade * 5],
                    exitPrice: close[trade * 5 + 3], quantity: 10)
            }
            return try fixture.result()
        }
        #expect(RunPage(results).html.utf8.count < 3_000_000)
    }

    @Test("stays below 0.5 MB for ten years of one instrument")
    func sizeOfOne() throws {
        #expect(RunPage([try MarketFixture().result()]).html.utf8.count < 500_000)
    }

    @Test("survives a run without bars")
    func empty() throws {
        let fixture = ResultFixture(close: [], equity: [], buyAndHold: [10_000])
        #expect(RunPage([try fixture.result()]).html.contains("No bars."))
    }
}
