import Backtesting
import Testing
import Trading

/// How far trades went against and in favour of their holder, by hand.
@Suite("Excursions")
struct ExcursionTests {
    private func trade(_ rules: TradingRules, _ table: String) throws -> TradeRecord {
        try #require(try ResultTable(rules, table).result.trades.first)
    }

    private func isClose(_ one: Double, _ other: Double) -> Bool { abs(one - other) < 1e-12 }

    @Test("from an open to an open: all of the bars held, of the bar of the exit its open alone")
    func openToOpen() throws {
        let trade = try trade(
            .free(), "90 300 10 100 enter\n100 110 95 105\n105 120 104 118 exit\n117 500 1 117")
        #expect(isClose(trade.adverseExcursion, -0.05) && isClose(trade.favorableExcursion, 0.2))
        #expect(trade.barCount == 2 && trade.riskMultiple == nil)
    }

    @Test("a gap in the opening price of the exit counts")
    func gap() throws {
        let trade = try trade(
            .free(), "100 100 100 100 enter\n100 110 95 105 exit\n80 500 1 100")
        #expect(isClose(trade.adverseExcursion, -0.2) && isClose(trade.favorableExcursion, 0.1))
    }

    @Test("from a close to a close: nothing of the entry's bar, all of the exit's")
    func closeToClose() throws {
        let trade = try trade(
            .free(fill: .sameClose), "90 300 10 100 enter\n100 110 95 105\n105 130 90 118 exit")
        #expect(isClose(trade.adverseExcursion, -0.1) && isClose(trade.favorableExcursion, 0.3))
    }

    @Test("a bar that hits the stop: the better side does not count; R is −1")
    func stop() throws {
        let trade = try trade(
            .free(stop: .price), "100 100 100 100 enter stop=95\n100 104 99 103\n103 109 94 107")
        #expect(isClose(trade.adverseExcursion, -0.05) && isClose(trade.favorableExcursion, 0.04))
        #expect(isClose(try #require(trade.riskMultiple), -1))
    }

    @Test("a stop on the bar of the entry: the fills alone")
    func stopAtOnce() throws {
        let trade = try trade(.free(stop: .price), "99 101 94 100 enter stop=97\n100 103 96 101")
        #expect(isClose(trade.adverseExcursion, -0.03) && trade.favorableExcursion == 0)
        #expect(trade.barCount == 0)
    }

    @Test("a bar that hits the target: the worse side counts")
    func target() throws {
        let trade = try trade(
            .free(stop: .price, target: .price),
            "100 100 100 100 enter stop=80 target=110\n100 104 99 103\n103 125 90 107")
        #expect(isClose(trade.adverseExcursion, -0.1) && isClose(trade.favorableExcursion, 0.1))
        #expect(isClose(try #require(trade.riskMultiple), 0.5))
    }

    @Test("a target that the open is beyond: the open alone")
    func targetGap() throws {
        let trade = try trade(
            .free(target: .percent(0.1)), "10 10 10 10 enter\n10 10.5 9 10\n13 20 1 12")
        #expect(isClose(trade.adverseExcursion, -0.1) && isClose(trade.favorableExcursion, 0.3))
    }

    @Test("a short is the mirror image")
    func short() throws {
        let trade = try trade(
            .free(), "100 100 100 100 short\n100 110 95 105\n105 120 80 90 cover\n90 500 1 90")
        #expect(isClose(trade.adverseExcursion, -0.2) && isClose(trade.favorableExcursion, 0.2))
    }

    @Test("a split inside a trade: everything on the basis of the exit")
    func split() throws {
        let trade = try trade(
            .free(stop: .price),
            """
            100 100 100 100 enter stop=80
            100 110 90 100
            50 60 46 55 split=2:1 exit
            52 52 52 52
            """)
        #expect(trade.entryPrice == 50 && trade.quantity == 20)
        #expect(isClose(trade.adverseExcursion, -0.1) && isClose(trade.favorableExcursion, 0.2))
        #expect(isClose(try #require(trade.riskMultiple), 0.2))
    }

    @Test("the account's figures are those of its trades")
    func figures() throws {
        let run = try ResultTable(
            .free(),
            """
            100 100 100 100 enter
            100 110 95 105 exit
            104 104 104 104 enter
            100 100 80 90 exit
            90 90 90 90
            """
        ).result
        #expect(isClose(try #require(run.metrics["max_adverse_excursion_fraction"]), -0.2))
        #expect(isClose(try #require(run.metrics["mean_adverse_excursion_fraction"]), -0.125))
        #expect(isClose(try #require(run.metrics["max_favorable_excursion_fraction"]), 0.1))
        #expect(run.metrics["mean_holding_bars"] == 1 && run.metrics["max_holding_days"] == 1)
    }
}
