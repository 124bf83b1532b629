import MarketData
import Testing

@Suite("Universes")
struct UniverseTests {
    private func history(_ symbol: String, days: [Int], _ interval: Interval = .day)
        -> AdjustedHistory
    {
        let bars = days.map { day in
            Bar(
                time: Timestamp(microseconds: Int64(day) * interval.microseconds), open: 1,
                high: 1, low: 1, close: 1, volume: 1)
        }
        return AdjustedHistory(
            Series(symbol: symbol, interval: interval, bars: bars), actions: [], view: .splits)
    }

    @Test("who has a bar of the day takes part, and nobody else")
    func comparisons() {
        let universe = Universe([
            history("A", days: [1, 2, 4]), history("B", days: [2, 3]), history("C", days: []),
        ])
        #expect(
            universe.comparisons.map(\.rows) == [
                [0, -1, -1], [1, 0, -1], [-1, 1, -1], [2, -1, -1],
            ])
        #expect(universe.place(of: "B") == 1 && universe.place(of: "D") == nil)
        let results = [[10, .nan, .nan], [20, 21, .nan], [.nan, 31, .nan], [40, .nan, .nan]]
        #expect(universe.seen(results) == [[10, 20, 40], [21, 31], []])
    }

    @Test("shorter bars are compared whenever some close")
    func hours() {
        let universe = Universe([
            history("A", days: [1, 2], .hour), history("B", days: [2], .hour),
        ])
        #expect(universe.comparisons.map(\.rows) == [[0, -1], [1, 0]])
        let closes = universe.members[0].traded.closedAt
        #expect(universe.comparisons.map(\.instant) == closes)
    }

    @Test("a history without bars has one segment without rows")
    func empty() {
        for view in [AdjustmentView.splits, .none, .total] {
            let series = Series(symbol: "E", interval: .day, bars: [])
            let history = AdjustedHistory(series, actions: [], view: view)
            #expect(history.count == 0 && history.segments.map(\.rows) == [0..<0])
        }
    }
}
