extension MetricCatalog {
    static let risk: [Entry] = [
        entry(
            "return_count", "Returns", .risk, .count, formula: "n",
            convention: "one a bar, the first from the starting cash; none after ruin"
        ) { Double($0.returns.values.count) },
        entry(
            "mean_return_fraction", "Mean return a bar", .risk, .fraction, formula: "Σ r / n"
        ) { $0.returns.mean },
        entry(
            "return_deviation_fraction", "Deviation a bar", .risk, .fraction,
            formula: "√(Σ (r − mean)² / (n − 1))", convention: "0 where nothing varies",
            undefined: "fewer than two returns"
        ) { $0.returns.volatility(periodsPerYear: 1) },
        entry(
            "volatility_annualized_fraction", "Volatility", .risk, .fraction,
            formula: "√(Σ (r − mean)² / (n − 1)) · √periods",
            convention: "periods: bars of a usual year; 0 where nothing varies",
            undefined: "fewer than two returns"
        ) { $0.volatility },
        entry(
            "downside_deviation_annualized_fraction", "Downside deviation", .risk, .fraction,
            formula: "√(Σ min(r − rf, 0)² / n) · √periods", convention: "over all bars",
            source: "Sortino, van der Meer 1991", undefined: "no losing bar"
        ) { run in run.excess.downsideDeviation.map { $0 * run.periodsPerYear.squareRoot() } },
        entry(
            "sharpe_annualized", "Sharpe", .risk, .ratio,
            formula: "mean(r − rf) / deviation(r) · √periods",
            convention: "n − 1; rf a bar is the annual rate / periods; every bar counts",
            source: "Sharpe 1994", undefined: "no variation"
        ) { $0.sharpe },
        entry(
            "sortino_annualized", "Sortino", .risk, .ratio,
            formula: "mean(r − rf) / √(Σ min(r − rf, 0)² / n) · √periods",
            convention: "all bars in the denominator", source: "Sortino, van der Meer 1991",
            undefined: "no losing bar"
        ) { $0.sortino },
        entry(
            "omega_ratio", "Omega", .risk, .ratio,
            formula: "Σ max(r − rf, 0) / Σ max(rf − r, 0)", convention: "the threshold is rf",
            source: "Shadwick, Keating 2002", undefined: "no losing bar"
        ) { $0.gainLoss.omega },
        entry(
            "gain_to_pain_ratio", "Gain to pain", .risk, .ratio,
            formula: "Σ (r − rf) / Σ max(rf − r, 0)", convention: "on bars, not months",
            source: "Schwager 2012", undefined: "no losing bar"
        ) { $0.gainToPain },
        entry(
            "winning_bars_fraction", "Winning bars", .risk, .fraction,
            formula: "bars with r > 0 / bars with r ≠ 0",
            convention: "a bar without a return is neither",
            undefined: "no variation"
        ) { $0.barWins.winRate },
        entry(
            "bar_payoff_ratio", "Payoff of bars", .risk, .ratio,
            formula: "mean (r > 0) / mean |r < 0|", convention: "bar by bar",
            undefined: "no losing or no winning bar"
        ) { $0.barWins.payoff },
    ]

    static let tails: [Entry] = [
        entry(
            "skewness", "Skewness", .risk, .ratio, formula: "m₃ / m₂^1.5",
            convention: "population form: moments by n", source: "Pearson 1895",
            undefined: "no variation"
        ) { $0.skewness },
        entry(
            "kurtosis_raw", "Kurtosis", .risk, .ratio, formula: "m₄ / m₂²",
            convention: "population form, raw: the normal distribution has 3",
            source: "Pearson 1905", undefined: "no variation"
        ) { $0.kurtosis },
        tail("var_95_fraction", "VaR 95 %", "5 % quantile of r") { $0.valueAtRisk(0.05) },
        tail("var_99_fraction", "VaR 99 %", "1 % quantile of r") { $0.valueAtRisk(0.01) },
        tail("cvar_95_fraction", "CVaR 95 %", "mean of r ≤ VaR 95 %") {
            $0.conditionalValueAtRisk(0.05)
        },
        tail("cvar_99_fraction", "CVaR 99 %", "mean of r ≤ VaR 99 %") {
            $0.conditionalValueAtRisk(0.01)
        },
        entry(
            "tail_ratio", "Tail ratio", .risk, .ratio,
            formula: "|95 % quantile| / |5 % quantile|", convention: "type 7 quantiles",
            source: "empyrical 2016", undefined: "no lower tail"
        ) { $0.tails.tailRatio },
    ]

    private static func tail(
        _ key: String, _ name: String, _ formula: String,
        _ value: @escaping @Sendable (Measurement) -> Double?
    ) -> Entry {
        entry(
            key, name, .risk, .fraction, formula: formula,
            convention: "historical, a bar; linear interpolation (type 7); a loss is negative",
            source: "Artzner, Delbaen, Eber, Heath 1999", undefined: "too few returns", value)
    }
}
