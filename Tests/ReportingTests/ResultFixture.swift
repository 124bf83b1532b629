import Backtesting
import Foundation

/// Results made by hand: as JSON, read as a stored run is read.
struct ResultFixture {
    var strategy = "SmaCross"
    var symbol = "AAPL"
    var selection = "hindsight"
    var benchmark: String?
    var stepMicroseconds = 86_400_000_000
    var cash = 10_000.0
    var close: [Double]
    var equity: [Double]
    var buyAndHold: [Double] = []
    var trades: [[String: Any]] = []
    var open: [String: Any]?
    var rejections: [[String: Any]] = []
    var metrics: [String: Any] = [:]
    var plan = "plan"
    var convention: String?
    var source: String?
    var command = "finstage backtest SmaCross --symbol AAPL"
    var bars: [String: [Double]] = [:]
    var times: [Int] = []
    var positions: [Double] = []
    var drawn: [[String: Any]] = []
    var rules: [[String: Any]] = []
    var orders: [[String: Any]] = []
    var tables: [String: Any] = [:]

    /// 2024-01-01.
    static let start = 1_704_067_200_000_000

    func time(_ row: Int) -> Int {
        times.indices.contains(row) ? times[row] : Self.start + row * stepMicroseconds
    }

    func result() throws -> RunResult {
        let held = buyAndHold.isEmpty ? close.map { cash * $0 / close[0] } : buyAndHold
        var document: [String: Any] = [
            "id": "20240101-000000-DEMO-ab12", "strategy": strategy, "symbol": symbol,
            "settings": settings, "passport": passport, "plan": plan,
            "planFingerprint": "c0ffee", "equity": equity, "buyAndHold": held,
            "trades": trades, "rejections": rejections,
            "metrics": figures(equity).merging(metrics) { $1 },
            "buyAndHoldMetrics": figures(held),
            "positions": positions.isEmpty ? equity.map { _ in 0 } : positions,
            "drawn": drawn, "rules": rules, "orders": orders,
            "tables": emptyTables(held).merging(tables) { $1 },
        ]
        document["openPosition"] = open
        document["bars"] = [
            "times": close.indices.map(time), "open": bars["open"] ?? close,
            "high": bars["high"] ?? close, "low": bars["low"] ?? close,
            "close": close, "factor": close.map { _ in 1 },
        ]
        let bytes = try JSONSerialization.data(withJSONObject: document)
        let decoder = JSONDecoder()
        decoder.nonConformingFloatDecodingStrategy = .convertFromString(
            positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
        return try decoder.decode(RunResult.self, from: bytes)
    }

    func trade(
        _ entryRow: Int, _ exitRow: Int, entryPrice: Double, exitPrice: Double, quantity: Double
    ) -> [String: Any] {
        [
            "side": "long", "entryRow": entryRow, "exitRow": exitRow,
            "entryTime": time(entryRow), "exitTime": time(exitRow), "entryPrice": entryPrice,
            "exitPrice": exitPrice, "quantity": quantity, "fees": 0,
            "distributions": 0,
            "profit": (exitPrice - entryPrice) * quantity,
            "returnFraction": exitPrice / entryPrice - 1, "exitReason": "signal",
            "barCount": exitRow - entryRow, "adverseExcursion": 0, "favorableExcursion": 0,
        ]
    }

    private func figures(_ equity: [Double]) -> [String: Any] {
        var (peak, drawdown) = (cash, 0.0)
        for value in equity {
            peak = max(peak, value)
            drawdown = max(drawdown, (peak - value) / peak)
        }
        return [
            "totalReturn": (equity.last ?? cash) / cash - 1, "isCagrExtrapolated": false,
            "maxDrawdown": drawdown, "exposure": 0.5, "fees": 0, "tradeCount": trades.count,
            "openTradeCount": open == nil ? 0 : 1, "periodsPerYear": 252,
        ]
    }

    private func emptyTables(_ held: [Double]) -> [String: Any] {
        [
            "underwater": FixtureTables.underwater(equity, cash: cash),
            "heldUnderwater": FixtureTables.underwater(held, cash: cash),
            "drawdowns": [Int](),
            "months": [Int](), "years": [Int](), "returns": [Double](), "groups": [Int](),
            "rolling": [
                "barCount": 0, "sharpe": [Double](), "volatility": [Double](), "beta": [Double](),
            ],
        ]
    }

    private var settings: [String: Any] {
        var settings: [String: Any] = [
            "parameters": ["fast": "20", "slow": "50"], "adjusted": "splits", "cash": cash,
            "size": "all", "wholeShares": true, "commission": "0.1%", "slippage": 0.0005,
            "fill": "next-open", "command": command,
        ]
        settings["benchmark"] = benchmark
        settings["convention"] = convention
        settings["source"] = source
        return settings
    }

    private var passport: [String: Any] {
        [
            "dataset": "bundle", "origin": "Stooq", "licence": "CC0",
            "seriesDigest": String(repeating: "a1", count: 32),
            "actionsDigest": String(repeating: "b2", count: 32), "selection": selection,
            "priceBasis": "as traded", "calendar": "XNYS", "firstSession": "2024-01-01",
            "lastSession": "2024-01-05", "barCount": close.count,
            "reads": [[String: Any]](), "remarks": [String](),
        ]
    }
}

extension ResultFixture {
    /// FE-31: one closed loser, one open winner.
    static func openWinner() -> ResultFixture {
        var fixture = ResultFixture(
            close: [100, 97, 96, 118, 140], equity: [10_000, 9_970, 9_950, 10_170, 10_390])
        fixture.trades = [
            fixture.trade(1, 2, entryPrice: 100, exitPrice: 95, quantity: 10)
        ]
        fixture.open = [
            "side": "long", "entryRow": 3, "entryTime": fixture.time(3), "entryPrice": 96,
            "quantity": 10, "fees": 0, "distributions": 0, "unrealizedProfit": 440,
        ]
        fixture.metrics = ["winRate": 0, "profitFactor": 0, "expectancy": -50]
        return fixture
    }

    /// A run that did nothing.
    static func idle() -> ResultFixture {
        ResultFixture(close: [100, 101, 102], equity: [10_000, 10_000, 10_000])
    }
}
