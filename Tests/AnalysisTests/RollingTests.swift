import Analysis
import Testing

@Suite("Rolling ratios")
struct RollingTests {
    private let own = (0..<700).map { (row: Int) -> Double in
        let step = (row * 7919) % 101 - 50
        return Double(step) / 2_500 + 0.0004
    }
    private let other = (0..<700).map { (row: Int) -> Double in
        let step = (row * 104_729) % 97 - 48
        return Double(step) / 3_200
    }

    @Test("each window is the whole record's ratio on its bars", arguments: [2, 3, 60, 252, 700])
    func windows(window: Int) throws {
        let rolling = RollingRatios(
            Returns(own), paired: PairedReturns(own: own, benchmark: other), window: window,
            periodsPerYear: 252, riskFree: 0.0001)
        for row in own.indices {
            guard row >= window - 1 else {
                #expect(rolling.sharpe[row].isNaN && rolling.volatility[row].isNaN)
                continue
            }
            let range = row - window + 1...row
            let part = Returns(Array(own[range]))
            let paired = PairedReturns(own: part.values, benchmark: Array(other[range]))
            let sharpe = try #require(part.sharpe(periodsPerYear: 252, riskFree: 0.0001))
            #expect(abs(rolling.sharpe[row] - sharpe) <= 1e-10 * max(1, abs(sharpe)))
            let volatility = try #require(part.volatility(periodsPerYear: 252))
            #expect(abs(rolling.volatility[row] - volatility) <= 1e-12 * volatility)
            guard let beta = paired.beta else { continue }
            #expect(abs(rolling.beta[row] - beta) <= 1e-9 * max(1, abs(beta)))
        }
    }

    @Test("an extreme return leaves no trace once it has left the window")
    func noTrace() throws {
        var values = own
        values[10] = 1e9
        let (marked, plain) = (
            RollingRatios(Returns(values), paired: nil, window: 50, periodsPerYear: 252),
            RollingRatios(Returns(own), paired: nil, window: 50, periodsPerYear: 252)
        )
        for row in 60..<700 {
            #expect(abs(marked.volatility[row] - plain.volatility[row]) < 1e-13)
        }
    }

    @Test("where nothing varies: volatility 0, no ratio")
    func constant() {
        let rolling = RollingRatios(
            Returns([Double](repeating: 0.01, count: 30)), paired: nil, window: 10,
            periodsPerYear: 252)
        #expect(rolling.volatility.dropFirst(9).allSatisfy { $0 == 0 })
        #expect(rolling.sharpe.allSatisfy { $0.isNaN } && rolling.beta.allSatisfy { $0.isNaN })
    }

    @Test("a window that is never full stays unknown")
    func short() {
        let rolling = RollingRatios(
            Returns(own), paired: nil, window: 98_280, periodsPerYear: 98_280)
        #expect(rolling.sharpe.count == 700 && rolling.sharpe.allSatisfy { $0.isNaN })
    }
}
