import Analysis
import MarketData
import Testing

@Suite("The catalogue of metrics")
struct MetricCatalogTests {
    private func figures(
        _ equity: [Double], convention: MetricConvention = .finstage, riskFree: Double = 0
    ) -> [String: Double] {
        let times = equity.indices.map { CivilDate(daysSince1970: 19_000 + $0).midnight }
        var account = MeasuredAccount(equity: equity, startingCash: 100, times: times)
        account.isInvested = equity.map { _ in false }
        account.riskFree = riskFree
        return MetricCatalog.figures(of: account, convention: convention)
            .reduce(into: [:]) { $0[$1.key] = $1.value }
    }

    @Test("a key stands once, in lower case, and every metric says how it is computed")
    func keys() {
        let definitions = MetricCatalog.definitions
        #expect(Set(definitions.map(\.key)).count == definitions.count && definitions.count > 70)
        for definition in definitions {
            #expect(definition.key.allSatisfy { $0.isLowercase || $0.isNumber || $0 == "_" })
            #expect(!definition.name.isEmpty && !definition.formula.isEmpty)
            #expect(!definition.source.isEmpty)
            #expect(MetricCatalog.definition(of: definition.key) == definition)
        }
        #expect(MetricCatalog.definition(of: "sharp") == nil)
        let groups = definitions.map(\.group)
        #expect(Set(groups) == Set(MetricGroup.allCases))
    }

    @Test(
        "no equity curve gives a NaN or an infinity, under any convention",
        arguments: MetricConvention.allCases)
    func finite(convention: MetricConvention) {
        let curves: [[Double]] = [
            [100], [100, 100, 100], [90], [0], [-20], [150, -10, -10], [100, 110, 121, 133.1],
            [50, 25, 12.5, 6.25], [100, 1e-300, 100], [1e300, 1e-300],
        ]
        for curve in curves {
            for (key, value) in figures(curve, convention: convention) {
                #expect(value.isFinite, "\(key) of \(curve) is \(value)")
            }
        }
    }

    @Test("a metric that may be undefined has words for it")
    func words() {
        let defined = Set(figures([100]).keys)
        for definition in MetricCatalog.definitions where !defined.contains(definition.key) {
            #expect(!definition.undefined.isEmpty || definition.group == .benchmark)
        }
    }

    @Test("FE-35: a drawdown from the starting cash, its days, bars and recovery")
    func drawdown() {
        let figures = figures([90, 75, 81, 110])
        #expect(figures["max_drawdown_fraction"] == 0.25)
        #expect(figures["max_drawdown_bars"] == 4 && figures["max_drawdown_days"] == 3)
        #expect(figures["longest_underwater_bars"] == 3)
        #expect(figures["recovery_bars"] == 2 && figures["recovery_days"] == 2)
        #expect(figures["return_count"] == 4)
    }

    @Test("FE-37: undefined without a losing bar")
    func sortino() {
        let figures = figures([101, 101, 103])
        #expect(figures["sortino_annualized"] == nil && figures["omega_ratio"] == nil)
        #expect(figures["sharpe_annualized"] != nil && figures["calmar_ratio"] == nil)
    }

    @Test("VaR and CVaR by hand: type 7 quantiles, the mean at or below")
    func tails() {
        let returns = Returns([-0.05, -0.03, -0.01, 0.01, 0.02, 0.03])
        let risk = TailRisk(returns)
        #expect(abs((risk.quantile(0.05) ?? 0) - (-0.05 + 0.25 * 0.02)) < 1e-15)
        #expect(risk.conditionalValueAtRisk(0.05) == -0.05)
        #expect(risk.conditionalValueAtRisk(0.2) == -0.04 && risk.quantile(1) == 0.03)
        #expect(TailRisk(Returns([])).quantile(0.5) == nil)
    }

    @Test("turnover: bought and sold once in a year is 1")
    func turnover() {
        let equity = [Double](repeating: 100, count: 252)
        let once = Turnover(tradedAmount: 200, equity: equity, periodsPerYear: 252)
        #expect(once.annualized == 1)
    }

    @Test("quantstats spreads the risk-free rate geometrically")
    func riskFree() throws {
        let curve: [Double] = [101, 100, 103, 102]
        let plain = try #require(figures(curve, convention: .quantstats)["sharpe_annualized"])
        let ours = try #require(figures(curve, riskFree: 0.05)["sharpe_annualized"])
        let theirs = try #require(
            figures(curve, convention: .quantstats, riskFree: 0.05)["sharpe_annualized"])
        #expect(ours < theirs && theirs < plain)
    }

    @Test("an account that earns the risk-free rate and nothing else has no ratio")
    func onlyInterest() {
        let curve = (0..<50).reduce(into: [Double]()) { levels, _ in
            levels.append((levels.last ?? 100) * 1.001)
        }
        let figures = figures(curve, riskFree: 0.252)
        #expect(figures["sharpe_annualized"] == nil && figures["sortino_annualized"] == nil)
        #expect(figures["psr_fraction"] == nil && figures["omega_ratio"] == nil)
    }

    @Test("quantiles of many returns are those of the sorted ones")
    func manyReturns() {
        let values = (0..<3_000).map { (row: Int) -> Double in
            let step = (row * 7_919) % 2_003 - 1_001
            return row.isMultiple(of: 7) ? 0 : Double(step) * Double(step) * Double(step) * 1e-11
        }
        let risk = TailRisk(Returns(values))
        let sorted = values.sorted()
        for row in stride(from: 0, to: 3_000, by: 37) {
            let quantile = risk.quantile(Double(row) / 2_999) ?? .nan
            #expect(abs(quantile - sorted[row]) < 1e-12)
        }
        #expect(risk.quantile(0) == sorted.first && risk.quantile(1) == sorted.last)
    }
}
