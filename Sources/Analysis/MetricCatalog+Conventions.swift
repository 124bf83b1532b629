extension MetricCatalog {
    /// How a library's figure differs from ours.
    package struct Variant: Sendable {
        let formula: String
        var convention = ""
        /// The key that is true of it, where ours promises a unit that it does not have.
        var key: String?
    }

    /// What a metric is, as a convention computes it.
    ///
    /// - Parameters:
    ///   - key: the metric's key.
    ///   - convention: whose formulas are used.
    /// - Returns: our definition, with the formula of the convention where that is another one,
    ///   and with another key where ours would say what is not so; nil when there is no such
    ///   metric.
    public static func definition(
        of key: String, under convention: MetricConvention
    ) -> MetricDefinition? {
        guard let own = definition(of: key), let other = variants[convention]?[key] else {
            return definition(of: key)
        }
        return MetricDefinition(
            key: other.key ?? key, name: own.name, group: own.group, unit: own.unit,
            formula: other.formula, convention: other.convention,
            source: [own.source, version(of: convention)].filter {
                !$0.isEmpty && $0 != "elementary"
            }
            .joined(separator: "; "), undefined: own.undefined)
    }

    /// The figures that a library computes by another formula; a test finds one that is missing.
    ///
    /// What differs only through `periods` or `rf` keeps our formula.
    package static let variants: [MetricConvention: [String: Variant]] = [
        .quantstats: quantstats, .empyrical: empyrical,
        .vectorbt: empyrical.merging(vectorbt) { $1 }, .backtestingPy: backtestingPy,
    ]

    private static func version(of convention: MetricConvention) -> String {
        switch convention {
        case .finstage: ""
        case .quantstats: "quantstats 0.0.86"
        case .empyrical: "empyrical-reloaded 0.7"
        case .vectorbt: "vectorbt 1.2"
        case .backtestingPy: "backtesting.py 0.6.6"
        }
    }

    /// Growth by bars, which all libraries share that see returns and no dates.
    private static let byBars: [String: Variant] = [
        "cagr_fraction": Variant(
            formula: "(E / E₀)^(periods / n) − 1", convention: "n: the number of returns"),
        "calmar_ratio": Variant(
            formula: "((E / E₀)^(periods / n) − 1) / greatest drawdown",
            convention: "n: the number of returns"),
        "information_ratio_annualized": Variant(
            formula: "mean(r − b) / deviation(r − b)", convention: "a bar, not annualised",
            key: "information_ratio"),
    ]

    private static let sampleMoments: [String: Variant] = [
        "skewness": Variant(
            formula: "m₃ / m₂^1.5 · √(n (n − 1)) / (n − 2)",
            convention: "corrected for the sample"),
        "kurtosis_raw": Variant(
            formula: "(n − 1) / ((n − 2)(n − 3)) · ((n + 1) (m₄ / m₂² − 3) + 6) + 3",
            convention: "corrected for the sample; raw: the normal distribution has 3"),
        "psr_fraction": Variant(
            formula: "Φ(SR √(n − 1) / √(1 − γ₃ SR + (γ₄ − 1) / 4 · SR²))",
            convention: "against 0; SR a bar; skewness and kurtosis corrected for the sample"),
        "min_track_record_bars": Variant(
            formula: "1 + (1 − γ₃ SR + (γ₄ − 1) / 4 · SR²) (z(0.95) / SR)²",
            convention: "against 0 at 95 %; skewness and kurtosis corrected for the sample"),
    ]

    private static func normal(_ share: String) -> (risk: Variant, shortfall: Variant) {
        (
            Variant(
                formula: "mean(r) + z(\(share)) · deviation(r)",
                convention: "of a normal distribution; a loss is negative"),
            Variant(
                formula: "mean(r) − deviation(r) · φ(z(\(share))) / \(share)",
                convention: "of a normal distribution; a loss is negative")
        )
    }

    private static let quantstats = byBars.merging(sampleMoments) { $1 }.merging([
        "var_95_fraction": normal("0.05").risk, "cvar_95_fraction": normal("0.05").shortfall,
        "var_99_fraction": normal("0.01").risk, "cvar_99_fraction": normal("0.01").shortfall,
        "ulcer_index_fraction": Variant(formula: "√(Σ drawdown² / (n − 1))"),
        "recovery_factor_ratio": Variant(formula: "|Σ r| / greatest drawdown"),
        "gain_to_pain_ratio": Variant(
            formula: "Σ r / Σ max(−r, 0)",
            convention: "r added up by day; without the risk-free rate"),
        "max_drawdown_days": Variant(
            formula: "calendar days from the first to the last close below its peak",
            convention: "both counted"),
        "longest_drawdown_days": Variant(
            formula: "most calendar days from the first to the last close below a peak",
            convention: "both counted"),
        "exposure_fraction": Variant(
            formula: "bars with a return other than 0 / bars", convention: "rounded up to 1 %"),
        "alpha_annualized_fraction": Variant(
            formula: "(mean r − β mean b) · periods", convention: "without the risk-free rate"),
        "win_rate_fraction": Variant(
            formula: "bars with r > 0 / bars with r ≠ 0", convention: "bars, not trades"),
        "payoff_ratio": Variant(
            formula: "mean gain / mean loss", convention: "bars, not trades"),
        "profit_factor_ratio": Variant(
            formula: "Σ gains / Σ losses", convention: "bars, not trades"),
        "kelly_fraction": Variant(
            formula: "p − (1 − p) / payoff", convention: "bars, not trades"),
        "longest_winning_streak_count": Variant(
            formula: "most bars in a row with r > 0", convention: "bars, not trades"),
        "longest_losing_streak_count": Variant(
            formula: "most bars in a row with r < 0", convention: "bars, not trades"),
    ]) { $1 }

    private static let shortfallOfCount = Variant(
        formula: "mean of the worst ⌊share · (n − 1)⌋ + 1 returns",
        convention: "a fixed number of returns; a loss is negative")

    private static let capture = Variant(
        formula: "annualised compound r / annualised compound b, on the bars that count",
        convention: "levels paired on common bars, then simple returns")

    private static let empyrical = byBars.merging([
        "cvar_95_fraction": shortfallOfCount, "cvar_99_fraction": shortfallOfCount,
        "alpha_annualized_fraction": Variant(
            formula: "(1 + mean r − rf − β (mean b − rf))^periods − 1",
            convention: "levels paired on common bars, then simple returns; n − 1"),
        "up_capture_ratio": capture, "down_capture_ratio": capture,
    ]) { $1 }

    private static let vectorbt = sampleMoments.merging([
        "max_drawdown_days": Variant(formula: "closes below its peak × days of a bar"),
        "longest_drawdown_days": Variant(
            formula: "most closes in a row below the peak × days of a bar"),
    ]) { $1 }

    private static let geometric = "sessions from the second on; 252 a year, 365 with weekends"

    private static let backtestingPy: [String: Variant] = [
        "calmar_ratio": Variant(
            formula: "((Π (1 + r))^(year / n) − 1) / greatest drawdown", convention: geometric),
        "volatility_annualized_fraction": Variant(
            formula: "√((var(r) + g²)^year − g^(2 · year)), g = (Π (1 + r))^(1/n)",
            convention: geometric),
        "sharpe_annualized": Variant(
            formula: "(g^year − 1 − rf) / √((var(r) + g²)^year − g^(2 · year)), "
                + "g = (Π (1 + r))^(1/n)", convention: geometric),
        "sortino_annualized": Variant(
            formula: "(g^year − 1 − rf) / (√(Σ min(r, 0)² / n) · √year), g = (Π (1 + r))^(1/n)",
            convention: geometric),
        "profit_factor_ratio": Variant(
            formula: "Σ returns > 0 / Σ |returns < 0|",
            convention: "of the trades' fractions, not of money"),
        "exposure_fraction": Variant(
            formula: "bars from entry to exit of closed trades, both counted / bars"),
        "beta": Variant(
            formula: "cov(log r, log b) / var(log b)", convention: "from the second bar on"),
        "alpha_annualized_fraction": Variant(
            formula: "R − rf − β (B − rf)",
            convention: "R and B are the whole returns, not annualised",
            key: "alpha_fraction"),
    ]
}
