import Testing
import Trading

/// Market orders, stops and targets on tables of bars.
@Suite("Fills")
struct FillTests {
    @Test("a stop that the open has gapped through fills at the open", arguments: [true, false])
    func gappedStop(isSameClose: Bool) throws {
        let run = SessionTable(
            .free(stop: .price, fill: isSameClose ? .sameClose : .nextOpen),
            """
            100 101 99 100 enter stop=90
            100 102 99 101
            101 103 100 102
            50 52 48 51
            51 53 50 52
            """)
        let trade = try #require(run.session.trades.first)
        #expect(run.session.trades.count == 1)
        #expect((trade.exitPrice, trade.position.stopPrice, trade.profit) == (50, 90, -500))
        #expect(run.equity == [10_000, 10_010, 10_020, 9_500, 9_500])
    }

    @Test("a change of target tells prices: from the close until the fill, then those that hold")
    func toldLevels() throws {
        let entry = "100 101 99 100 enter stop=4 target=9"
        let waiting = SessionTable(.free(stop: .distance, target: .percent(0.1)), entry).session
        let told = try #require(waiting.stanceChange(since: TradingSession(.free()).stanceMark))
        #expect((told.to, told.stop) == (.long, 96))
        #expect(abs((told.target ?? 0) - 110) < 1e-12)

        let before = SessionTable(.free(stop: .distance), entry + "\n102 104 100 103").session
        #expect(before.position?.stopPrice == 98)
        let after = SessionTable(
            .free(stop: .distance), entry + "\n102 104 100 103\n103 104 102 103 exit stop=5"
        ).session
        let left = try #require(after.stanceChange(since: before.stanceMark))
        #expect((left.to, left.stop, left.target) == (.flat, nil, nil))
    }

    @Test("a bar that spans stop and target exits once, at the stop")
    func stopBeforeTarget() {
        let long = SessionTable(
            .free(stop: .price, target: .price),
            """
            100 100 100 100 enter stop=95 target=108
            100 104 99 103
            103 109 94 107
            107 112 106 111
            """)
        let short = SessionTable(
            .free(stop: .price, target: .price),
            """
            100 100 100 100 short stop=105 target=92
            100 101 96 97
            97 106 91 93
            93 94 88 89
            """)
        for (run, price) in [(long, 95.0), (short, 105.0)] {
            #expect(run.session.trades.map(\.exitPrice) == [price])
            #expect(run.session.trades.map(\.reason) == [.stop])
            #expect(run.equity == [10_000, 10_030, 9_950, 9_950])
            #expect(run.session.isFlat)
        }
    }

    @Test("the stop works on the entry bar from the fill on, and never looks back")
    func entryBar() {
        let table = """
            99 101 94 100 enter stop=97
            100 103 96 101
            101 104 99 103
            """
        for fill in [TradingRules.Fill.nextOpen, .sameClose] {
            let run = SessionTable(.free(stop: .price, fill: fill), table)
            #expect(run.equity == [10_000, 9_970, 9_970], "\(fill)")
            #expect(run.session.trades.map(\.exitRow) == [1])
        }
        var rules = TradingRules.free(stop: .price)
        rules.protectsEntryBar = false
        #expect(SessionTable(rules, table).equity.last == 10_030, "the vectorbt preset")
    }

    @Test("a target fills at its price, or at an open beyond it")
    func targets() {
        let touched = SessionTable(
            .free(target: .percent(0.1)), "10 10 10 10 enter\n10 12 10 11\n11 11 11 11")
        let gapped = SessionTable(
            .free(target: .percent(0.1)), "10 10 10 10 enter\n10 10.5 10 10\n13 13 12 12")
        #expect(touched.session.trades.map(\.exitPrice) == [11])
        #expect(gapped.session.trades.map(\.exitPrice) == [13])
    }

    @Test("slippage is paid on market and stop fills, not on targets")
    func slippage() {
        var rules = TradingRules.free(stop: .percent(0.5), target: .percent(0.5))
        rules.slippage = 0.01
        let run = SessionTable(rules, "10 10 10 10 enter\n10 10 10 10 exit\n10 10 10 10")
        #expect(run.session.trades.map(\.position.entryPrice) == [10.1])
        #expect(run.session.trades.map(\.exitPrice) == [9.9])
        let target = SessionTable(rules, "10 10 10 10 enter\n10 10 10 10\n10 20 10 10")
        #expect(target.session.trades.map(\.exitPrice) == [10.1 * 1.5])
    }

    @Test("a decision on the last bar never fills, and an open winner wins nothing")
    func lastBar() throws {
        let run = SessionTable(
            .free(),
            """
            100 100 100 100 enter
            100 101 96 97 exit
            95 97 94 96 enter
            96 120 95 118
            118 140 117 140 exit
            """)
        #expect(run.equity == [10_000, 9_970, 9_950, 10_170, 10_390])
        #expect(run.session.trades.map(\.profit) == [-50])
        let open = try #require(run.session.position)
        #expect(open.unrealizedProfit(at: 140) == 440)
    }

    @Test("entry and exit at once: a position leaves, and flat stays flat")
    func bothAtOnce() {
        #expect(SessionTable(.free(), "10 10 10 10 enter exit\n10 10 10 10").session.isFlat)
        let held = SessionTable(.free(), "10 10 10 10 enter\n10 10 10 10 enter exit\n10 10 10 10")
        #expect(held.session.trades.count == 1 && held.session.isFlat)
    }

    @Test("long and short entry at once: neither, and counted")
    func conflict() {
        let run = SessionTable(.free(), "10 10 10 10 enter short\n10 10 10 10")
        #expect(run.session.isFlat && run.session.rejections.map(\.reason) == [.conflict])
    }

    @Test("an entry of the other side turns the position around at one open")
    func reversal() {
        let run = SessionTable(.free(), "10 10 10 10 enter\n10 10 10 10 short\n12 12 12 12")
        #expect(run.session.trades.map(\.reason) == [.reversal])
        #expect(run.session.position?.quantity == -10)
        #expect(run.session.equity == 10_020)
    }

    @Test("a bar of zero known volume, or without a price, fills nothing: the order waits")
    func noVolume() {
        let run = SessionTable(
            .free(stop: .price),
            """
            10 10 10 10 enter stop=8
            11 11 11 11 v=0
            nan nan nan nan
            12 12 12 12
            7 7 7 7 v=0
            9 9 9 9
            """)
        #expect(run.session.position?.entryPrice == 12)
        #expect(run.equity == [10_000, 10_000, 10_000, 10_000, 9_950, 9_970])
    }

    @Test("an exit cancels an entry that still waits for a bar to fill it")
    func cancelledEntry() {
        let run = SessionTable(
            .free(),
            """
            10 10 10 10 enter
            9 9 9 9 v=0 exit
            8 8 8 8
            7 7 7 7
            """)
        #expect(run.session.isFlat && run.session.trades.isEmpty)
        #expect(run.session.rejections.isEmpty)
    }

    @Test("an entry whose stop is unknown, or beyond its fill, is not taken but counted")
    func unusableStop() {
        let unknown = SessionTable(.free(stop: .distance), "10 10 10 10 enter\n10 10 10 10")
        #expect(unknown.session.rejections.map(\.reason) == [.unknownLevel])
        let beyond = SessionTable(.free(stop: .price), "10 10 10 10 enter stop=9\n8 8 8 8")
        #expect(beyond.session.rejections.map(\.reason) == [.beyondOwnLevel(fill: 8, level: 9)])
        #expect(unknown.session.isFlat && beyond.session.isFlat)
    }
}
