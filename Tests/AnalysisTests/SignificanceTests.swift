import Analysis
import Foundation
import Testing

@Suite("Significance of a Sharpe ratio")
struct SignificanceTests {
    private func isClose(_ one: Double?, _ other: Double, _ tolerance: Double = 1e-9) -> Bool {
        one.map { abs($0 - other) <= tolerance * abs(other) } ?? false
    }

    private let pairs = Returns((0..<252).map { $0.isMultiple(of: 2) ? 0.011 : -0.009 })

    @Test("FE-51: about the ratio a bar, with raw kurtosis, in excess of the risk-free rate")
    func alternating() throws {
        let significance = try #require(SharpeSignificance(pairs))
        #expect(isClose(significance.ratio, 0.0998013901))
        #expect(isClose(significance.probability(exceeding: 0), 0.9430782853))
        let annual = 1 / 252.0.squareRoot()
        #expect(isClose(significance.probability(exceeding: annual), 0.7200996221))
        #expect(isClose(significance.minimumTrackRecord(), 272.632251, 1e-8))
        let excess = try #require(SharpeSignificance(pairs.excess(over: 0.05 / 252)))
        #expect(isClose(excess.ratio, 0.0799995270))
        #expect(isClose(excess.probability(exceeding: 0), 0.8974993657))
    }

    @Test("a closed form: moments, PSR, MinTRL and DSR of a sum of sines")
    func sines() throws {
        let returns = Returns(
            (1...60).map { t in
                let x = Double(t)
                return 0.01 * sin(1.7 * x) + 0.004 * cos(0.3 * x * x) + 0.002
            })
        let moments = try #require(Moments(returns))
        #expect(isClose(returns.mean, 0.00261757578511))
        #expect(isClose(returns.deviation, 0.00845301533001))
        #expect(isClose(moments.skewness, -0.0579030898925))
        #expect(isClose(moments.kurtosis, 1.60620865758))
        let significance = try #require(SharpeSignificance(returns))
        #expect(isClose(significance.ratio, 0.309661781378))
        #expect(isClose(significance.probability(exceeding: 0), 0.9903804450))
        #expect(isClose(significance.probability(exceeding: 0.1), 0.9435080470))
        #expect(isClose(significance.minimumTrackRecord(), 30.13088643))
        for (trials, reference, probability) in [
            (10.0, 0.1574598301, 0.8750432172), (100, 0.2530602893, 0.6656288537),
        ] {
            let greatest = SharpeSignificance.expectedMaximum(deviation: 0.1, ofTrials: trials)
            #expect(isClose(greatest, reference))
            #expect(
                isClose(significance.deflated(deviation: 0.1, ofTrials: trials), probability))
        }
    }

    @Test("one trial, or trials without spread, deflate nothing")
    func oneTrial() throws {
        let significance = try #require(SharpeSignificance(pairs))
        let plain = significance.probability(exceeding: 0)
        #expect(significance.deflated(deviation: 0.1, ofTrials: 1) == plain)
        #expect(significance.deflated(deviation: 0, ofTrials: 50) == plain)
    }

    @Test("nothing varies, or one return: undefined")
    func undefined() {
        #expect(SharpeSignificance(Returns([0.01, 0.01, 0.01])) == nil)
        #expect(SharpeSignificance(Returns([0.01])) == nil)
        #expect(Moments(Returns([0.01, 0.02]))?.sampleSkewness == nil)
    }

    @Test("quantiles and probabilities of the normal distribution undo each other")
    func normal() {
        let known = [(0.05, -1.6448536269514729), (0.95, 1.6448536269514722), (0.5, 0)]
        for (probability, value) in known {
            #expect(abs(NormalDistribution.quantile(probability) - value) < 2e-15)
        }
        for exponent in stride(from: -12.0, through: -0.4, by: 0.1) {
            let probability = pow(10, exponent)
            let back = NormalDistribution.probability(
                below: NormalDistribution.quantile(probability))
            #expect(isClose(back, probability, 1e-13))
        }
        #expect(NormalDistribution.quantile(0) == -.infinity)
        #expect(NormalDistribution.quantile(1) == .infinity)
    }
}
