import Kernels
import Testing

/// What candlestick patterns look like, one by one.
@Suite("Candlestick patterns")
struct CandleTests {
    /// The value at the last bar of a series that begins with the common candles.
    private func value(
        _ pattern: CandlePattern, _ bars: [[Double]], penetration: Double? = nil
    ) -> Double {
        let columns = (0..<4).map { column in bars.map { $0[column] } }
        let kernel = CompiledKernel.candles(pattern, penetration: penetration)
        return kernel.values(of: columns)[bars.count - 1]
    }

    private func example(_ pattern: CandlePattern) -> [[Double]] {
        CandleExamples.beginning + (CandleExamples.bars[pattern] ?? [])
    }

    @Test(
        "each is there in its example, and its mirror is not it", arguments: CandlePattern.allCases)
    func examples(pattern: CandlePattern) {
        let bars = example(pattern)
        let (value, mirrored) = (
            value(pattern, bars), value(pattern, CandleExamples.mirrored(bars))
        )
        switch pattern.side {
        case .either: #expect(value == 100 && mirrored == -100)
        case .bullish: #expect(value == 100 && mirrored == 0)
        case .bearish: #expect(value == -100 && mirrored == 0)
        case .neutral:
            let isSymmetric = [.doji, .longLeggedDoji, .rickshawMan].contains(pattern)
            #expect(value == 100 && mirrored == (isSymmetric ? 100 : 0))
        }
    }

    @Test("each is there both ways in the series of its digest", arguments: CandlePattern.allCases)
    func digestSeries(pattern: CandlePattern) {
        let values = CompiledKernel.candles(pattern).values(of: CandleExamples.columns)
        #expect(values.contains { $0 > 0 } == (pattern.side != .bearish))
        #expect(values.contains { $0 < 0 } == [.bearish, .either].contains(pattern.side))
    }

    @Test("bodies with one end in common are graded 80")
    func grades() {
        let beginning = CandleExamples.beginning
        let engulfed = beginning + [[1_000, 1_000, 997, 997], [997, 1_003, 997, 1_003]]
        #expect(value(.engulfing, engulfed) == 80)
        #expect(value(.engulfing, CandleExamples.mirrored(engulfed)) == -80)
        let same = beginning + [[1_000, 1_000, 997, 997], [997, 1_000, 997, 1_000]]
        #expect(value(.engulfing, same) == 0)
        let held = beginning + [[1_020, 1_020, 1_000, 1_000], [1_000, 1_004, 1_000, 1_003]]
        #expect(value(.harami, held) == 80)
        #expect(value(.harami, CandleExamples.mirrored(held)) == -80)
    }

    @Test("a hikkake is confirmed once, within three bars, and not when a new one has come")
    func hikkake() {
        let bars = example(.hikkake)
        let top = bars[bars.count - 2][1]
        let quiet = [top - 2, top - 1, top - 6, top - 2], over = [top, top + 4, top - 4, top + 1]
        func after(_ more: [[Double]]) -> Double { value(.hikkake, bars + more) }
        #expect(after([over]) == 200)
        #expect(after([quiet, over]) == 200)
        #expect(after([quiet, quiet, over]) == 200)
        #expect(after([quiet, quiet, quiet, over]) == 0)
        #expect(after([over, over]) == 0)
        let mirrored = CandleExamples.mirrored(bars + [over])
        #expect(value(.hikkake, mirrored) == -200)
    }

    @Test("the penetration is what the last candle has to push by, and no less")
    func penetration() {
        let bars =
            CandleExamples.beginning + [
                [1_005, 1_005, 985, 985], [980, 981, 979, 980], [981, 995, 981, 995],
            ]
        #expect(value(.morningStar, bars) == 100)
        #expect(value(.morningStar, bars, penetration: 0.49) == 100)
        #expect(value(.morningStar, bars, penetration: 0.5) == 0, "as much is not more")
        #expect(value(.eveningStar, CandleExamples.mirrored(bars), penetration: 0.49) == -100)
    }

    @Test("a body that is as long as the mean of decimals is neither long nor short")
    func ties() {
        for start in stride(from: 10.0, to: 1_000, by: 7.31) {
            let bars = (0..<12).map { bar -> [Double] in
                let open = ((start + Double(bar) * 0.37) * 100).rounded() / 100
                let close = ((open + 0.1) * 100).rounded() / 100
                return [open, close, open, close]
            }
            for pattern in [CandlePattern.beltHold, .closingMarubozu, .longLine, .shortLine] {
                #expect(value(pattern, bars) == 0, "\(pattern) from \(start)")
            }
        }
    }

    @Test("a bar that is unknown in part hides the pattern for as long as it is looked at")
    func missing() {
        for pattern in CandlePattern.allCases {
            let kernel = CompiledKernel.candles(pattern)
            let bars = CandleExamples.beginning + CandleExamples.beginning + example(pattern)
            var columns = (0..<4).map { column in bars.map { $0[column] } }
            let end = bars.count - 1
            columns[3][end - kernel.lookback] = .nan
            #expect(kernel.values(of: columns)[end].isNaN)
            columns[3][end - kernel.lookback] = 1_000
            columns[0][end - kernel.lookback - 1] = .infinity
            #expect(!kernel.values(of: columns)[end].isNaN)
        }
    }

    @Test("settings that share a sum have one period")
    func settings() {
        for setting in CandleSetting.allCases where setting.period > 0 {
            #expect(setting.period == 10 || setting.period == 5 && setting.range == .whole)
        }
        #expect(CandleSetting.allCases.filter { $0.period == 0 }.allSatisfy { $0.range == .body })
    }
}
