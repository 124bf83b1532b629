import Reporting
import Testing

@Suite("Headline")
struct HeadlineTests {
    /// FE-31.
    @Test("says which part of the gain is open, against what, and that it is hindsight")
    func openWinner() throws {
        let headline = Headline(try ResultFixture.openWinner().result())
        #expect(headline.openPart == "closed trades made -50, the open position stands at +440")
        #expect(
            headline.text == """
                SmaCross on AAPL earned 390 (+3.90%) on 10,000, against +40.00% from buying and \
                holding, with a greatest drawdown of 0.50% (4.00% when held), over 5 bars from \
                2024-01-01 to 2024-01-05 of bundle; 1 closed trade; closed trades made -50, the \
                open position stands at +440; the symbol was chosen in hindsight, as nobody could \
                have chosen it then.
                """)
    }

    @Test("does not say hindsight of an index, nor open without a position")
    func plain() throws {
        var fixture = ResultFixture.idle()
        fixture.selection = "pointInTime"
        let headline = Headline(try fixture.result())
        #expect(!headline.text.contains("hindsight"))
        #expect(headline.openPart == nil)
        #expect(headline.text.contains("no closed trade"))
        #expect(!headline.text.contains("refused"))
    }

    @Test("says how many orders were refused, in both languages")
    func refused() throws {
        var fixture = ResultFixture.idle()
        fixture.rejections = [0, 1].map { row in
            ["row": row, "time": fixture.time(row), "kind": "unaffordable", "reason": "no cash"]
        }
        let result = try fixture.result()
        #expect(Headline(result).text.contains("; 2 orders were refused;"))
        #expect(Headline(result, language: .korean).text.contains("주문 2건이 거부되었습니다."))
    }

    @Test("tells a gain that is open from a loss that is made, and never one as part of the other")
    func apart() throws {
        var fixture = ResultFixture.openWinner()
        fixture.equity = [10_000, 9_970, 9_950, 9_000, 9_390]
        let result = try fixture.result()
        #expect(
            Headline(result).openPart
                == "closed trades made -1,050, the open position stands at +440")
        #expect(
            Headline(result, language: .korean).text.contains(
                "청산한 거래의 손익은 -1,050, 아직 보유 중인 포지션의 평가 손익은 +440입니다"))
    }

    @Test("says nothing of what closed trades made where there are none, nor does the page")
    func onlyOpen() throws {
        var fixture = ResultFixture.openWinner()
        fixture.trades = []
        fixture.tables["returns"] = [0.0, -0.003]
        let result = try fixture.result()
        #expect(Headline(result).openPart == "the open position stands at +440")
        #expect(!Headline(result, language: .korean).text.contains("청산한 거래의 손익"))
        #expect(
            RunPage([result]).html.contains("Not drawn, as no trade was closed: Worst point"))
    }

    @Test("calls alpha a figure a year only where it is one")
    func alpha() throws {
        var fixture = ResultFixture.openWinner()
        fixture.benchmark = "SPX"
        fixture.tables["benchmark"] = [10_000.0, 10_000, 10_000, 10_000, 10_100]
        fixture.metrics["alpha_annualized_fraction"] = -0.25
        #expect(Headline(try fixture.result()).text.contains("its alpha a year -25.00%"))
        (fixture.convention, fixture.metrics["convention"]) = ("backtesting.py", "backtesting.py")
        let result = try fixture.result()
        #expect(Headline(result).text.contains("its alpha over the whole range -25.00%"))
        #expect(Headline(result, language: .korean).text.contains("전체 구간의 알파는 -25.00%"))
        let summary = Summary(result).json.components(separatedBy: "buy_and_hold_metrics")[0]
        #expect(summary.contains("\"alpha_fraction\": -0.25"))
        #expect(!summary.contains("alpha_annualized"))
        #expect(MetricsTable(result).csv.contains("alpha_fraction,fraction,-0.25,"))
    }
}
