import Backtesting
import Foundation
import MarketData
import Signals
import Strategies
import Testing
import Trading

/// What backtesting.py and vectorbt printed for their own runs, against our conventions of their
/// name: the figures of `engine_stats` in the golden backtests.
@Suite("Figures of other engines")
struct EngineFigureTests {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Golden/backtests")

    private static let percent = 0.01

    /// The key of the engine, ours, and the factor from theirs to ours.
    private static let backtestingPy: [(String, String, Double)] = [
        ("Exposure Time [%]", "exposure_fraction", percent),
        ("Return [%]", "total_return_fraction", percent),
        ("Volatility (Ann.) [%]", "volatility_annualized_fraction", percent),
        ("CAGR [%]", "cagr_fraction", percent), ("Sharpe Ratio", "sharpe_annualized", 1),
        ("Sortino Ratio", "sortino_annualized", 1), ("Calmar Ratio", "calmar_ratio", 1),
        ("Alpha [%]", "alpha_annualized_fraction", percent), ("Beta", "beta", 1),
        ("Max. Drawdown [%]", "max_drawdown_fraction", -percent),
        ("# Trades", "trade_count", 1), ("Win Rate [%]", "win_rate_fraction", percent),
        ("Best Trade [%]", "best_trade_fraction", percent),
        ("Worst Trade [%]", "worst_trade_fraction", percent),
        ("Profit Factor", "profit_factor_ratio", 1),
        ("Expectancy [%]", "mean_trade_return_fraction", percent), ("SQN", "sqn", 1),
        ("Kelly Criterion", "kelly_fraction", 1),
    ]

    private static let vectorbt: [(String, String, Double)] = [
        ("Total Return [%]", "total_return_fraction", percent),
        ("Total Fees Paid", "fees_money", 1),
        ("Max Drawdown [%]", "max_drawdown_fraction", percent),
        ("Total Closed Trades", "trade_count", 1), ("Win Rate [%]", "win_rate_fraction", percent),
        ("Best Trade [%]", "best_trade_fraction", percent),
        ("Worst Trade [%]", "worst_trade_fraction", percent),
        ("Profit Factor", "profit_factor_ratio", 1), ("Expectancy", "expectancy_money", 1),
        ("Sharpe Ratio", "sharpe_annualized", 1), ("Calmar Ratio", "calmar_ratio", 1),
        ("Omega Ratio", "omega_ratio", 1), ("Sortino Ratio", "sortino_annualized", 1),
    ]

    @Test(
        "the figures that an engine printed", arguments: ["AAPL", "IBM", "SPX"],
        ["backtesting.py", "vectorbt"])
    func figures(series: String, engine: String) throws {
        for fill in ["next-open", "same-close"] {
            let name = "sma-10-50.\(fill).\(engine)"
            let printed = try stats("\(series)/\(name).summary.json")
            let run = try run(series, engine: engine, fill: fill)
            for (theirs, ours, factor) in engine == "vectorbt" ? Self.vectorbt : Self.backtestingPy
            {
                let expected = try #require(printed[theirs] as? Double) * factor
                let value = try #require(run.metrics[ours], "\(ours)")
                #expect(
                    abs(value - expected) <= 1e-8 * abs(expected),
                    "\(series)/\(name): \(theirs) is \(value), not \(expected)")
            }
            let days = try #require(
                printed["Max\(engine == "vectorbt" ? "" : ".") Drawdown Duration"])
            #expect("\(days)".hasPrefix("\(Int(run.metrics["longest_drawdown_days"] ?? -1)) days"))
        }
    }

    private func stats(_ path: String) throws -> [String: Any] {
        let data = try Data(contentsOf: Self.folder.appending(path: path))
        let document = try JSONSerialization.jsonObject(with: data) as? [String: Any]
        return try #require(document?["engine_stats"] as? [String: Any])
    }

    private func run(_ name: String, engine: String, fill: String) throws -> RunResult {
        let plan = Plan(try SmaCross(setting: ["fast": "10", "slow": "50"]))
        var rules = TradingRules().applying(plan.targets[0])
        rules.fill = try #require(TradingRules.Fill(rawValue: fill))
        rules = try #require(TradingPreset(rawValue: engine)).applied(to: rules)
        let subject = try Subject(
            series(name), actions: [], view: .none, from: nil, to: nil, source: ResultTable.source)
        let settings = ResultTable.settings(rules, engine)
        let results = Backtest(plan, rules, settings: settings, stamp: "x").run([subject])
        return try #require(results.first)
    }

    private func series(_ name: String) throws -> Series {
        let text = try String(
            contentsOf: Self.folder.appending(path: "\(name)/bars.csv"), encoding: .utf8)
        let bars = try text.split(separator: "\n").dropFirst().map { line in
            let cells = line.split(separator: ",", omittingEmptySubsequences: false)
            let numbers = cells.dropFirst().map { Double($0) ?? .nan }
            return Bar(
                time: try #require(Timestamp(iso8601: String(cells[0]))), open: numbers[0],
                high: numbers[1], low: numbers[2], close: numbers[3], volume: numbers[4])
        }
        return Series(symbol: name, interval: .day, calendar: .newYork, bars: bars)
    }
}
