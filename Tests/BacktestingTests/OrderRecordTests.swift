import Backtesting
import Testing
import Trading

/// Every order of a run with what became of it, as tables.
@Suite("Orders")
struct OrderRecordTests {
    private func orders(_ rules: TradingRules, _ table: String) throws -> [String] {
        try ResultTable(rules, table).result.orders.map(\.line)
    }

    @Test("FE-31: three fills, and the order of the last bar stays open")
    func lastBar() throws {
        let lines = try orders(
            .free(),
            """
            100 100 100 100 enter
            100 101 96 97 exit
            95 97 94 96 enter
            96 120 95 118
            118 140 117 140 exit
            """)
        #expect(
            lines == [
                "0 buy entry filled 10.0 @ 100.0 in 1", "1 sell signal filled 10.0 @ 95.0 in 2",
                "2 buy entry filled 10.0 @ 96.0 in 3", "4 sell signal open",
            ])
    }

    @Test("a stop and a target are orders of the bar that they fill in")
    func protective() throws {
        let stop = try orders(
            .free(stop: .price, target: .price),
            "100 100 100 100 enter stop=95 target=108\n100 104 99 103\n103 109 94 107")
        #expect(
            stop == [
                "0 buy entry filled 10.0 @ 100.0 in 1", "2 sell stop filled 10.0 @ 95.0 in 2",
            ])
        let target = try orders(
            .free(target: .percent(0.1)), "10 10 10 10 short\n10 10 10 10\n10 10 8 9")
        #expect(target.last == "2 buy target filled 10.0 @ 9.0 in 2")
    }

    @Test("a reversal is one order through zero, with the fee of both parts")
    func reversal() throws {
        let run = try ResultTable(
            .free(rate: 0.001), "10 10 10 10 enter\n10 10 10 10 short\n12 12 12 12"
        ).result
        #expect(
            run.orders.map(\.line) == [
                "0 buy entry filled 10.0 @ 10.0 in 1", "1 sell reversal filled 20.0 @ 12.0 in 2",
            ])
        #expect(abs((run.orders[1].fee ?? 0) - 0.24) < 1e-12)
        #expect(run.orders.compactMap(\.fee).reduce(0, +) == run.metrics.fees)
        #expect(run.positions == [0, 10, -10])
    }

    @Test("a reversal whose new side is refused fills the closing part and rejects an entry")
    func halfReversal() throws {
        let run = try ResultTable(
            .free(stop: .price),
            "10 10 10 10 enter stop=8\n10 10 10 10 short stop=11\n12 12 12 12"
        ).result
        #expect(
            run.orders.map(\.line) == [
                "0 buy entry filled 10.0 @ 10.0 in 1", "1 sell reversal filled 10.0 @ 12.0 in 2",
                "1 sell entry rejected",
            ])
        #expect(run.orders[2].reason == run.rejections[0].reason)
    }

    @Test("a refused order says what it needed, at the decision or at the fill")
    func rejected() throws {
        let poor = try ResultTable(
            .free(.fixed(101)), "100 100 100 100 enter\n100 100 100 100"
        ).result
        #expect(poor.orders.map(\.line) == ["0 buy entry rejected"])
        #expect(poor.orders[0].reason?.contains("10100 needed, 10000 available") == true)
        let blind = try orders(.free(stop: .distance), "10 10 10 10 enter\n10 10 10 10")
        #expect(blind == ["0 buy entry rejected"])
    }

    @Test("an order that waits is cancelled by an exit, a later order, or the stop")
    func cancelled() throws {
        let exit = try ResultTable(
            .free(), "10 10 10 10 enter\n9 9 9 9 v=0 exit\n8 8 8 8"
        ).result
        #expect(exit.orders.map(\.line) == ["0 buy entry cancelled"])
        #expect(exit.orders[0].reason == "an exit was decided before it could fill")
        let replaced = try orders(
            .free(), "10 10 10 10 enter\n9 9 9 9 v=0 enter\n8 8 8 8")
        #expect(replaced == ["0 buy entry cancelled", "1 buy entry filled 10.0 @ 8.0 in 2"])
    }

    @Test("ruin closes, and cancels nothing that is not there")
    func ruin() throws {
        let run = try ResultTable(
            .free(.fixed(100)),
            "100 100 100 100 short\n100 100 100 100\n250 250 250 250 enter\n9 9 9 9"
        ).result
        #expect(
            run.orders.map(\.line) == [
                "0 sell entry filled 100.0 @ 100.0 in 1", "2 buy ruin filled 100.0 @ 250.0 in 2",
            ])
    }

    @Test("same-close fills in the bar that decides")
    func sameClose() throws {
        let lines = try orders(
            .free(fill: .sameClose), "9 11 8 10 enter\n10 13 9 12 exit\n12 12 12 12")
        #expect(
            lines == [
                "0 buy entry filled 10.0 @ 10.0 in 0", "1 sell signal filled 10.0 @ 12.0 in 1",
            ])
    }

    @Test("less than one share after a split is paid out by an order of its own")
    func split() throws {
        let lines = try orders(
            .free(.fixed(1), isWhole: true), "10 10 10 10 enter\n10 10 10 10\n40 40 40 40 split=1:4"
        )
        #expect(
            lines == [
                "0 buy entry filled 1.0 @ 10.0 in 1", "2 sell split filled 0.25 @ 40.0 in 2",
            ])
    }
}
