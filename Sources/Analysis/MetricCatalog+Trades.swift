extension MetricCatalog {
    static let trades: [Entry] = [
        entry(
            "win_rate_fraction", "Win rate", .trades, .fraction,
            formula: "trades with profit > 0 / trades", convention: "net of both sides' costs",
            undefined: "no trades"
        ) { $0.winRate },
        entry(
            "profit_factor_ratio", "Profit factor", .trades, .ratio,
            formula: "Σ profits > 0 / Σ |profits < 0|", convention: "money, net",
            undefined: "no losing trade"
        ) { $0.profitFactor },
        entry(
            "expectancy_money", "Expectancy", .trades, .money, formula: "mean profit of a trade",
            convention: "net", undefined: "no trades"
        ) { $0.trades.expectancy },
        entry(
            "expectancy_r", "Expectancy in R", .trades, .ratio, formula: "(p W − q L) / L",
            convention: "R is the mean loss, not the distance of a stop", source: "Van Tharp 1998",
            undefined: "no losing trade"
        ) { $0.trades.expectancyRatio },
        entry(
            "mean_trade_return_fraction", "Mean return of a trade", .trades, .fraction,
            formula: "mean of profit / amount committed", undefined: "no trades"
        ) { run in run.mean(\.returnFraction) },
        entry(
            "payoff_ratio", "Payoff", .trades, .ratio, formula: "mean win / mean loss",
            convention: "money, net", undefined: "no losing or no winning trade"
        ) { $0.payoff },
        entry(
            "sqn", "System quality (SQN)", .trades, .ratio,
            formula: "√n · mean(profit) / deviation(profit)", convention: "n − 1; n not capped",
            source: "Van Tharp 2008", undefined: "no variation"
        ) { $0.trades.systemQuality },
        entry(
            "kelly_fraction", "Kelly", .trades, .fraction, formula: "p − (1 − p) / payoff",
            source: "Kelly 1956", undefined: "no losing or no winning trade"
        ) { $0.kelly },
        entry(
            "best_trade_fraction", "Best trade", .trades, .fraction,
            formula: "greatest profit / amount committed", undefined: "no trades"
        ) { run in run.maximum(\.returnFraction) },
        entry(
            "worst_trade_fraction", "Worst trade", .trades, .fraction,
            formula: "least profit / amount committed", undefined: "no trades"
        ) { run in run.minimum(\.returnFraction) },
        entry(
            "longest_winning_streak_count", "Most wins in a row", .trades, .count,
            formula: "most trades in a row with profit > 0", undefined: "no trades"
        ) { $0.longestStreak(winning: true) },
        entry(
            "longest_losing_streak_count", "Most losses in a row", .trades, .count,
            formula: "most trades in a row with profit < 0", undefined: "no trades"
        ) { $0.longestStreak(winning: false) },
    ]

    static let holding: [Entry] = [
        entry(
            "mean_holding_bars", "Mean holding time", .trades, .bars,
            formula: "mean of exit row − entry row", undefined: "no trades"
        ) { run in run.mean { Double($0.exitRow - $0.entryRow) } },
        entry(
            "max_holding_bars", "Longest holding time", .trades, .bars,
            formula: "most bars from entry to exit", undefined: "no trades"
        ) { run in run.maximum { Double($0.exitRow - $0.entryRow) } },
        entry(
            "mean_holding_days", "Mean holding days", .trades, .days,
            formula: "mean of the time between the starts of both bars", undefined: "no trades"
        ) { run in run.mean(\.days) },
        entry(
            "max_holding_days", "Longest holding days", .trades, .days,
            formula: "longest time between the starts of both bars", undefined: "no trades"
        ) { run in run.maximum(\.days) },
        excursion("mean_adverse_excursion_fraction", "Mean adverse excursion", "mean") { run in
            run.mean(\.adverseExcursion)
        },
        excursion("max_adverse_excursion_fraction", "Worst adverse excursion", "least") { run in
            run.minimum(\.adverseExcursion)
        },
        excursion("mean_favorable_excursion_fraction", "Mean favourable excursion", "mean") {
            run in run.mean(\.favorableExcursion)
        },
        excursion("max_favorable_excursion_fraction", "Best favourable excursion", "greatest") {
            run in run.maximum(\.favorableExcursion)
        },
    ]

    private static func excursion(
        _ key: String, _ name: String, _ which: String,
        _ value: @escaping @Sendable (Measurement) -> Double?
    ) -> Entry {
        entry(
            key, name, .trades, .fraction,
            formula: "\(which) of (worst or best price / entry price − 1) · side",
            convention: "prices only; in a bar left at a stop the better side does not count",
            source: "Sweeney 1996", undefined: "no trades", value)
    }
}
