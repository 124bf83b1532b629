extension MetricCatalog {
    static let drawdown: [Entry] = [
        entry(
            "max_drawdown_fraction", "Greatest drawdown", .drawdown, .fraction,
            formula: "max(1 − E / peak)", convention: "≥ 0; the first peak is the starting cash"
        ) { $0.deepest?.depth ?? 0 },
        entry(
            "max_drawdown_days", "Days of the greatest drawdown", .drawdown, .days,
            formula: "calendar days from its peak to the recovery",
            convention: "to the last bar while it lasts; equal to the peak is recovered"
        ) { run in run.deepest.map { run.days(of: $0) } ?? 0 },
        entry(
            "max_drawdown_bars", "Bars of the greatest drawdown", .drawdown, .bars,
            formula: "bars from its peak to the recovery", convention: "to the last while it lasts"
        ) { Double($0.deepest?.barCount ?? 0) },
        entry(
            "longest_drawdown_days", "Days of the longest drawdown", .drawdown, .days,
            formula: "most calendar days from a peak to its recovery",
            convention: "to the last bar while it lasts"
        ) { $0.longestDrawdownDays },
        entry(
            "longest_drawdown_bars", "Bars of the longest drawdown", .drawdown, .bars,
            formula: "most bars from a peak to its recovery",
            convention: "to the last bar while it lasts"
        ) { Double($0.drawdowns.map(\.barCount).max() ?? 0) },
        entry(
            "longest_underwater_bars", "Longest time under water", .drawdown, .bars,
            formula: "most closes in a row below the peak"
        ) { Double($0.underwater.longestBarCount) },
        entry(
            "ulcer_index_fraction", "Ulcer index", .drawdown, .fraction,
            formula: "√(Σ drawdown² / n)", source: "Martin, McCann 1989"
        ) { $0.ulcerIndex },
        entry(
            "calmar_ratio", "Calmar", .drawdown, .ratio, formula: "CAGR / greatest drawdown",
            convention: "the whole record", source: "Young 1991", undefined: "no drawdown"
        ) { $0.calmar },
        entry(
            "recovery_factor_ratio", "Recovery factor", .drawdown, .ratio,
            formula: "total return / greatest drawdown", undefined: "no drawdown"
        ) { $0.recoveryFactor },
        entry(
            "recovery_days", "Days to recover", .drawdown, .days,
            formula: "calendar days from the trough of the greatest drawdown to its recovery",
            undefined: "not recovered"
        ) { run in run.deepest?.recoveryDayCount(times: run.account.times).map(Double.init) },
        entry(
            "recovery_bars", "Bars to recover", .drawdown, .bars,
            formula: "bars from the trough of the greatest drawdown to its recovery",
            undefined: "not recovered"
        ) { $0.deepest?.recoveryBarCount.map(Double.init) },
    ]

    static let activity: [Entry] = [
        entry(
            "exposure_fraction", "Exposure", .activity, .fraction,
            formula: "bars with a position at the close / bars"
        ) { $0.exposure },
        entry(
            "turnover_annualized", "Turnover a year", .activity, .ratio,
            formula: "Σ |amount traded| / 2 / mean equity · periods / bars",
            convention: "bought and sold once is 1", source: "after SEC Form N-1A",
            undefined: "no equity"
        ) { run in
            Turnover(
                tradedAmount: run.account.tradedAmount, equity: run.account.equity,
                periodsPerYear: run.periodsPerYear
            ).annualized
        },
        entry(
            "fees_money", "Fees", .activity, .money, formula: "Σ commission",
            convention: "slippage is in the prices"
        ) { $0.account.fees },
        entry(
            "trade_count", "Trades", .activity, .count, formula: "closed round trips",
            convention: "flat to flat"
        ) { Double($0.trades.count) },
        entry(
            "open_trade_count", "Open trades", .activity, .count,
            formula: "positions after the last bar", convention: "in equity, in no trade statistic"
        ) { Double($0.account.openTradeCount) },
    ]
}
