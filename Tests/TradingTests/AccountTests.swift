import Testing
import Trading

/// Sizes, cash, corporate actions and ruin on tables of bars.
@Suite("Account")
struct AccountTests {
    private func isClose(_ one: Double, _ other: Double) -> Bool {
        (one - other).magnitude <= 1e-9 * other.magnitude
    }

    @Test("all-in is sized at the price that it pays, also when the open gaps")
    func allIn() throws {
        let table = "99 101 98 100 enter\n104 106 103 105"
        let whole = SessionTable(.free(.allIn, rate: 0.001, isWhole: true), table).session
        #expect(whole.position?.quantity == 96)
        #expect(isClose(whole.cash, 6.016) && isClose(whole.equity, 10_086.016))
        let part = SessionTable(.free(.allIn, rate: 0.001), table).session
        #expect(isClose(try #require(part.position).quantity, 96.0577883655))
        #expect(part.cash.magnitude < 1e-9 && isClose(part.equity, 10_086.0677783755))
    }

    @Test("opening a short changes no equity, and covering it needs no free margin")
    func short() {
        let run = SessionTable(
            .free(.fixed(193)), "46 46.5 45.5 46 short\n46 47.2 45.8 47 cover\n48 48.4 47.5 48")
        #expect(run.equity == [10_000, 9_807, 9_614])
        #expect(run.session.trades.map(\.profit) == [-386])
    }

    @Test("a fixed size beyond the cash is rejected with what it needs; a preset cuts it")
    func unaffordable() {
        let table = "100 100 100 100 enter\n100 100 100 100"
        let run = SessionTable(.free(.fixed(101)), table).session
        let reason = Rejection.Reason.unaffordable(
            needed: 10_100, available: 10_000, quantity: 101)
        #expect(run.isFlat && run.rejections.map(\.reason) == [reason])
        #expect(
            Rejection.Reason.unaffordable(
                needed: 22.727905200000002, available: 10, quantity: 1
            ).description == "1 units: 22.727905 needed, 10 available")
        var rules = TradingRules.free(.fixed(101))
        rules.cutsToCash = true
        #expect(SessionTable(rules, table).session.position?.quantity == 100)
    }

    @Test("one unit that costs more than the cash is two rejections and an untouched account")
    func nothingAffordable() {
        let run = SessionTable(
            .free(.allIn, isWhole: true),
            """
            60000 60100 59900 60000 enter
            60500 60900 60200 60800 enter
            61000 61200 60500 60900
            """)
        #expect(run.session.rejections.count == 2)
        #expect(
            run.session.rejections.map(\.reason).first
                == .unaffordable(needed: 60_500, available: 10_000, quantity: 0))
        #expect(run.equity == [10_000, 10_000, 10_000])
    }

    @Test("a split inside a short trade leaves one trade on one basis")
    func splitShort() throws {
        let run = SessionTable(
            .free(.fixed(100)),
            """
            75 75 75 75 short
            75.32 75.5 75 75.84 cover
            37.92 38 37 37.9 split=2:1
            """)
        let trade = try #require(run.session.trades.first)
        #expect(trade.position.quantity == -200 && trade.position.entryPrice == 37.66)
        #expect(isClose(trade.profit, -52))
    }

    @Test("seven for one is seven for one")
    func exactRatio() {
        let run = SessionTable(
            .free(.fixed(100), cash: 30_000, isWhole: true),
            "210 210 210 210 enter\n210 210 210 210\n30 30 30 30 split=7:1")
        #expect(run.session.position?.quantity == 700)
        #expect(run.equity == [30_000, 30_000, 30_000])
    }

    @Test("resting stops are split too, and the split-adjusted run earns the same")
    func splitStop() {
        let raw = SessionTable(
            .free(stop: .price),
            """
            100 100 100 100 enter stop=90
            100 102 99 101
            50.2 51.5 49.8 51 split=2:1
            51 51.2 44 44.5
            """)
        let adjusted = SessionTable(
            .free(.fixed(20), stop: .price),
            "50 50 50 50 enter stop=45\n50 51 49.5 50.5\n50.2 51.5 49.8 51\n51 51.2 44 44.5")
        #expect(raw.session.trades.map(\.exitPrice) == [45])
        #expect(raw.session.trades.map(\.profit) == [-100])
        #expect(raw.equity == adjusted.equity)
    }

    @Test("whole shares: the fraction of a split is paid in cash at the new market price")
    func cashInLieu() {
        let run = SessionTable(
            .free(.fixed(5), isWhole: true),
            "30 30 30 30 enter\n30 30 30 30\n20 20 20 20 split=3:2")
        #expect(run.session.position?.quantity == 7)
        #expect(run.equity == [10_000, 10_000, 10_000])
        #expect(run.session.cash == 10_000 - 150 + 10)
    }

    @Test("whole shares: less than one unit after a split is paid out, and the trade stays true")
    func paidOut() throws {
        let rules = TradingRules.free(.fixed(5), isWhole: true)
        let table = "30 30 30 30 W\n30 30 30 30\n240 240 240 240 split=1:10"
        let long = SessionTable(rules, table.replacing("W", with: "enter")).session
        let trade = try #require(long.trades.first)
        #expect(trade.reason == .split && trade.position.quantity == 0.5)
        #expect(trade.exitPrice == 240 && trade.profit == -30 && trade.exitFee == 0)
        #expect(long.equity == 9_970 && long.isFlat)
        let short = SessionTable(rules, table.replacing("W", with: "short")).session
        #expect(short.trades.first?.position.direction == -1)
        #expect(short.trades.first?.profit == 30 && short.equity == 10_030)
    }

    @Test("whole shares: an order that a split rounds to nothing is taken back, not refused")
    func roundedOrder() {
        let run = SessionTable(
            .free(.fixed(5), isWhole: true),
            "30 30 30 30 enter\n300 300 300 300 v=0 split=1:10\n300 300 300 300")
        #expect(run.session.isFlat && run.session.rejections.isEmpty)
        #expect(run.session.orders.map(\.outcome) == [.cancelled(.split)])
    }

    @Test("a volume of zero fills nothing, unless prices moved: then nobody knew the volume")
    func zeroVolume() {
        let still = SessionTable(.free(), "10 10 10 10 enter\n11 11 11 11 v=0\n12 12 12 12")
        #expect(still.session.position?.entryPrice == 12)
        let moved = SessionTable(.free(), "10 10 10 10 enter\n11 12 11 12 v=0\n12 12 12 12")
        #expect(moved.session.position?.entryPrice == 11)
    }

    @Test("booked later: the fill is at the close that decided, before what the next bar brings")
    func bookedLater() {
        var rules = TradingRules.free()
        rules.fill = .sameCloseBookedLater
        let run = SessionTable(
            rules, "10 10 10 10 enter\n9 9 9 9 v=0 dividend=1 exit\n9 9 9 9 dividend=1\n9 9 9 9")
        #expect(run.session.trades.map(\.exitPrice) == [9])
        let trade = run.session.trades.first
        #expect(trade?.position.entryRow == 0 && trade?.position.entryPrice == 10)
        #expect(trade?.position.distributions == 20, "held at the close before both ex-dates")
    }

    @Test("a dividend is credited to a holder and charged to a short, and belongs to the trade")
    func dividends() {
        let table = "10 10 10 10 W\n10 10 10 10\n9.5 9.5 9.5 9.5 dividend=0.5 X\n9.5 9.5 9.5 9.5"
        func run(_ enter: String, _ exit: String) -> SessionTable {
            SessionTable(
                .free(),
                table.replacing("W", with: enter).replacing("X", with: exit))
        }
        #expect(run("enter", "exit").equity == [10_000, 10_000, 10_000, 10_000])
        #expect(run("enter", "exit").session.trades.map(\.profit) == [0])
        #expect(run("short", "cover").equity == [10_000, 10_000, 10_000, 10_000])
        let late = SessionTable(.free(), "10 10 10 10 enter\n10 10 10 10 dividend=0.5")
        #expect(late.equity.last == 10_000, "who buys on the ex-date gets none")
    }

    @Test("an account that is worth nothing at a close ends, flagged")
    func ruin() {
        let run = SessionTable(
            .free(.fixed(100)),
            "100 100 100 100 short\n100 100 100 100\n250 250 250 250 enter\n9 9 9 9")
        #expect(run.session.isRuined && run.session.trades.map(\.reason) == [.ruin])
        #expect(run.equity == [10_000, 10_000, -5_000, -5_000])
    }

    @Test("a gap through the stop can ruin an account that then holds nothing")
    func ruinByStop() {
        let run = SessionTable(
            .free(.fixed(100), stop: .percent(0.1)),
            "100 100 100 100 short\n100 100 100 100\n250 250 250 250 short\n9 9 9 9")
        #expect(run.session.isRuined && run.session.trades.map(\.reason) == [.stop])
        #expect(run.equity == [10_000, 10_000, -5_000, -5_000])
        #expect(run.session.rejections.isEmpty, "nothing is tried afterwards")
    }

    @Test("a risk size loses its fraction of the equity at the stop")
    func riskSize() {
        let run = SessionTable(
            .free(.risk(fraction: 0.01), stop: .distance),
            "50 50 50 50 enter stop=5\n50 50 50 50\n50 50 40 42")
        #expect(run.session.trades.map(\.profit) == [-100])
    }

    @Test("fees per order and per unit add up, and all-in leaves room for them")
    func commissions() throws {
        var rules = TradingRules.free(.allIn)
        rules.commission = Commission(rate: 0.001, fixed: 2, perUnit: 0.005)
        let run = SessionTable(rules, "10 10 10 10 enter\n10 10 10 10 exit\n10 10 10 10").session
        let trade = try #require(run.trades.first)
        let quantity = (10_000.0 - 2) / (10.01 + 0.005)
        #expect(isClose(trade.position.quantity, quantity))
        #expect(isClose(run.fees, 2 * (quantity * 0.015 + 2)))
        #expect(isClose(run.cash, 10_000 - run.fees))
    }

    /// 400 days of entries, exits and stops on both sides.
    private func busy() -> (rules: TradingRules, table: String) {
        var rules = TradingRules.free(.allIn, rate: 0.001, stop: .percent(0.03))
        rules.slippage = 0.0005
        let table = (0..<400).map { day in
            let price = 100 + Double(day * 37 % 23) - Double(day * 11 % 17)
            let wish = ["enter", "exit", "", "short", "cover"][day % 5]
            return "\(price) \(price + 2) \(price - 2) \(price + 1) \(wish)"
        }
        return (rules, table.joined(separator: "\n"))
    }

    @Test("a session that forgets its history trades on to the bit")
    func forgets() {
        let (rules, table) = busy()
        let whole = SessionTable(rules, table)
        let brief = SessionTable(rules, table, forgets: true)
        #expect(whole.equity.map(\.bitPattern) == brief.equity.map(\.bitPattern))
        #expect(whole.session.tradeCount == brief.session.tradeCount)
        #expect(whole.session.tradeCount == whole.session.trades.count)
        #expect(brief.session.trades.isEmpty && brief.session.orders.count <= 1)
        #expect(brief.session.rejections.isEmpty)
    }

    @Test("cash is the sum of its flows, and profits the change of the account")
    func books() {
        let (rules, table) = busy()
        let session = SessionTable(rules, table).session
        #expect(session.trades.count > 50)
        #expect((session.cash - session.flows.value).magnitude < 1e-9)
        let profits = session.trades.map(\.profit).reduce(0, +)
        let open = session.position.map {
            $0.unrealizedProfit(at: 101 + Double(399 * 37 % 23) - Double(399 * 11 % 17))
        }
        #expect(isClose(session.equity - 10_000, profits + (open ?? 0)))
    }
}
