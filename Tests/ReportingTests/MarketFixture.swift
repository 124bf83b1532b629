import Backtesting
import Foundation

/// A run over a made-up market, as long as asked for: prices, an average cross with its trades,
/// and every table that a page shows.
struct MarketFixture {
    var symbol = "AAPL"
    var strategy = "SmaCross"
    var count = 2_520
    var isDaily = true
    var seed: UInt64 = 7
    var fast = 10
    var slow = 50
    var hasBenchmark = false

    private static let plan = """
        finstage-plan 1
        strategies SmaCross
        kernel simple-moving-average(period=10) bits 1f
        kernel simple-moving-average(period=50) bits 2f
        node 0 field close
        node 1 kernel simple-moving-average(period=10) of 0
        node 2 kernel simple-moving-average(period=50) of 0
        node 3 greater of 1 2
        node 4 begins of 3
        node 5 less of 1 2
        node 6 begins of 5
        target long 4/6 short none stop percent:0.08 target none size all-in

        """

    func result() throws -> RunResult { try fixture().result() }

    func fixture() -> ResultFixture {
        let bars = prices()
        let close = bars["close"] ?? []
        var fixture = ResultFixture(strategy: strategy, symbol: symbol, close: close, equity: [])
        fixture.bars = bars
        fixture.times = times()
        fixture.plan = Self.plan
        let (quick, calm) = (average(close, fast), average(close, slow))
        trade(bars, quick, calm, into: &fixture)
        let returns = fixture.equity.indices.map { row in
            fixture.equity[row] / (row == 0 ? fixture.cash : fixture.equity[row - 1]) - 1
        }
        fixture.drawn = [
            ["label": "sma(close, \(fast))", "panel": "price", "values": json(quick)],
            ["label": "sma(close, \(slow))", "panel": "price", "values": json(calm)],
            [
                "label": "sma(close, \(fast)) − sma(close, \(slow))", "panel": "spread",
                "values": json(zip(quick, calm).map { $0 - $1 }),
            ],
        ]
        fixture.rules = [
            [
                "wish": "enter long", "drawn": [0, 1],
                "text": "sma(close, \(fast)) > sma(close, \(slow)), begins",
            ],
            [
                "wish": "exit long", "drawn": [0, 1],
                "text": "sma(close, \(fast)) < sma(close, \(slow)), begins",
            ],
            ["wish": "stop", "drawn": [Int](), "text": "8% below the entry"],
        ]
        fixture.tables = FixtureTables(fixture, returns: returns).document
        if hasBenchmark {
            fixture.benchmark = "SPX"
            fixture.tables["benchmark"] = fixture.equity.map { $0 * 0.9 + 700 }
        }
        fixture.metrics = figures(fixture, returns: returns)
        return fixture
    }

    private func json(_ values: [Double]) -> [Any] {
        values.map { $0.isFinite ? $0 as Any : "nan" }
    }

    private func average(_ values: [Double], _ period: Int) -> [Double] {
        var (sum, result) = (0.0, [Double](repeating: .nan, count: values.count))
        for row in values.indices {
            sum += values[row] - (row >= period ? values[row - period] : 0)
            if row >= period - 1 { result[row] = sum / Double(period) }
        }
        return result
    }

    private func times() -> [Int] {
        guard isDaily else { return (0..<count).map { ResultFixture.start + $0 * 60_000_000 } }
        var (times, day) = ([Int](), 16_072)
        while times.count < count {
            // 1970-01-01 was a Thursday.
            if (day + 3) % 7 < 5 { times.append(day * 86_400_000_000) }
            day += 1
        }
        return times
    }

    private func prices() -> [String: [Double]] {
        var state = seed
        func draw() -> Double {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Double(state >> 40) / 0x1p24 - 0.5
        }
        let step = isDaily ? 0.055 : 0.001
        var (open, high, low, close) = ([Double](), [Double](), [Double](), [Double]())
        var price = 42.0
        for row in 0..<count {
            let start = price * (1 + draw() * step / 6)
            let wave = isDaily ? 0.0012 * sin(Double(row) / 190) : 0
            price = start * (1 + draw() * step + (isDaily ? 0.0006 : 0) + wave)
            open.append((start * 100).rounded() / 100)
            close.append((price * 100).rounded() / 100)
            let (top, bottom) = (max(start, price), min(start, price))
            high.append((top * (1 + abs(draw()) * step / 3) * 100).rounded(.up) / 100)
            low.append((bottom * (1 - abs(draw()) * step / 3) * 100).rounded(.down) / 100)
        }
        return ["open": open, "high": high, "low": low, "close": close]
    }
}

extension MarketFixture {
    private func trade(
        _ bars: [String: [Double]], _ quick: [Double], _ calm: [Double],
        into fixture: inout ResultFixture
    ) {
        let (open, close) = (bars["open"] ?? [], bars["close"] ?? [])
        let (high, low) = (bars["high"] ?? [], bars["low"] ?? [])
        var (cash, units, entryRow) = (fixture.cash, 0.0, 0)
        for row in close.indices {
            let isUp = row > slow && quick[row - 1] > calm[row - 1]
            if isUp, units == 0 {
                units = (cash / open[row]).rounded(.down)
                cash -= units * open[row]
                entryRow = row
                order(row, "buy", "entry", units, open[row], into: &fixture)
            } else if !isUp, units > 0 {
                cash += units * open[row]
                var trade = fixture.trade(
                    entryRow, row, entryPrice: open[entryRow], exitPrice: open[row],
                    quantity: units)
                let span = entryRow..<row
                let worst = min(span.map { low[$0] }.min() ?? 0, open[row])
                let best = max(span.map { high[$0] }.max() ?? 0, open[row])
                trade["adverseExcursion"] = min(0, worst / open[entryRow] - 1)
                trade["favorableExcursion"] = max(0, best / open[entryRow] - 1)
                trade["fees"] = 2.0
                if fixture.trades.count % 7 == 3 { trade["exitReason"] = "stop" }
                fixture.trades.append(trade)
                order(row, "sell", "signal", units, open[row], into: &fixture)
                units = 0
            }
            fixture.positions.append(units)
            fixture.equity.append(cash + units * close[row])
        }
        guard units > 0, let last = close.last else { return }
        fixture.open = [
            "side": "long", "entryRow": entryRow, "entryTime": fixture.time(entryRow),
            "entryPrice": open[entryRow], "quantity": units, "fees": 1, "distributions": 0,
            "unrealizedProfit": (last - open[entryRow]) * units,
        ]
    }

    private func order(
        _ row: Int, _ side: String, _ purpose: String, _ units: Double, _ price: Double,
        into fixture: inout ResultFixture
    ) {
        fixture.orders.append([
            "row": row - 1, "time": fixture.time(row - 1), "side": side, "purpose": purpose,
            "status": "filled", "fillRow": row, "fillTime": fixture.time(row),
            "quantity": units, "price": price, "fee": 1,
        ])
    }

    private func figures(_ fixture: ResultFixture, returns: [Double]) -> [String: Any] {
        guard let last = fixture.equity.last, returns.count > 2 else { return [:] }
        let years = Double(count) / (isDaily ? 252 : 98_280)
        let mean = returns.reduce(0, +) / Double(returns.count)
        let variance = returns.map { ($0 - mean) * ($0 - mean) }.reduce(0, +)
        let deviation = (variance / Double(returns.count - 1)).squareRoot()
        let profits = fixture.trades.compactMap { $0["profit"] as? Double }
        let won = profits.filter { $0 > 0 }
        let lost = profits.filter { $0 < 0 }.reduce(0, -)
        var result: [String: Any] = [
            "cagr": pow(max(1e-9, last / fixture.cash), 1 / years) - 1,
            "volatilityAnnualized": deviation * 252.0.squareRoot(),
            "sharpe": mean / max(deviation, 1e-12) * 252.0.squareRoot(), "sortino": 1.21,
            "calmar": 0.54, "exposure": 0.61, "fees": 214.5,
        ]
        if !profits.isEmpty {
            result["winRate"] = Double(won.count) / Double(profits.count)
            result["expectancy"] = profits.reduce(0, +) / Double(profits.count)
        }
        if lost > 0 { result["profitFactor"] = won.reduce(0, +) / lost }
        return result
    }
}
