import Testing
import Trading

/// What bounds a position and an account beside the decisions, on tables of bars.
@Suite("Limits")
struct LimitTests {
    @Test("a trailing stop is tested against the level known before the bar, then follows it")
    func trailing() throws {
        // 110 × 0.9 = 99 holds from the second bar on: the low of that bar, 98, does not meet it.
        let run = SessionTable(
            .free(stop: .trailingPercent(0.1)),
            """
            100 100 100 100 enter
            100 110 98 105
            104 105 99.5 101
            101 102 98 100
            """)
        let trade = try #require(run.session.trades.first)
        #expect((trade.exitRow, trade.exitPrice, trade.reason) == (3, 99, .stop))
        #expect(trade.position.firstStopPrice == 90)
    }

    @Test("a short one trails downwards, and a split moves what it remembers")
    func trailingShort() throws {
        let run = SessionTable(
            .free(stop: .trailingDistance),
            """
            100 100 100 100 short stop=8
            100 102 90 92
            46 46.5 45.5 46 split=2:1
            46 49.5 45 49
            """)
        let trade = try #require(run.session.trades.first)
        // The lowest low is 90, which is 45 on the new basis, and the distance 4.
        #expect((trade.exitRow, trade.exitPrice) == (3, 49))
        #expect(trade.position.quantity == -20)
    }

    @Test("a chandelier hangs at the distance of each close, never lower")
    func chandelier() throws {
        let run = SessionTable(
            .free(stop: .chandelier),
            """
            100 100 100 100 enter stop=10
            100 110 95 108 stop=8
            108 109 103 104 stop=30
            104 105 101.5 102 stop=5
            102 103 101 102
            """)
        // 90, then 110 − 8 = 102, which 110 − 30 does not lower; the low of row 3 meets it.
        let trade = try #require(run.session.trades.first)
        #expect((trade.exitRow, trade.exitPrice) == (3, 102))
    }

    @Test("an unknown distance leaves the chandelier where it is")
    func unknownDistance() {
        let run = SessionTable(
            .free(stop: .chandelier), "100 100 100 100 enter stop=10\n100 120 95 108")
        #expect(run.session.position?.stopPrice == 90)
    }

    @Test("the stop goes to the entry once the price has gone one risk", arguments: [1.0, 2.0])
    func breakEven(multiple: Double) {
        let run = SessionTable(
            .free(stop: .distance, limits: Limits(breakEven: .risk(multiple))),
            """
            100 100 100 100 enter stop=5
            100 106 99 104
            104 105 99.5 101
            """)
        #expect(run.session.trades.map(\.exitPrice) == (multiple == 1 ? [100] : []))
        #expect(run.session.position?.stopPrice == (multiple == 1 ? nil : 95))
    }

    @Test("a gain moves the stop to the entry of a position that had none")
    func breakEvenWithoutStop() {
        let run = SessionTable(
            .free(limits: Limits(breakEven: .gain(0.05))),
            "100 100 100 100 enter\n100 105 99 104\n98 99 97 98")
        #expect(run.session.trades.map(\.exitPrice) == [98], "the open gaps through the entry")
    }

    @Test("a position leaves at the open after as many closes as it may see")
    func timeStop() throws {
        let run = SessionTable(
            .free(limits: Limits(maxBars: 2)),
            """
            100 100 100 100 enter
            101 101 101 101
            102 102 102 102
            103 103 103 103
            104 104 104 104 enter
            105 105 105 105 exit
            106 106 106 106
            """)
        #expect(run.session.trades.map(\.exitRow) == [3, 6])
        #expect(run.session.trades.map(\.reason) == [.time, .signal])
        #expect(run.session.orders.map(\.purpose) == [.entry, .time, .entry, .signal])
    }

    @Test("no entry is decided while the account cools down")
    func coolDown() {
        let table = """
            100 100 100 100 enter
            100 100 100 100 exit
            100 100 100 100 enter
            100 100 100 100 enter
            100 100 100 100 enter
            100 100 100 100
            """
        func entries(_ bars: Int) -> [Int] {
            let run = SessionTable(.free(limits: Limits(coolDown: bars)), table)
            return run.session.orders.filter { $0.purpose == .entry }.map(\.row)
        }
        // The exit fills in row 2.
        #expect(entries(0) == [0, 2])
        #expect(entries(1) == [0, 3])
        #expect(entries(2) == [0, 4])
        #expect(entries(3) == [0])
    }

    @Test("a reversal under a cool-down leaves and waits")
    func coolDownReversal() {
        let table = "100 100 100 100 enter\n100 100 100 100 short\n100 100 100 100\n1 1 1 1"
        let free = SessionTable(.free(limits: Limits(coolDown: 1)), table).session
        #expect(free.trades.map(\.reason) == [.signal])
        #expect(free.isFlat)
        #expect(SessionTable(.free(), table).session.trades.map(\.reason) == [.reversal])
    }

    @Test("a session that lost too much leaves, and enters again only in the next one")
    func dailyLoss() {
        let run = SessionTable(
            .free(.fixed(50), limits: Limits(dailyLoss: 0.02)),
            """
            100 100 100 100 session enter
            100 100 99 99
            99 99 95 95.9
            96 96 95 95 enter
            95 95 95 95 enter
            95 95 95 95 session enter
            95 96 95 96
            """)
        // 50 units lose 205 of 10,000 from the start of the session to the third close.
        #expect(run.session.trades.map(\.reason) == [.dailyLoss])
        #expect(run.session.trades.map(\.exitRow) == [3])
        #expect(run.session.position?.entryRow == 6)
    }

    @Test("units are added as the price advances, and the stop comes after")
    func scaleIn() throws {
        let run = SessionTable(
            .free(
                .risk(fraction: 0.01), stop: .distance,
                limits: Limits(scaleIn: .init(units: 3, every: .risk(0.5)))),
            """
            100 100 100 100 enter stop=10
            100 104 99 103
            103 107 102 106
            106 113 105 112
            112 118 111 117
            117 123 116 122
            122 122 90 95
            """)
        // Each is 100 / 10 = 10 units: at 100, at the open after the close of 106, which lies 5 or
        // more beyond it, and at the open after that of 112.
        let trade = try #require(run.session.trades.first)
        #expect(run.session.orders.map(\.purpose) == [.entry, .scaleIn, .scaleIn, .stop])
        #expect(trade.position.quantity == 30)
        #expect(abs(trade.position.entryPrice - (100 + 106 + 112) / 3.0) < 1e-12)
        #expect(trade.exitPrice == 102, "the stop is the first distance below the last entry")
        #expect(abs(trade.profit - (30 * 102.0 - 3_180)) < 1e-9)
        #expect(abs(run.session.cash - (10_000 + trade.profit)) < 1e-9)
    }

    @Test("an entry that the cash does not pay for is refused once, and not tried again")
    func unaffordableScaleIn() {
        let run = SessionTable(
            .free(.allIn, limits: Limits(scaleIn: .init(units: 2, every: .gain(0.01)))),
            "100 100 100 100 enter\n100 102 100 102\n103 104 103 104\n105 105 105 105")
        #expect(run.session.rejections.map(\.reason.kind) == ["unaffordable"])
        #expect(run.session.position?.quantity == 100)
    }

    @Test("parts are taken home on the way, and make one trade with the rest")
    func scaleOut() throws {
        var rules = TradingRules.free(
            .fixed(10), rate: 0.01, stop: .distance,
            limits: Limits(scaleOut: [
                .init(at: .risk(1), share: 0.5), .init(at: .risk(2), share: 0.3),
            ]))
        rules.slippage = 0
        let run = SessionTable(
            rules,
            """
            100 100 100 100 enter stop=10
            100 112 99 108
            125 126 118 120
            120 121 88 90
            """)
        let trade = try #require(run.session.trades.first)
        // 5 at 110, 3 at the open of 125, which gapped over 120, and 2 at the stop of 90.
        #expect(run.session.orders.map(\.purpose) == [.entry, .scaleOut, .scaleOut, .stop])
        #expect(run.session.trades.count == 1)
        #expect(trade.position.quantity == 10)
        let amount = 5 * 110.0 + 3 * 125 + 2 * 90
        #expect(abs(trade.exitPrice - amount / 10) < 1e-12)
        #expect(abs(trade.exitFee - 0.01 * amount) < 1e-12)
        #expect(abs(trade.profit - (amount * 0.99 - 1_000 * 1.01)) < 1e-9)
        #expect(abs(run.session.cash - (10_000 + trade.profit)) < 1e-9)
    }

    @Test("a bar that meets the stop and a part leaves at the stop, but for what the open pays")
    func scaleOutBesideStop() {
        let rules = TradingRules.free(
            .fixed(10), stop: .distance,
            limits: Limits(scaleOut: [.init(at: .risk(1), share: 0.5)]))
        let inside = SessionTable(rules, "100 100 100 100 enter stop=5\n100 106 94 100").session
        #expect(inside.trades.map(\.exitPrice) == [95])
        let gap = SessionTable(
            rules, "100 100 100 100 enter stop=5\n100 100 100 100\n107 108 94 100"
        ).session
        #expect(gap.trades.map(\.exitPrice) == [(107 + 95) / 2.0])
    }

    @Test("parts that make the whole end the trade, and a change of them is told")
    func wholeScaleOut() throws {
        let rules = TradingRules.free(
            .fixed(9), isWhole: true,
            limits: Limits(scaleOut: [
                .init(at: .gain(0.1), share: 0.5), .init(at: .gain(0.2), share: 1),
            ]))
        let first = "100 100 100 100 enter\n100 100 100 100"
        let before = SessionTable(rules, first).session
        let half = SessionTable(rules, first + "\n100 111 100 111").session
        #expect(half.position?.quantity == 5)
        let told = try #require(half.stanceChange(since: before.stanceMark))
        #expect((told.from, told.to, told.reason) == (.long, .long, "scale-out"))
        let all = SessionTable(rules, first + "\n100 121 100 111").session
        #expect(all.isFlat)
        #expect(all.trades.map(\.reason) == [.target])
        #expect(all.cash == 10_000 + 4 * 10 + 5 * 20)
    }

    @Test("a weight is a share of the equity at the close, cut to what the cash pays for")
    func weight() {
        let half = SessionTable(.free(.weight), "100 100 100 100 enter weight=0.5\n110 110 110 110")
        #expect(half.session.position?.quantity == 50)
        let all = SessionTable(.free(.weight), "100 100 100 100 enter weight=1\n125 125 125 125")
        #expect(all.session.position?.quantity == 80)
        let unknown = SessionTable(.free(.weight), "100 100 100 100 enter\n125 125 125 125")
        #expect(unknown.session.rejections.map(\.reason) == [.unknownLevel])
        let money = SessionTable(.free(.cash(1_000)), "100 100 100 100 enter\n125 125 125 125")
        #expect(money.session.position?.quantity == 10)
    }

    @Test("limits read back from their words, and words that make no sense are none")
    func words() {
        let limits = Limits(
            maxBars: 20, coolDown: 3, breakEven: .gain(0.02), dailyLoss: 0.05,
            scaleIn: .init(units: 4, every: .risk(0.25)),
            scaleOut: [.init(at: .risk(1), share: 0.5), .init(at: .gain(0.2), share: 0.25)])
        #expect(Limits(words: limits.words) == limits)
        #expect(Limits(words: "") == Limits())
        for bad in [
            "max-bars:0", "max-bars", "cool-down:x", "break-even:risk", "break-even:luck:1",
            "daily-loss:1", "scale-in:1:risk:1", "scale-out:0:gain:1", "scale-out:0.5:gain:-1",
            "patience:3", "max-bars:1:2",
        ] {
            #expect(Limits(words: bad) == nil, "\(bad)")
        }
    }
}
