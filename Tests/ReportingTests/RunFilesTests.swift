import Backtesting
import Foundation
import Reporting
import Testing

@Suite("Files of a run")
struct RunFilesTests {
    @Test("lists closed trades, then the open position by its status")
    func trades() throws {
        let result = try ResultFixture.openWinner().result()
        #expect(
            TradesTable(result).csv == """
                side,entry_time,entry_price,exit_time,exit_price,quantity,fees,\
                distributions,profit,return,exit_reason,stop_price,target_price,status,bars,\
                adverse_excursion,favorable_excursion,risk_multiple,symbol
                long,2024-01-02,100,2024-01-03,95,10,0,0,-50,-0.050000000000000044,signal,,,\
                closed,1,0,0,,AAPL
                long,2024-01-04,96,,,10,0,0,440,,,,,open,,,,,AAPL

                """)
    }

    @Test("writes the time of day in UTC when bars are shorter than a day")
    func intraday() throws {
        var fixture = ResultFixture.openWinner()
        fixture.stepMicroseconds = 90_000_000
        let rows = DelimitedText.parse(EquityTable(try fixture.result()).csv)
        #expect(rows[2][0] == "2024-01-01T00:01:30Z")
    }

    @Test("seeds the peak of the drawdown with the starting cash")
    func equity() throws {
        let rows = DelimitedText.parse(
            EquityTable(try ResultFixture.openWinner().result()).csv)
        #expect(rows[0] == ["time", "close", "equity", "buy_and_hold", "drawdown", "benchmark"])
        #expect(rows.dropFirst().map { $0[4] } == ["0", "0.003", "0.005", "0", "0"])
    }

    @Test("shows what is undefined as null with its key, in strict JSON")
    func summary() throws {
        let text = Summary(try ResultFixture.idle().result()).json
        let object = try JSONSerialization.jsonObject(with: Data(text.utf8))
        let document = try #require(object as? [String: Any])
        let metrics = try #require(document["metrics"] as? [String: Any])
        for key in [
            "cagr_fraction", "sharpe_annualized", "sortino_annualized", "calmar_ratio",
            "win_rate_fraction", "profit_factor_ratio", "expectancy_money",
        ] {
            #expect(metrics[key] is NSNull, "\(key)")
        }
        #expect(document["open_position"] is NSNull)
        #expect(metrics["total_return_fraction"] as? Double == 0)
        #expect(document["plan_fingerprint"] as? String == "c0ffee")
        #expect(text == Summary(try ResultFixture.idle().result()).json)
    }

    @Test("counts rejections by reason, the most frequent first")
    func rejections() throws {
        var fixture = ResultFixture.idle()
        fixture.rejections = ["b", "a", "a"].enumerated().map { row, reason in
            ["row": row, "time": fixture.time(row), "kind": reason, "reason": "because"]
        }
        let text = Summary(try fixture.result()).json
        let (first, second) = (text.firstRange(of: "\"a\""), text.firstRange(of: "\"b\""))
        #expect(try #require(first).lowerBound < #require(second).lowerBound)
    }

    @Test("never writes a number that JSON does not have")
    func strict() throws {
        let value = JSONValue.object([
            .init("a", .number(.nan)), .init("b", .number(.infinity)), .init("c", .number(1e-7)),
            .init("d", .array([])), .init("e", .text("\u{1}\"\\\n\u{2028}")),
        ])
        let object = try JSONSerialization.jsonObject(with: Data(value.document.utf8))
        let document = try #require(object as? [String: Any])
        #expect(document["a"] is NSNull && document["b"] is NSNull)
        #expect(document["c"] as? Double == 1e-7)
        #expect(document["e"] as? String == "\u{1}\"\\\n\u{2028}")
    }

    @Test("cannot end a script element (FE-65)")
    func embedded() {
        let text = JSONValue.array([.text("</script><img src=x>")]).embedded
        #expect(text == "[\"\\u003c/script>\\u003cimg src=x>\"]")
    }
}
