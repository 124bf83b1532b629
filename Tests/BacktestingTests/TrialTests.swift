import Backtesting
import MarketData
import Signals
import Strategies
import Testing
import Trading

@Suite("Trials of a rule's word")
struct TrialTests {
    private let plan = Plan(AdxTrend())
    private let series = SyntheticMarket(symbol: 11).daily(count: 600)

    private func history(_ series: Series) -> AdjustedHistory {
        AdjustedHistory(series, actions: [], view: .splits)
    }

    @Test("poison moves no value of an honest history, and every value is compared")
    func honest() {
        let whole = history(series)
        let trial = PoisonTrial(plan, rows: 100..<600, cutCount: 9) { known, isAbsurd in
            known.map { whole.poisoned(after: $0, isAbsurd: isAbsurd) } ?? whole
        }
        #expect(trial.difference == nil && trial.cuts.count == 9)
        #expect(trial.cuts.allSatisfy { (100..<599).contains($0) })
        let rows = trial.cuts.reduce(0) { $0 + $1 + 1 }
        #expect(trial.valueCount == 2 * rows * plan.nodes.count)
    }

    @Test("a history scaled by its own last known price is caught at the first cut")
    func planted() throws {
        let whole = history(series)
        func normalised(_ history: AdjustedHistory) -> AdjustedHistory {
            let last = history.traded.close.last { $0.isFinite } ?? 1
            let bars = history.traded.bars.map { bar in
                Bar(
                    time: bar.time, open: bar.open / last, high: bar.high / last,
                    low: bar.low / last, close: bar.close / last, volume: bar.volume)
            }
            return self.history(Series(symbol: "S", interval: .day, bars: bars))
        }
        let trial = PoisonTrial(plan, rows: 0..<600, cutCount: 5) { known, isAbsurd in
            normalised(known.map { whole.poisoned(after: $0, isAbsurd: isAbsurd) } ?? whole)
        }
        let found = try #require(trial.difference)
        #expect(found.cut == trial.cuts[0] && found.row == 0 && found.values.honest != .unknown)
    }

    @Test("a split of the future is forgotten with it")
    func laterSplit() throws {
        let day = series.times[401]
        let split = CorporateAction(exDate: day, kind: .split(new: 2, old: 1))
        let whole = AdjustedHistory(series, actions: [split], view: .splits)
        let past = whole.poisoned(after: series.closedAt[399], isAbsurd: false)
        #expect(past.booked.isEmpty && past.segments.count == 1)
        #expect(whole.poisoned(after: series.closedAt[401], isAbsurd: true).segments.count == 2)
        let trial = PoisonTrial(plan, rows: 380..<421, cutCount: 40) { known, isAbsurd in
            known.map { whole.poisoned(after: $0, isAbsurd: isAbsurd) } ?? whole
        }
        #expect(trial.difference == nil && trial.cuts.contains(400) && trial.cuts.contains(401))
    }
}
