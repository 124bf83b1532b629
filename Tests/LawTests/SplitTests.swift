import Evaluation
import MarketData
import Signals
import Testing

/// What a split does to signals: history is seen adjusted as of each bar.
@Suite("Restart at splits")
struct SplitTests {
    private let raw: Series
    private let split: CorporateAction

    /// A walk whose prices halve and volumes double from row 350 on.
    init() {
        let smooth = SyntheticMarket(symbol: 3).daily(count: 700)
        raw = smooth.scaled(
            prices: (0..<700).map { $0 < 350 ? 1 : 0.5 },
            volumes: (0..<700).map { $0 < 350 ? 1 : 2 })
        split = CorporateAction(exDate: smooth.times[350], kind: .split(new: 2, old: 1))
    }

    /// A history beside the others of the law market.
    private func history(_ series: Series, _ actions: [CorporateAction]) -> AdjustedHistory {
        AdjustedHistory(series, actions: actions, view: .splits).reading(
            LawMarket.others.mapValues { AdjustedHistory($0, actions: [], view: .splits) })
    }

    @Test("columns and single bars agree across a split", arguments: LawMarket.names)
    func agree(name: String) {
        let plan = LawMarket.plan(name)
        let history = history(raw, [split])
        let traces = ColumnarEvaluator(plan).trace(history)
        var live = HistoryEvaluator(plan, history)
        for row in 0..<history.count {
            live.advance()
            for node in plan.nodes.indices {
                #expect(live.value(ofNode: node) == traces[node][row])
            }
        }
    }

    @Test("before the ex-date nothing knows of the split", arguments: LawMarket.names)
    func past(name: String) {
        let plan = LawMarket.plan(name)
        let knowing = history(raw, [split])
        let ignorant = history(raw.rows(0..<350), [])
        let evaluator = ColumnarEvaluator(plan)
        #expect(
            evaluator.trace(knowing).map { $0.prefix(350) }
                == evaluator.trace(ignorant).map { $0[...] })
    }

    @Test("after the ex-date a rule sees the smooth history, not a crash of half")
    func smooth() {
        let plan = LawMarket.plan("SmaCross")
        let adjusted = raw.scaled(
            prices: (0..<700).map { $0 < 350 ? 0.5 : 1 },
            volumes: (0..<700).map { $0 < 350 ? 2 : 1 })
        let evaluator = ColumnarEvaluator(plan)
        let seen = evaluator.trace(AdjustedHistory(raw, actions: [split], view: .splits))
        let smooth = evaluator.trace(AdjustedHistory(adjusted, actions: [], view: .none))
        #expect(seen.map { $0[350...] } == smooth.map { $0[350...] })
        #expect(seen != evaluator.trace(AdjustedHistory(raw, actions: [], view: .none)))
    }
}
