import Backtesting
import Signals
import Testing

@Suite("What of a plan is drawn")
struct DrawnPlanTests {
    private func labels(_ enter: Condition, _ exit: Condition = .never) -> [String] {
        DrawnPlan(Plan(.long(enter: enter, exit: exit), name: "Rule")).lines.map {
            "\($0.panel): \($0.label)"
        }
    }

    @Test("numbers that are compared share a panel, with the level that they are compared with")
    func levels() {
        let close = Bars().close
        #expect(
            labels(close.rsi(period: 14) > 70)
                == ["rsi(close, 14): rsi(close, 14)", "rsi(close, 14): 70"])
        #expect(labels(close > close.sma(period: 5)) == ["price: sma(close, 5)"])
        #expect(labels(close > 100) == ["price: 100"])
    }

    @Test("a level that no price comes near, and levels among themselves, are not drawn")
    func bareLevels() {
        #expect(labels(Bars().close > 0) == [])
        #expect(labels(Bars().close > 100, Signal(1) > 2) == ["price: 100"])
    }
}
