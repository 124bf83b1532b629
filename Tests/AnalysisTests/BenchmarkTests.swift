import Analysis
import MarketData
import Testing

@Suite("Against a benchmark")
struct BenchmarkTests {
    private let benchmark = [0.01, -0.02, 0.015, 0.005, -0.01, 0.02]
    private var own: [Double] { benchmark.map { 1.5 * $0 + 0.001 } }

    private func isClose(_ one: Double?, _ other: Double) -> Bool {
        one.map { abs($0 - other) <= 1e-12 } ?? false
    }

    @Test("FE-47: beta 1.5, alpha 0.001 a bar, correlation 1")
    func slope() {
        let paired = PairedReturns(own: own, benchmark: benchmark)
        #expect(isClose(paired.beta, 1.5) && isClose(paired.alpha(), 0.001))
        #expect(isClose(paired.correlation, 1))
        #expect(isClose(paired.alpha(riskFree: 0.0001), 0.001 + 0.00005))
    }

    @Test("FE-47: annual alpha is alpha a bar × periods; compounded under empyrical")
    func annual() throws {
        let times = benchmark.indices.map { CivilDate(daysSince1970: 19_000 + $0).midnight }
        func levels(_ returns: [Double]) -> [Double] {
            returns.reduce(into: []) { $0.append(($0.last ?? 1) * (1 + $1)) }
        }
        var account = MeasuredAccount(equity: levels(own), startingCash: 1, times: times)
        account.benchmark = BenchmarkLevels(times: times, levels: levels(benchmark), base: 1)
        func alpha(_ convention: MetricConvention) -> Double? {
            MetricCatalog.figures(of: account, convention: convention)
                .first { $0.key == "alpha_annualized_fraction" }?.value
        }
        #expect(abs(try #require(alpha(.finstage)) - 0.252) < 1e-10)
        #expect(abs(try #require(alpha(.empyrical)) - 0.28643) < 1e-5)
    }

    @Test("FE-47: a strategy that is its benchmark, to the bit, in each rolling window too")
    func itself() {
        let series = (0..<100).map { 0.01 * Double(($0 * 37) % 11 - 5) + 0.0003 }
        let paired = PairedReturns(own: series, benchmark: series)
        #expect(paired.beta == 1 && paired.alpha() == 0 && paired.correlation == 1)
        #expect(paired.trackingError == 0 && paired.informationRatio == nil)
        let rolling = RollingRatios(
            Returns(series), paired: paired, window: 20, periodsPerYear: 252)
        #expect(rolling.beta.prefix(19).allSatisfy { $0.isNaN })
        #expect(rolling.beta.dropFirst(19).allSatisfy { $0 == 1 })
    }

    @Test("FE-39: there is no slope where the benchmark or the strategy is flat")
    func flat() {
        let still = PairedReturns(own: own, benchmark: own.map { _ in 0 })
        #expect(still.beta == nil && still.alpha() == nil && still.correlation == nil)
        #expect(still.capture(up: true) == nil && (still.trackingError ?? 0) > 0)
        let idle = PairedReturns(own: own.map { _ in 0 }, benchmark: benchmark)
        #expect(idle.beta == nil && idle.correlation == nil && idle.alpha() == nil)
        #expect(idle.capture(up: true) == nil && (idle.trackingError ?? 0) > 0)
        #expect(PairedReturns(own: [], benchmark: []).beta == nil)
        #expect(PairedReturns(own: [0.1], benchmark: [0.1]).trackingError == nil)
    }

    @Test("captures are ratios of means on the days of the benchmark")
    func capture() {
        let paired = PairedReturns(own: [0.02, -0.01, 0.03], benchmark: [0.01, -0.02, 0.01])
        #expect(isClose(paired.capture(up: true), 2.5))
        #expect(isClose(paired.capture(up: false), 0.5))
    }

    private func day(_ number: Int) -> Timestamp {
        CivilDate(daysSince1970: 19_000 + number).midnight
    }

    @Test("levels are paired on common dates; a day that one lacks shifts nothing")
    func pairing() {
        let paired = PairedReturns(
            equity: [110, 121, 121, 242], startingCash: 100, times: [2, 3, 4, 6].map(day),
            benchmark: BenchmarkLevels(
                times: [1, 2, 4, 5, 6].map(day), levels: [10, 11, 22, .nan, 11]))
        #expect(paired.rows == [0, 2, 3])
        #expect(zip(paired.own, [0.1, 0.1, 1]).allSatisfy { abs($0 - $1) < 1e-15 })
        #expect(zip(paired.benchmark, [0.1, 1, -0.5]).allSatisfy { abs($0 - $1) < 1e-15 })
    }

    @Test("without an earlier level the first common day is the start")
    func lateStart() {
        let paired = PairedReturns(
            equity: [110, 121, 242], startingCash: 100, times: [2, 3, 4].map(day),
            benchmark: BenchmarkLevels(times: [3, 4].map(day), levels: [10, 11]))
        #expect(paired.rows == [2] && paired.own == [1])
        let none = PairedReturns(
            equity: [110], startingCash: 100, times: [day(2)],
            benchmark: BenchmarkLevels(times: [day(9)], levels: [10]))
        #expect(none.own.isEmpty && none.beta == nil)
    }
}
