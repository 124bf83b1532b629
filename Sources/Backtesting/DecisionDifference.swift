import Evaluation
import MarketData
import Signals
import Trading

/// On which bars of one instrument the two strategies of a plan decide differently.
public struct DecisionDifference: Sendable {
    /// The instrument.
    public let symbol: String
    /// The bars compared.
    public let barCount: Int
    /// The bars on which wishes, stop, target or weight differ, as rows from the first stored bar.
    public let rows: [Int]
    /// The session of the first of them; nil where there is none.
    public let first: CivilDate?
    /// What each decides there.
    public let decisions: (first: Decision, second: Decision)?

    /// Compares the first two targets on the rows that count.
    public init(_ plan: Plan, _ subject: Subject) {
        let columns = ColumnarEvaluator(plan).decisions(for: [subject.history])[0]
        let series = subject.history.traded
        symbol = subject.symbol
        barCount = subject.rows.count
        func pair(_ row: Int) -> (first: Decision, second: Decision) {
            let pair = columns.map { $0.decision(row: row, decidedAt: series.closedAt[row]) }
            return (pair[0], pair[1])
        }
        rows = subject.rows.filter { row in
            let (one, other) = pair(row)
            return one.wishes != other.wishes || !one.differences(from: other).isEmpty
        }
        first = rows.first.map {
            series.calendar.sessionDate(ofBarAt: series.times[$0], interval: series.interval)
        }
        decisions = rows.first.map(pair)
    }
}

extension Decision {
    /// Which numbers of this decision are not those of another one, to the bit: `stop`, `target`,
    /// `weight`, `rank`, each with the value that it has here. Every NaN is the same unknown, and a
    /// weight or a rank is that of an entry or of a rebalancing.
    public func differences(from other: Decision) -> [(name: String, value: Double)] {
        var numbers = [("stop", stop, other.stop), ("target", target, other.target)]
        let united = wishes.union(other.wishes)
        if !united.isDisjoint(with: [.enterLong, .enterShort, .rebalance]) {
            numbers += [("weight", weight, other.weight), ("rank", rank, other.rank)]
        }
        return numbers.filter { _, own, theirs in
            own.bitPattern != theirs.bitPattern && !(own.isNaN && theirs.isNaN)
        }.map { ($0.0, $0.1) }
    }
}

extension Decision.Wishes {
    /// What is wished for: `exit long, enter short`; `nothing` for none.
    public var words: String {
        let all: [(Decision.Wishes, String)] = [
            (.enterLong, "enter long"), (.exitLong, "exit long"), (.enterShort, "enter short"),
            (.exitShort, "exit short"), (.rebalance, "rebalance"),
        ]
        let named = all.filter { contains($0.0) }.map(\.1)
        return named.isEmpty ? "nothing" : named.joined(separator: ", ")
    }
}
