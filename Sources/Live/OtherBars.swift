import MarketData
import Trading

/// The bars of the instruments that a rule reads beside its own, as its own bars meet them.
struct OtherBars {
    private var rest: [(symbol: String, bars: Series, next: Int)]

    init(_ histories: [String: AdjustedHistory]) {
        rest = histories.map { ($0, $1.traded, 0) }
    }

    /// Adds those that have closed at an instant, and were not added yet, to a tally.
    mutating func add(through instant: Timestamp, to tally: inout SessionTally) {
        for index in rest.indices {
            let bars = rest[index].bars
            while rest[index].next < bars.count, bars.closedAt[rest[index].next] <= instant {
                tally.read(bars[rest[index].next], of: rest[index].symbol)
                rest[index].next += 1
            }
        }
    }
}
