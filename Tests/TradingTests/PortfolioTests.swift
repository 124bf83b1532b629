import Testing
import Trading

/// One cash account for several instruments, on tables of bars.
@Suite("An account for several instruments")
struct PortfolioTests {
    private func isClose(_ one: Double, _ other: Double) -> Bool {
        (one - other).magnitude <= 1e-10 * max(1, other.magnitude)
    }

    @Test("a rotation sells before it buys, whichever symbol comes first")
    func rotation() {
        let rules = TradingRules.free(.weight, cash: 5_000, rate: 0.001, isWhole: true)
        let tables = [
            "50 50 weight=1 | 30 30 weight=0\n50 55 weight=0 | 30 30 weight=1\n60 60 | 30 31",
            "30 30 weight=0 | 50 50 weight=1\n30 30 weight=1 | 50 55 weight=0\n30 31 | 60 60",
        ]
        let runs = tables.map { PortfolioTable(rules, symbols: ["A", "B"], $0) }
        for (run, place) in zip(runs, [1, 0]) {
            #expect(isClose(run.session.cash, 3.14))
            #expect(run.session.books[place].position?.quantity == 199)
            #expect(run.session.books[1 - place].isFlat)
            #expect(isClose(run.equity[2], 6_172.14))
        }
        #expect(runs[0].equity == runs[1].equity)
    }

    @Test("weights are of the equity after costs, and those held already trade nothing")
    func weightsHeld() throws {
        let rules = TradingRules.free(.weight, cash: 1_000, rate: 0.01)
        let run = PortfolioTable(
            rules, symbols: ["A"],
            "100 100 weight=0.5\n100 100 weight=0.5\n100 100 weight=0.5\n100 100")
        let position = try #require(run.session.books[0].position)
        #expect(isClose(position.quantity, 4.975124378109453))
        #expect(isClose(run.session.fees, 4.975124378109453))
        #expect(isClose(run.session.equity, 995.0248756218906))
        #expect(run.session.books[0].orders.count == 1)
        #expect(isClose(position.quantity * 100 / run.session.equity, 0.5))
    }

    @Test("without a bar an instrument keeps its value, and its order waits")
    func absent() {
        var rules = TradingRules.free(.fixed(10), cash: 200)
        let hold = "9 9 enter | 19 19\n10 10 | 20 20\n11 11 | 21 22\n12 13 |\n13 13 | 18.5 18"
        let held = PortfolioTable(rules, symbols: ["A", "B"], hold)
        #expect(held.equity == [200, 200, 210, 230, 230])
        rules.sizing = .fixed(5)
        let sold = PortfolioTable(
            rules, symbols: ["A", "B"],
            "9 9 | 19 19 enter\n10 10 | 20 20\n11 11 | 21 22 exit\n12 12 |\n13 13 | 18.5 18")
        #expect(sold.equity == [200, 200, 210, 210, 192.5])
        let exits = sold.session.books[1].trades
        #expect(exits.map(\.exitPrice) == [18.5] && exits.map(\.exitRow) == [3])
    }

    @Test("weights of more than the equity are scaled by one factor, costs paid")
    func scaled() {
        let rules = TradingRules.free(.weight, cash: 1_000, rate: 0.01)
        let run = PortfolioTable(
            rules, symbols: ["A", "B"], "10 10 weight=0.9 | 20 20 weight=0.6\n10 10 | 20 20")
        let values = run.session.books.map { ($0.position?.quantity ?? 0) * $0.mark }
        #expect(isClose(values[0] / values[1], 1.5))
        #expect(isClose(run.session.cash, 0))
        #expect(isClose(run.session.equity, 1_000 / 1.01))
    }

    @Test("what lies within the band stays, and leaves its room to nobody else")
    func band() {
        var rules = TradingRules.free(.weight, cash: 1_000)
        rules.band = 0.1
        let run = PortfolioTable(
            rules, symbols: ["A", "B"],
            """
            10 10 weight=0.5 | 10 10 weight=0.3
            10 11 weight=0.5 | 10 10 weight=0.5
            11 11 | 10 10
            """)
        // A is worth 550 of 1,050 and stays; B is brought to half of what is left for it.
        #expect(run.session.books[0].position?.quantity == 50)
        #expect(isClose(run.session.books[1].position?.quantity ?? 0, 50))
        #expect(isClose(run.session.cash, 0))
        #expect(run.session.books.allSatisfy { $0.rejections.isEmpty })
    }

    @Test("a weight grows, shrinks, turns and ends one position, and profits add up")
    func path() {
        let rules = TradingRules.free(.weight, cash: 1_000, rate: 0.001)
        let run = PortfolioTable(
            rules, symbols: ["A"],
            """
            10 10 weight=0.5
            10 12 weight=0.8
            12 11 weight=0.2
            11 9 weight=-0.4
            9 8 weight=-0.1
            8 8 weight=0
            7 7
            """)
        let book = run.session.books[0]
        #expect(book.trades.map(\.reason) == [.rebalance, .rebalance] && book.isFlat)
        #expect(book.orders.map(\.purpose) == Array(repeating: .rebalance, count: 6))
        #expect(book.orders.map(\.isBuy) == [true, true, false, false, true, true])
        let profit = book.trades.map(\.profit).reduce(0, +)
        #expect(isClose(1_000 + profit, run.session.equity))
        #expect(isClose(1_000 + book.flows.value, run.session.cash))
    }

    @Test("what is held beside, beyond the equity, bounds no weight of the other side")
    func heldBesideOwed() {
        let run = PortfolioTable(
            .free(.weight, cash: 100_000), symbols: ["A", "B"],
            """
            100 100 weight=1 | 100 100 weight=-0.5
            100 100 | 100 100
            100 100 | 120 120 weight=-0.3
            100 100 | 120 120
            """)
        #expect(run.session.books[0].position?.quantity == 1_000)
        #expect(isClose(run.session.books[1].position?.quantity ?? 0, -225))
        #expect(run.session.books[1].orders.count == 2)
    }

    @Test("a held and an owed side each use the equity once")
    func bothSides() {
        let rules = TradingRules.free(.weight, cash: 1_000)
        let run = PortfolioTable(
            rules, symbols: ["A", "B"],
            "10 10 weight=1 | 10 10 weight=-1\n10 11 | 10 9\n11 11 | 9 9")
        #expect(run.session.books.map { $0.position?.quantity } == [100, -100])
        #expect(run.equity == [1_000, 1_200, 1_200])
    }

    @Test("an unknown weight changes nothing")
    func unknown() {
        let rules = TradingRules.free(.weight, cash: 1_000)
        let run = PortfolioTable(
            rules, symbols: ["A"], "10 10 weight=0.5\n10 10 weight=nan\n10 10")
        #expect(run.session.books[0].position?.quantity == 50)
    }

    @Test("the room goes to the greater rank, then to the lesser symbol; the refused are counted")
    func slots() {
        let rules = TradingRules.free(.fixed(1), limits: Limits(maxPositions: 2))
        let ranked = PortfolioTable(
            rules, symbols: ["A", "B", "C", "D"],
            """
            1 1 enter rank=1 | 1 1 enter rank=3 | 1 1 enter | 1 1 enter rank=2
            1 1 | 1 1 | 1 1 | 1 1
            """)
        #expect(ranked.session.books.map(\.isFlat) == [true, false, true, false])
        #expect(
            ranked.session.books.flatMap(\.rejections).map(\.reason)
                == [.noSlot(limit: 2), .noSlot(limit: 2)])
        let plain = PortfolioTable(
            rules, symbols: ["A", "B", "C"],
            "1 1 enter | 1 1 enter | 1 1 enter\n1 1 exit | 1 1 | 1 1 enter\n1 1 | 1 1 | 1 1")
        // What leaves makes room at the same open.
        #expect(plain.session.books.map(\.isFlat) == [true, false, false])
    }

    @Test("the cash goes to purchases by rank, and what is left pays no further one")
    func cashByRank() {
        let run = PortfolioTable(
            .free(.fixed(6), cash: 100), symbols: ["A", "B"],
            "10 10 enter rank=1 | 10 10 enter rank=2\n10 10 | 10 10")
        #expect(run.session.books.map(\.isFlat) == [true, false])
        #expect(run.session.books[0].rejections.map(\.reason.kind) == ["unaffordable"])
    }

    @Test("a share of the equity is cut to the cash, and what finds none is told as it was wanted")
    func shares() {
        let run = PortfolioTable(
            .free(.equity(0.6), cash: 100), symbols: ["A", "B", "C"],
            "10 10 enter | 10 10 enter | 10 10 enter\n10 10 | 10 10 | 10 10")
        #expect(run.session.books.map { $0.position?.quantity } == [6, 4, nil])
        #expect(
            run.session.books[2].rejections.map(\.reason)
                == [.unaffordable(needed: 60, available: 0, quantity: 6)])
    }

    @Test("what a short sale brings buys and sells nothing else")
    func proceeds() {
        let short = PortfolioTable(
            .free(.allIn, cash: 1_000), symbols: ["A", "B", "C"],
            "10 10 short | 10 10 short | 10 10 enter\n10 10 | 10 10 | 10 10")
        #expect(short.session.books.map { $0.position?.quantity } == [-100, nil, nil])
        let half = PortfolioTable(
            .free(.fraction(0.5), cash: 1_000), symbols: ["A", "B"],
            "10 10 short | 10 10 enter\n10 10 | 10 10")
        #expect(half.session.books.map { $0.position?.quantity } == [-50, 25])
    }

    @Test("equal thirds of shares that add up to more than all stay as they are")
    func scaledAndStill() {
        var rules = TradingRules.free(.weight, cash: 900, rate: 0.001)
        rules.band = 0.05
        let day = "10 10 weight=0.5 | 10 10 weight=0.5 | 10 10 weight=0.5"
        let run = PortfolioTable(
            rules, symbols: ["A", "B", "C"],
            Array(repeating: day, count: 20).joined(separator: "\n"))
        #expect(run.session.books.allSatisfy { $0.orders.count == 1 && $0.rejections.isEmpty })
        #expect(isClose(run.session.cash, 0))
    }

    @Test("what is held beside a weight counts at the open of the same time")
    func openValues() {
        let run = PortfolioTable(
            .free(.weight, cash: 1_000), symbols: ["A", "B"],
            "10 10 weight=0.4 | 10 10\n10 10 | 10 10 weight=0.4\n5 5 | 10 10")
        #expect(run.session.books.map { $0.position?.quantity } == [40, 32])
    }

    @Test("who is stopped at the open makes room for who enters there")
    func gappedStop() {
        let run = PortfolioTable(
            .free(.allIn, cash: 1_000, stop: .percent(0.1), limits: Limits(maxPositions: 1)),
            symbols: ["A", "B"],
            "10 10 | 10 10 enter\n10 10 enter | 10 10\n10 10 | 8 8")
        #expect(run.session.books.map { $0.position?.quantity } == [80, nil])
        #expect(run.session.books[1].trades.map(\.reason) == [.stop])
    }

    @Test("what has no further bar is paid out at its last close, without a fee")
    func payOut() {
        var session = PortfolioTable(
            .free(.fixed(10), cash: 1_000, rate: 0.01), symbols: ["A", "B"],
            "10 10 enter | 10 10\n10 12 | 10 10"
        ).session
        session.payOut([0])
        #expect(session.books[0].isFlat && isClose(session.cash, 1_000 - 101 + 120))
        #expect(session.books[0].trades.map(\.reason) == [.delisting])
    }

    @Test("an account that is worth nothing ends with all it holds")
    func ruin() {
        let run = PortfolioTable(
            .free(.fixed(60), cash: 1_000), symbols: ["A", "B"],
            "10 10 short | 1 1 enter\n10 10 | 1 1\n30 30 | 1 1\n10 10 enter | 1 1\n10 10 | 1 1")
        #expect(run.session.isRuined && run.session.heldCount == 0)
        #expect(run.session.books.map { $0.trades.map(\.reason) } == [[.ruin], [.ruin]])
        #expect(run.equity.suffix(3) == [-200, -200, -200])
    }

    @Test("a close fills sales before purchases too")
    func sameClose() {
        let run = PortfolioTable(
            .free(.allIn, cash: 100, fill: .sameClose), symbols: ["A", "B"],
            "10 10 | 10 10 enter\n10 10 enter | 10 10 exit\n20 20 | 10 10")
        #expect(run.session.books.map { $0.position?.quantity } == [10, nil])
        #expect(run.equity == [100, 100, 200])
    }
}
