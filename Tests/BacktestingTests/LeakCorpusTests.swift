import Backtesting
import Evaluation
import Signals
import Testing

/// The trial by poison is itself held to leaks that were planted and to honest look-alikes.
@Suite("Planted leaks")
struct LeakCorpusTests {
    @Test("a planted leak is caught, an honest look-alike is not", arguments: LeakCase.all.indices)
    func judged(index: Int) {
        let leak = LeakCase.all[index]
        let trial = leak.trial()
        #expect((trial.difference != nil) == leak.isLeak, "\(leak.name)")
        #expect(trial.valueCount > 0)
        if let difference = trial.difference { #expect(difference.row <= difference.cut) }
    }

    @Test("the rule that trades rarely does so at all")
    func rarely() throws {
        let leak = try #require(LeakCase.all.first { $0.name == "a rule that trades rarely" })
        let shown = try #require(leak.plan.shownNodes.first)
        let values = ColumnarEvaluator(leak.plan).trace(leak.whole)[shown]
        let times = values.count { $0 == .number(bits: Double(1).bitPattern) }
        #expect((1...60).contains(times), "true at \(times) bars")
    }

    @Test("there are leaks and look-alikes, each with a name of its own")
    func corpus() {
        let all = LeakCase.all
        #expect(Set(all.map(\.name)).count == all.count)
        #expect(all.count { $0.isLeak } >= 10 && all.count { !$0.isLeak } >= 10)
    }
}
