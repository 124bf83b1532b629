import Backtesting
import MarketData
import Signals
import Testing
import Trading

/// Runs of rules that read other instruments and longer bars.
@Suite("Subjects that read others")
struct ReadingTests {
    private struct Follow: Strategy {
        func target(_ bars: Bars) -> TargetExposure {
            let week = bars.resampled(to: .week).close
            let other = bars.of("OTHER").close
            return .long(
                enter: other > other.sma(period: 20) && week > week.sma(period: 4),
                exit: other < other.sma(period: 20))
        }
    }

    private let plan = Plan(Follow())

    private func subject(_ symbol: Int, _ interval: Interval = .day) throws -> Subject {
        let daily = SyntheticMarket(symbol: symbol).daily(count: 500)
        let series = interval == .day ? daily : daily.resampled(to: interval)
        return try Subject(
            series, actions: [], view: .splits, from: nil, to: nil,
            source: DataSource(
                dataset: "d", origin: "o", licence: "l", selection: "unknown", priceBasis: "raw",
                seriesDigest: "\(symbol)", actionsDigest: "none"))
    }

    private var settings: RunSettings {
        RunSettings(
            parameters: [:], adjusted: .splits, from: nil, to: nil, cash: 100_000,
            size: "all-in", wholeShares: false, commission: "0", slippage: 0, fill: "next-open",
            preset: nil, command: "")
    }

    @Test("bar by bar as over columns, with trades, and the data that was read in the passport")
    func replays() throws {
        let own = try subject(1).reading(["OTHER": subject(2)], for: plan)
        let rules = TradingRules().applying(plan.targets[0])
        let account = try Replay(plan, rules, own.history, rows: own.rows).run(into: nil)
        #expect(account.session.trades.count > 3)
        #expect(own.passport.reads.map(\.symbol) == ["OTHER"])
        #expect(own.passport.dataDigests == ["1", "none", "2", "none"])
    }

    @Test("another series under the same name is another run")
    func identity() throws {
        let rules = TradingRules().applying(plan.targets[0])
        let backtest = Backtest(plan, rules, settings: settings, stamp: "s")
        let ids = try [2, 3].map { other in
            let own = try subject(1).reading(["OTHER": subject(other)], for: plan)
            return backtest.run([own])[0].id
        }
        #expect(ids[0] != ids[1])
    }

    @Test("bars that cannot be made of the stored ones are refused with both lengths")
    func shorter() throws {
        struct Days: Strategy {
            func target(_ bars: Bars) -> TargetExposure {
                .long(enter: bars.resampled(to: .day).close > 1, exit: bars.close < 1)
            }
        }
        let weekly = try subject(1, .week)
        do {
            _ = try weekly.reading([:], for: Plan(Days()))
            Issue.record("weeks gave days")
        } catch {
            #expect("\(error)".contains("1d") && "\(error)".contains("1w"))
        }
    }
}
