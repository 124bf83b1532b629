import Backtesting
import Evaluation
import MarketData
import Signals
import Trading

/// Series that are made up, as a backtest takes them.
enum Market {
    static func subject(
        _ series: Series, dataset: String = "made", selection: String = "pointInTime"
    ) throws -> Subject {
        try Subject(
            series, actions: [], view: .splits, from: nil, to: nil,
            source: DataSource(
                dataset: dataset, origin: "made up", licence: "none", selection: selection,
                priceBasis: "raw", seriesDigest: "", actionsDigest: ""))
    }

    /// Daily bars without a range, from a day of January 2020 on.
    static func series(closes: [Double], from day: Int = 0) -> Series {
        Series(
            symbol: "X\(day)", interval: .day,
            bars: closes.enumerated().map { index, close in
                Bar(
                    time: Timestamp(
                        microseconds: Int64(18_262 + day + index) * Interval.day.microseconds),
                    open: close, high: close, low: close, close: close, volume: 1)
            })
    }

    /// What holding from the first close on, free of costs, makes of some closes.
    static func result(closes: [Double], from day: Int) throws -> RunResult {
        let close = Bars().close
        let plan = Plan(.long(enter: close > 0, exit: close < 0), name: "Holding")
        var rules = TradingRules().applying(plan.targets[0])
        (rules.commission, rules.fill) = (Commission(), .sameClose)
        let settings = RunSettings(
            parameters: [:], adjusted: .splits, from: nil, to: nil, cash: rules.cash,
            size: "all-in", wholeShares: false, commission: "0", slippage: 0,
            fill: "same-close", preset: nil, command: "")
        return try Backtest(plan, rules, settings: settings, stamp: "test")
            .run([subject(series(closes: closes, from: day))])[0]
    }
}
