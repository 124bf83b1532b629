import Backtesting
import Foundation
import MarketData
import Testing
import Trading

/// What a result says of an account, on tables of bars.
@Suite("Results")
struct RunResultTests {
    private func isClose(_ one: Double?, _ other: Double) -> Bool {
        one.map { abs($0 - other) <= 1e-9 * max(1e-3, abs(other)) } ?? false
    }

    private let openWinner = """
        100 100 100 100 enter
        100 101 96 97 exit
        95 97 94 96 enter
        96 120 95 118
        118 140 117 140 exit
        """

    @Test("FE-31: the open winner is in equity, in no trade statistic")
    func openTrade() throws {
        let run = try ResultTable(.free(), openWinner).result
        #expect(isClose(run.metrics.totalReturn, 0.039))
        #expect(run.metrics.tradeCount == 1 && run.metrics.openTradeCount == 1)
        #expect(run.metrics.winRate == 0 && run.metrics.profitFactor == 0)
        #expect(run.metrics.expectancy == -50 && run.metrics["expectancy_r"] == -1)
        #expect(run.openPosition?.unrealizedProfit == 440)
        #expect(run.positions == [0, 10, 0, 10, 10])
    }

    @Test("FE-39: nothing bought: zero where it is zero, undefined and in words elsewhere")
    func nothingBought() throws {
        let metrics = try ResultTable(
            .free(.allIn, isWhole: true),
            """
            60000 60100 59900 60000 enter
            60500 60900 60200 60800 enter
            61000 61200 60500 60900
            """
        ).result.metrics
        for key in [
            "total_return_fraction", "cagr_fraction", "volatility_annualized_fraction",
            "max_drawdown_fraction", "exposure_fraction", "fees_money", "trade_count",
            "turnover_annualized", "longest_drawdown_days",
        ] { #expect(metrics[key] == 0, "\(key)") }
        let words = [
            "sharpe_annualized": "no variation", "sortino_annualized": "no variation",
            "beta": "no variation", "alpha_annualized_fraction": "no variation",
            "calmar_ratio": "no drawdown", "correlation": "no variation",
            "up_capture_ratio": "no variation", "down_capture_ratio": "no variation",
            "win_rate_fraction": "no trades", "profit_factor_ratio": "no trades",
            "expectancy_money": "no trades", "best_trade_fraction": "no trades",
            "worst_trade_fraction": "no trades", "psr_fraction": "no variation",
        ]
        for (key, words) in words { #expect(metrics.undefinedWords(for: key) == words, "\(key)") }
    }

    @Test("one bar: no growth a year, no ratio")
    func oneBar() throws {
        let run = try ResultTable(.free(), "10 10 10 10 enter").result
        #expect(run.metrics.totalReturn == 0 && run.metrics.cagr == nil)
        #expect(run.metrics.undefinedWords(for: "cagr_fraction") == "one bar")
        #expect(run.metrics.undefinedWords(for: "sharpe_annualized") == "too few returns")
        #expect(run.tables.returns == [0] && run.tables.months.map(\.value) == [0])
        #expect(run.tables.rolling.sharpe.count == 1 && run.tables.rolling.sharpe[0].isNaN)
    }

    @Test("ruin: −100 % at least, the deficit shown, no later returns, months or ratios")
    func ruin() throws {
        let table = "100 100 100 100 short\n100 100 100 100\n250 250 250 250\n9 9 9 9\n9 9 9 9"
        let run = try ResultTable(.free(.fixed(100)), table, start: "2024-01-29").result
        #expect(isClose(run.metrics.totalReturn, -1.5) && run.metrics.cagr == -1)
        #expect(run.tables.returns.count == 3 && run.metrics["return_count"] == 3)
        #expect(run.tables.months.map(\.month) == [1, 2] || run.tables.months.count == 1)
        #expect(run.metrics.maxDrawdown == 1.5 && run.trades.map(\.exitReason) == ["ruin"])
    }

    @Test("a constant price: flat benchmark, no slope, no variation")
    func flatBenchmark() throws {
        let row = "10 10 10 10"
        let metrics = try ResultTable(
            .free(rate: 0.001), ["\(row) enter", row, "\(row) exit", row].joined(separator: "\n")
        ).result.metrics
        #expect(metrics["beta"] == nil && metrics["alpha_annualized_fraction"] == nil)
        #expect(metrics["correlation"] == nil && metrics["up_capture_ratio"] == nil)
        #expect(metrics.undefinedWords(for: "beta") == "no variation")
        #expect((metrics["tracking_error_annualized_fraction"] ?? 0) > 0)
    }

    @Test("buying and holding, compared with itself: beta 1, alpha 0, no information ratio")
    func heldAgainstItself() throws {
        let held = try ResultTable(.free(), openWinner).result.buyAndHoldMetrics
        #expect(held["beta"] == 1 && held["alpha_annualized_fraction"] == 0)
        #expect(held["correlation"] == 1 && held["tracking_error_annualized_fraction"] == 0)
        #expect(held["information_ratio_annualized"] == nil)
        #expect(held.undefinedWords(for: "information_ratio_annualized") == "no tracking error")
    }

    @Test("a benchmark with other dates is paired on the common ones")
    func otherDates() throws {
        let days = try (1...5).map { try #require(CivilDate(year: 2024, month: 1, day: $0)) }
        let levels = BenchmarkLevels(
            times: [0, 1, 3, 4].map { days[$0].midnight }, levels: [50, 51, 55, 54])
        let run = try ResultTable(.free(), openWinner, benchmark: levels).result
        let own = [9_970.0 / 10_000 - 1, 10_170.0 / 9_970 - 1, 10_390.0 / 10_170 - 1]
        let other = [51.0 / 50 - 1, 55.0 / 51 - 1, 54.0 / 55 - 1]
        let (x, y) = (own.reduce(0, +) / 3, other.reduce(0, +) / 3)
        let products = zip(own, other).map { ($0 - x) * ($1 - y) }.reduce(0, +)
        let squares = other.map { ($0 - y) * ($0 - y) }.reduce(0, +)
        #expect(isClose(run.metrics["beta"], products / squares))
        #expect(run.buyAndHoldMetrics["beta"] != 1)
    }

    @Test("months and years compound to the total, for the account and for the holder")
    func months() throws {
        let table =
            (0..<500).map { day in
                let price = 100 + Double(day * 37 % 23) - Double(day * 11 % 17) + Double(day) / 10
                let wish = ["enter", "", "", "exit", ""][day % 5]
                return "\(price) \(price + 2) \(price - 2) \(price + 1) \(wish)"
            }.joined(separator: "\n") as String
        let run = try ResultTable(.free(.allIn, rate: 0.001), table, start: "2023-11-20").result
        #expect(run.tables.years.map(\.year) == [2023, 2024, 2025])
        #expect(run.tables.months.count == 18 && run.tables.months[0].month == 11)
        for periods in [run.tables.months, run.tables.years] {
            let total = periods.reduce(1) { $0 * (1 + $1.value) } - 1
            let held = periods.reduce(1) { $0 * (1 + $1.held) } - 1
            #expect(abs(total - run.metrics.totalReturn) < 1e-13)
            #expect(abs(held - run.buyAndHoldMetrics.totalReturn) < 1e-13)
        }
        let profits = run.trades.map(\.profit).reduce(0, +)
        for kind in ["side", "year", "reason"] {
            let groups = run.tables.groups.filter { $0.kind == kind }
            #expect(groups.map(\.count).reduce(0, +) == run.trades.count)
            #expect(abs(groups.map(\.profit).reduce(0, +) - profits) < 1e-6)
        }
        for trade in run.trades {
            let way = trade.exitPrice / trade.entryPrice - 1
            #expect(
                trade.adverseExcursion <= min(0, way) && trade.favorableExcursion >= max(0, way))
        }
        #expect(run.tables.drawdowns.count <= 10)
        #expect(run.tables.drawdowns[0].depth == run.metrics.maxDrawdown)
        #expect(
            run.tables.drawdowns.map(\.depth) == run.tables.drawdowns.map(\.depth).sorted(by: >))
        #expect(run.tables.rolling.barCount == 365)
        #expect(run.tables.rolling.beta[363].isNaN && run.tables.rolling.beta[364].isFinite)
        #expect(
            zip(run.tables.underwater, run.tables.heldUnderwater).allSatisfy { $0 >= 0 && $1 >= 0 })
    }

    @Test("a month of intraday bars ends with the exchange's day, not with that of UTC")
    func intradayMonths() throws {
        let table = (0..<12).map { "\(100 + $0) \(100 + $0) \(100 + $0) \(100 + $0)" }
        let run = try ResultTable(
            .free(), table.joined(separator: "\n"), start: "2024-02-01", interval: .hour,
            calendar: .newYork
        ).result
        // 2024-02-01 00:00 UTC is 19:00 on January 31 in New York; February begins at 05:00 UTC.
        #expect(run.tables.months.map(\.month) == [1, 2])
        #expect(isClose(run.tables.months[0].held, 104.0 / 100 - 1))
    }

    @Test("a risk-free rate a year is taken off bar by bar")
    func riskFree() throws {
        let (plain, less) = try (
            ResultTable(.free(), openWinner).result.metrics,
            ResultTable(.free(), openWinner, riskFree: 0.05).result.metrics
        )
        let (deviation, mean) = try (
            #require(plain["return_deviation_fraction"]), #require(plain["mean_return_fraction"])
        )
        #expect(isClose(less.sharpe, (mean - 0.05 / 365) / deviation * 365.0.squareRoot()))
        #expect(less.volatilityAnnualized == plain.volatilityAnnualized)
    }

    @Test("figures are stored with their keys, and read back; older results are understood")
    func coding() throws {
        let metrics = try ResultTable(.free(), "10 10 10 10\n11 11 11 11").result.metrics
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        let bytes = try encoder.encode(metrics)
        #expect(try JSONDecoder().decode(RunMetrics.self, from: bytes) == metrics)
        let text = String(decoding: bytes, as: UTF8.self)
        #expect(text.contains(#"{"key":"profit_factor_ratio","value":null}"#))
        let older = """
            {"totalReturn": 0.5, "isCagrExtrapolated": false, "maxDrawdown": 0.2, "exposure": 0.5,
             "fees": 1, "tradeCount": 3, "openTradeCount": 1, "periodsPerYear": 252, "sharpe": 1.5}
            """
        let read = try JSONDecoder().decode(RunMetrics.self, from: Data(older.utf8))
        #expect(read.totalReturn == 0.5 && read.sharpe == 1.5 && read.sortino == nil)
        #expect(read.tradeCount == 3 && read.periodsPerYear == 252)
    }

    @Test("every figure has a definition, in the order of the catalogue")
    func definitions() throws {
        let metrics = try ResultTable(.free(), "10 10 10 10").result.metrics
        #expect(metrics.figures.map(\.key) == RunMetrics.definitions.map(\.key))
        #expect(metrics.figures.allSatisfy { metrics.definition(of: $0.key)?.key == $0.key })
    }
}
