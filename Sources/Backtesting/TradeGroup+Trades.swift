import Analysis
import MarketData

extension TradeGroup {
    /// The trades by side, by the year of their exit and by its reason, each in order of the key.
    static func groups(_ trades: [TradeRecord], dates: [CivilDate]) -> [TradeGroup] {
        by("side", trades) { $0.side }
            + by("year", trades) { "\(dates[$0.exitRow].year)" }
            + by("reason", trades) { $0.exitReason }
    }

    private static func by(
        _ kind: String, _ trades: [TradeRecord], key: (TradeRecord) -> String
    ) -> [TradeGroup] {
        Dictionary(grouping: trades, by: key).sorted { $0.key < $1.key }.map { key, trades in
            let profits = trades.map(\.profit)
            return TradeGroup(
                kind: kind, key: key, count: trades.count,
                winRate: TradeStatistics(profits: profits).winRate ?? 0,
                profit: profits.compensatedSum(),
                meanReturn: Returns(trades.map(\.returnFraction)).mean ?? 0)
        }
    }
}
