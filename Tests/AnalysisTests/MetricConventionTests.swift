import Analysis
import MarketData
import Testing

@Suite("The conventions of metrics")
struct MetricConventionTests {
    /// An account with gains and losses of every kind, so that each formula has something to say.
    private func account() -> MeasuredAccount {
        var state: UInt64 = 11
        func next() -> Double {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Double(state >> 40) / 0x1p24 - 0.48
        }
        let times = (0..<700).map { CivilDate(daysSince1970: 18_000 + $0 + $0 / 5 * 2).midnight }
        var (equity, market) = ([100.0], [50.0])
        for row in 1..<times.count {
            let isFlat = row % 9 == 0
            equity.append(equity[row - 1] * (isFlat ? 1 : 1 + next() / 20))
            market.append(market[row - 1] * (1 + next() / 25))
        }
        var account = MeasuredAccount(equity: equity, startingCash: 101, times: times)
        account.isInvested = equity.indices.map { $0 % 3 != 0 }
        account.riskFree = 0.03
        (account.fees, account.tradedAmount) = (3, 4_000)
        account.benchmark = BenchmarkLevels(times: times, levels: market, base: 49)
        account.trades = (0..<60).map { trade in
            let profit = next() * Double(1 + trade % 7)
            return MeasuredTrade(
                profit: profit, returnFraction: profit / Double(20 + trade), entryRow: trade * 11,
                exitRow: trade * 11 + 4, days: 5, adverseExcursion: -0.1, favorableExcursion: 0.2)
        }
        return account
    }

    @Test(
        "a figure that differs has a definition of its own, and one that has it differs",
        arguments: MetricConvention.allCases)
    func definitions(convention: MetricConvention) throws {
        let own = MetricCatalog.figures(of: account())
        let theirs = MetricCatalog.figures(of: account(), convention: convention)
        for (one, other) in zip(own, theirs) {
            let plain = try #require(MetricCatalog.definition(of: one.key))
            let definition = try #require(MetricCatalog.definition(of: one.key, under: convention))
            let isRate = ["periods", "rf"].contains { plain.formula.contains($0) }
            let isOther = one.value.map { own in
                abs(own - (other.value ?? .nan)) <= 1e-9 * abs(own) ? false : true
            }
            if isOther == true, !isRate {
                #expect(
                    definition.formula + definition.convention != plain.formula + plain.convention,
                    "\(one.key) by \(convention.rawValue) is \(String(describing: other.value))")
            }
            // Shortfalls differ from ours only where several returns equal the quantile.
            if definition != plain, !one.key.hasPrefix("cvar_") {
                #expect(isOther == true, "\(one.key) by \(convention.rawValue) is ours")
                #expect(!definition.formula.isEmpty && definition.name == plain.name)
            }
        }
    }

    /// The figures of quantstats 0.0.86 for these ten returns and a risk-free rate of 25 %:
    /// `gain_to_pain_ratio`, `sharpe`, `sortino`, `omega`, each called with `rf=0.25`; hourly
    /// returns only for the first, which adds up the two of a day.
    @Test("with a risk-free rate, quantstats' figures are its own", arguments: [true, false])
    func riskFree(isDaily: Bool) throws {
        let returns = [0.02, -0.01, 0, 0.015, -0.03, 0.01, 0.004, -0.002, 0.05, -0.04]
        var (equity, times) = ([Double](), [Timestamp]())
        for (row, value) in returns.enumerated() {
            equity.append((equity.last ?? 1) * (1 + value))
            let day = CivilDate(daysSince1970: 19_723 + (isDaily ? row : row / 2)).midnight
            let hours = Int64(isDaily ? 0 : 15 + row % 2) * 3_600_000_000
            times.append(Timestamp(microseconds: day.microseconds + hours))
        }
        var account = MeasuredAccount(equity: equity, startingCash: 1, times: times)
        (account.riskFree, account.periodsPerYear) = (0.25, 252)
        let figures = MetricCatalog.figures(of: account, convention: .quantstats)
        let expected =
            isDaily
            ? [
                "gain_to_pain_ratio": 0.2073170731707318, "sharpe_annualized": 0.5083849812336328,
                "sortino_annualized": 0.7788751115472039, "omega_ratio": 1.0941945032105083,
            ] : ["gain_to_pain_ratio": 0.8500000000000005]
        for (key, value) in expected {
            let own = try #require(figures.first { $0.key == key }?.value)
            #expect(abs(own - value) < 1e-9, "\(key) is \(own)")
        }
    }

    @Test("the definitions of a convention are of metrics that exist")
    func keys() {
        let known = Set(MetricCatalog.definitions.map(\.key))
        for (convention, variants) in MetricCatalog.variants {
            #expect(Set(variants.keys).isSubset(of: known), "\(convention.rawValue)")
        }
        #expect(MetricCatalog.variants.count == MetricConvention.allCases.count - 1)
    }

    @Test("a key never promises a figure a year that is none", arguments: MetricConvention.allCases)
    func annualKeys(convention: MetricConvention) throws {
        for plain in MetricCatalog.definitions {
            let one = try #require(MetricCatalog.definition(of: plain.key, under: convention))
            let isAnnual = !(one.formula + one.convention).contains("not annualised")
            #expect(isAnnual || !one.key.contains("annualized"), "\(one.key)")
            #expect(one.key == plain.key || !isAnnual, "\(one.key)")
        }
    }

    @Test("a benchmark is worth the cash before the first bar, and nothing where it has no bar")
    func benchmark() {
        let day = { CivilDate(daysSince1970: $0).midnight }
        let levels = BenchmarkLevels(times: [8, 10, 12].map(day), levels: [50, 55, 60])
        let value = levels.value(of: 100, at: [10, 11, 12].map(day))
        #expect(value[0] == 100 * (55.0 / 50) && value[1].isNaN && value[2] == 120)
        let later = BenchmarkLevels(times: [11, 12].map(day), levels: [40, 50])
        let late = later.value(of: 100, at: [10, 11, 12].map(day))
        #expect(late[0].isNaN && late[1] == 100 && late[2] == 125)
        let based = BenchmarkLevels(times: [day(10)], levels: [30], base: 20)
        #expect(based.value(of: 100, at: [day(10)]) == [150])
        #expect(levels.value(of: 100, at: []).isEmpty)
    }
}
