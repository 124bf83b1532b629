import Signals
import Strategies
import Testing

@Suite("Plans in words")
struct WordsTests {
    private func words(_ strategy: any Strategy) -> [String] {
        let plan = Plan(strategy)
        return plan.targets[0].conditions.map { plan.words(ofNode: $0) }
    }

    @Test("a crossing reads as it was written")
    func crossing() {
        #expect(
            words(SmaCross()) == [
                "(sma(close, 10) > sma(close, 50)) begins",
                "(sma(close, 50) > sma(close, 10)) begins",
            ])
    }

    @Test("another frame is named")
    func frames() {
        struct Frames: Strategy {
            func target(_ bars: Bars) -> TargetExposure {
                let market = bars.of("SPX").close
                return .long(
                    enter: bars.close > market.sma(period: 5) * 2,
                    exit: bars.resampled(to: .week).close.lagged(by: 2) > bars.high)
            }
        }
        let words = words(Frames())
        #expect(words[0].contains("sma(close, 5)") && words[0].contains("of SPX"))
        #expect(words[1] == "close 2 bars ago of 1w bars > high")
    }
}
