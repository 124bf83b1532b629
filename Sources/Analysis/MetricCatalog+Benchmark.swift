extension MetricCatalog {
    static let benchmark: [Entry] = [
        comparison(
            "alpha_annualized_fraction", "Alpha", .fraction,
            "(mean r − rf − β (mean b − rf)) · periods", source: "Jensen 1968",
            undefined: "no variation"
        ) { $0.alpha },
        comparison(
            "beta", "Beta", .ratio, "cov(r, b) / var(b)", source: "Sharpe 1964",
            undefined: "no variation"
        ) { $0.beta },
        comparison(
            "correlation", "Correlation", .ratio, "cov(r, b) / (sd r · sd b)",
            source: "Pearson 1895", undefined: "no variation"
        ) { $0.paired?.correlation },
        comparison(
            "r_squared_fraction", "R²", .fraction, "correlation²", source: "Wright 1921",
            undefined: "no variation"
        ) { $0.paired?.correlation.map { $0 * $0 } },
        comparison(
            "tracking_error_annualized_fraction", "Tracking error", .fraction,
            "deviation(r − b) · √periods", source: "Grinold, Kahn 1995",
            undefined: "too few returns"
        ) { run in run.paired?.trackingError.map { $0 * run.pairsPerYear.squareRoot() } },
        comparison(
            "information_ratio_annualized", "Information ratio", .ratio,
            "mean(r − b) / deviation(r − b) · √periods", source: "Treynor, Black 1973",
            undefined: "no tracking error"
        ) { $0.informationRatio },
        comparison(
            "up_capture_ratio", "Up capture", .ratio, "mean(r | b > 0) / mean(b | b > 0)",
            source: "Morningstar", undefined: "no bar on which the benchmark rose"
        ) { $0.capture(up: true) },
        comparison(
            "down_capture_ratio", "Down capture", .ratio, "mean(r | b < 0) / mean(b | b < 0)",
            source: "Morningstar", undefined: "no bar on which the benchmark fell"
        ) { $0.capture(up: false) },
    ]

    static let significance: [Entry] = [
        entry(
            "psr_fraction", "Probabilistic Sharpe ratio", .significance, .fraction,
            formula: "Φ(SR √(n − 1) / √(1 − γ₃ SR + (γ₄ − 1) / 4 · SR²))",
            convention: "against 0; SR a bar; population skewness, raw population kurtosis",
            source: "Bailey, López de Prado 2012", undefined: "no variation"
        ) { $0.significance?.probability(exceeding: 0) },
        entry(
            "min_track_record_bars", "Minimum track record", .significance, .bars,
            formula: "1 + (1 − γ₃ SR + (γ₄ − 1) / 4 · SR²) (z(0.95) / SR)²",
            convention: "against 0 at 95 %; SR a bar", source: "Bailey, López de Prado 2012",
            undefined: "Sharpe ratio not above 0"
        ) { run in
            run.significance.flatMap { $0.ratio > 0 ? $0.minimumTrackRecord() : nil }
        },
    ]

    private static func comparison(
        _ key: String, _ name: String, _ unit: MetricUnit, _ formula: String, source: String,
        undefined: String, _ value: @escaping @Sendable (Measurement) -> Double?
    ) -> Entry {
        entry(
            key, name, .benchmark, unit, formula: formula,
            convention:
                "levels paired on common bars, then simple returns; n − 1; periods: the pairs "
                + "of a year",
            source: source, undefined: undefined, value)
    }
}
