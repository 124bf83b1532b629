import Backtesting
import Evaluation
import MarketData
import Signals
import Strategies
import Testing
import Trading

/// Accounts for several instruments on the bundled data.
@Suite("One account for all")
struct PortfolioAccountTests {
    private static func decisions(_ plan: Plan, _ subjects: [Subject]) -> [DecisionColumns] {
        ColumnarEvaluator(plan).decisions(for: subjects.map(\.history)).map { $0[0] }
    }

    private static func settings(_ rules: TradingRules) -> RunSettings {
        RunSettings(
            parameters: [:], adjusted: .splits, from: nil, to: nil, cash: rules.cash, size: "",
            wholeShares: false, commission: "0.001", slippage: 0, fill: "next-open",
            preset: nil, command: "")
    }

    @Test(
        "an account for one instrument is that of its session, to the bit",
        arguments: StrategyCatalog.all.map { $0.name })
    func alone(name: String) throws {
        let type = try #require(StrategyCatalog.all.first { $0.name == name })
        let plan = Plan(type.init())
        let subject = try BundledMarket.subject("IBM", for: plan)
        let decisions = Self.decisions(plan, [subject])
        for fill in [TradingRules.Fill.nextOpen, .sameClose] {
            var rules = TradingRules().applying(plan.targets[0])
            (rules.fill, rules.slippage, rules.isWholeUnits) = (fill, 0.0005, fill == .sameClose)
            let single = Account(rules, subject.history, decisions[0], rows: subject.rows)
            let shared = PortfolioAccount(rules, [subject], decisions)
            #expect(shared.equity == single.equity)
            let book = shared.session.books[0]
            #expect(book.trades.map(\.profit) == single.session.trades.map(\.profit))
            #expect(book.trades.map(\.exitRow) == single.session.trades.map(\.exitRow))
            #expect(book.orders == single.session.orders)
        }
    }

    @Test("the order in which instruments are listed changes no bit", arguments: [false, true])
    func listing(isRanked: Bool) throws {
        let exposure =
            isRanked
            ? TargetExposure.longAndShort(
                enterLong: Bars().close.roc(period: 5) > 0,
                enterShort: Bars().close.roc(period: 20) < 0, stop: .percent(0.05),
                size: .equalWeight(of: 3), limits: Limits(maxPositions: 3),
                rank: Bars().close.roc(period: 60))
            : .weight(
                .minimum(0.3, 0.02 / Bars().close.roc(period: 1).standardDeviation(period: 20)),
                rebalance: .weekly, band: 0.02)
        let plan = Plan(exposure, name: "Listed")
        let rules = TradingRules().applying(plan.targets[0])
        let subjects = try BundledMarket.subjects.get()
        let backtest = Backtest(plan, rules, settings: Self.settings(rules), stamp: "listed")
        let one = try backtest.runPortfolio(subjects)
        let other = try backtest.runPortfolio(subjects.reversed())
        #expect(one.equity == other.equity && one.id == other.id)
        #expect(one.trades == other.trades && one.orders == other.orders)
        #expect(one.trades.count > 100 || !isRanked)
        #expect((one.positions.max() ?? 0) <= (isRanked ? 3 : 8))
        #expect(isRanked == one.rejections.contains { $0.kind == "no-slot" })
    }

    @Test("cash is the sum of its flows, and profits are the change of the account")
    func flows() throws {
        let plan = Plan(RiskParity())
        let rules = TradingRules().applying(plan.targets[0])
        let subjects = try BundledMarket.subjects.get()
            .map { try BundledMarket.subject($0.symbol, for: plan) }
        let account = PortfolioAccount(rules, subjects, Self.decisions(plan, subjects))
        let session = account.session
        let flows = session.books.map(\.flows.value).reduce(rules.cash, +)
        #expect((session.cash - flows).magnitude < 1e-6)
        #expect(account.equity.allSatisfy { $0 > 0 } && session.cash > -1e-6)
        let closed = session.books.flatMap(\.trades).map(\.profit).reduce(0, +)
        let open = session.books.compactMap { book in
            book.position?.unrealizedProfit(at: book.mark)
        }.reduce(0, +)
        #expect((closed + open - (session.equity - rules.cash)).magnitude < 1e-6)
    }

    @Test("a result has the index, the holdings and the symbols, and stands in the account's rows")
    func result() throws {
        let plan = Plan(MomentumRotation())
        let rules = TradingRules().applying(plan.targets[0], size: .fraction(0.3))
        let subjects = try BundledMarket.subjects.get()
            .map { try BundledMarket.subject($0.symbol, for: plan) }
        let result = try Backtest(
            plan, rules, settings: Self.settings(rules), stamp: "pooled"
        ).runPortfolio(subjects)
        #expect(result.symbol == "portfolio" && result.members == subjects.map(\.symbol))
        #expect(result.passport.reads.map(\.symbol) == subjects.map(\.symbol))
        #expect(result.bars.close[0] == 100 && result.bars.times.count == result.equity.count)
        let series = Dictionary(
            uniqueKeysWithValues: subjects.map { ($0.symbol, $0.history.traded) })
        for trade in result.trades {
            #expect(result.bars.times[trade.entryRow] == trade.entryTime)
            #expect(result.bars.times[trade.exitRow] == trade.exitTime)
            let own = try #require(trade.symbol.flatMap { series[$0] })
            let row = try #require(own.times.firstIndex(of: trade.exitTime))
            // IBM and MSFT end ten years before the others.
            let isPaidOut = trade.exitReason == "delisting"
            #expect(trade.exitPrice == (isPaidOut ? own.close[row] : own.open[row]))
        }
        #expect(result.openPosition == nil)
        #expect(result.openPositions.allSatisfy { $0.symbol != nil })
        let equal = subjects.map { $0.buyAndHold(cash: 12_500).last ?? 0 }.reduce(0, +)
        let last = try #require(result.buyAndHold.last)
        #expect(abs(last / equal - 1) < 1e-12)
    }

    @Test("an account takes no instruments of two calendars")
    func calendars() throws {
        let plan = Plan(SmaCross())
        let rules = TradingRules().applying(plan.targets[0])
        let known = try BundledMarket.subjects.get()[0]
        let series = Series(
            symbol: "ROUND", interval: .day, calendar: .continuous,
            bars: Array(known.history.traded.bars.prefix(100)))
        let other = try Subject(
            series, actions: [], view: .splits, from: nil, to: nil,
            source: DataSource(
                dataset: "", origin: "", licence: "", selection: "", priceBasis: "",
                seriesDigest: "", actionsDigest: ""))
        let backtest = Backtest(plan, rules, settings: Self.settings(rules), stamp: "two")
        #expect(throws: SubjectError.self) { try backtest.runPortfolio([known, other]) }
    }
}
