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
    /// The bars on which wishes, stop or target differ, as rows from the first stored bar.
    public let rows: [Int]
    /// The session of the first of them; nil where there is none.
    public let first: CivilDate?
    /// What each wishes there: `enter long`, or `nothing`.
    public let wishes: (first: String, second: String)?

    /// Compares the first two targets on the rows that count.
    public init(_ plan: Plan, _ subject: Subject) {
        let columns = ColumnarEvaluator(plan).decisions(for: [subject.history])[0]
        let series = subject.history.traded
        symbol = subject.symbol
        barCount = subject.rows.count
        rows = subject.rows.filter { row in
            let pair = columns.map { $0.decision(row: row, decidedAt: series.closedAt[row]) }
            return pair[0].wishes != pair[1].wishes || !Self.isSame(pair[0].stop, pair[1].stop)
                || !Self.isSame(pair[0].target, pair[1].target)
        }
        first = rows.first.map {
            series.calendar.sessionDate(ofBarAt: series.times[$0], interval: series.interval)
        }
        wishes = rows.first.map { row in
            (columns[0].wishes[row].words, columns[1].wishes[row].words)
        }
    }

    /// Equal to the bit; every NaN is the same unknown.
    private static func isSame(_ one: Double, _ other: Double) -> Bool {
        one.bitPattern == other.bitPattern || (one.isNaN && other.isNaN)
    }
}

extension Decision.Wishes {
    /// What is wished for: `exit long, enter short`; `nothing` for none.
    public var words: String {
        let all: [(Decision.Wishes, String)] = [
            (.enterLong, "enter long"), (.exitLong, "exit long"), (.enterShort, "enter short"),
            (.exitShort, "exit short"),
        ]
        let named = all.filter { contains($0.0) }.map(\.1)
        return named.isEmpty ? "nothing" : named.joined(separator: ", ")
    }
}
