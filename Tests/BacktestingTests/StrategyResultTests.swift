import Backtesting
import Digests
import Foundation
import Signals
import Strategies
import Testing

/// Holds what every strategy of the catalogue makes of the bundled data to
/// Tests/Golden/strategies.csv. `FINSTAGE_WRITE_GOLDEN=1` writes it.
@Suite("Expected results of the catalogue", .serialized)
struct StrategyResultTests {
    private static let path = BundledMarket.root.appending(path: "Tests/Golden/strategies.csv")
    private static let command =
        "FINSTAGE_WRITE_GOLDEN=1 Scripts/test --filter StrategyResultTests"

    @Test("five figures and the digest of the trades, for each strategy and series")
    func figures() throws {
        let present = try StrategyCatalog.all.flatMap { type in
            try BundledMarket.results(of: type).map(Self.line)
        }
        if ProcessInfo.processInfo.environment["FINSTAGE_WRITE_GOLDEN"] != nil {
            let text = ([Self.header] + present).map { $0 + "\n" }.joined()
            try text.write(to: Self.path, atomically: true, encoding: .utf8)
        }
        let recorded = try String(contentsOf: Self.path, encoding: .utf8)
            .split(separator: "\n").map(String.init)
        #expect(recorded.first == Self.header)
        let (was, now) = (Self.byKey(recorded.dropFirst()), Self.byKey(present[...]))
        let differing = Set(was.keys).union(now.keys).filter { was[$0] != now[$0] }.sorted()
        for key in differing {
            Issue.record(
                """
                \(key) makes other trades than recorded:
                    recorded: \(was[key] ?? "nothing")
                    now:      \(now[key] ?? "nothing")
                    to record what is true now: \(Self.command)
                """)
        }
    }

    @Test("every strategy trades somewhere, and some lose")
    func trades() throws {
        let recorded = try String(contentsOf: Self.path, encoding: .utf8)
            .split(separator: "\n").dropFirst().map { $0.split(separator: ",") }
        // A rule of weights may hold what it bought to the end.
        let traded = Set(
            recorded.filter { $0[2] != "0" || $0[1] == RunResult.portfolioSymbol }
                .map { String($0[0]) })
        #expect(traded == Set(StrategyCatalog.all.map { $0.name }))
        #expect(recorded.contains { $0[3].hasPrefix("-") })
    }

    private static let header =
        "strategy,symbol,trades,total_return,sharpe,max_drawdown,exposure,trades_sha256"

    private static func byKey(_ lines: ArraySlice<String>) -> [String: String] {
        lines.reduce(into: [:]) { table, line in
            table[line.split(separator: ",").prefix(2).joined(separator: " ")] = line
        }
    }

    /// Figures to four decimals for the eye; every bit of every trade is in the digest.
    private static func line(_ result: RunResult) -> String {
        let metrics = result.metrics
        let trades = result.trades.map { trade in
            "\(trade.side) \(trade.entryTime.text) \(trade.exitTime.text) \(trade.entryPrice) "
                + "\(trade.exitPrice) \(trade.quantity) \(trade.profit) \(trade.exitReason)\n"
        }
        let orders = (result.members == nil ? [] : result.orders).map { order in
            "\(order.symbol ?? "") \(order.fillTime?.text ?? "") \(order.quantity ?? .nan) "
                + "\(order.price ?? .nan)\n"
        }
        let digest = Digest(of: (trades + orders).joined()).description.prefix(16)
        let figures = [
            metrics.totalReturn, metrics.sharpe, metrics.maxDrawdown, metrics.exposure,
        ].map { $0.map { String(format: "%.4f", $0) } ?? "" }
        return
            ([result.strategy, result.symbol, "\(metrics.tradeCount)"] + figures + [
                String(digest)
            ]).joined(separator: ",")
    }
}
