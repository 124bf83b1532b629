extension MetricCatalog {
    static let growth: [Entry] = [
        entry(
            "total_return_fraction", "Total return", .growth, .fraction, formula: "E / E₀ − 1",
            convention: "E₀ is the starting cash; below −1 where ruin left a deficit"
        ) { $0.growth.total },
        entry(
            "cagr_fraction", "Growth a year (CAGR)", .growth, .fraction,
            formula: "(E / E₀)^(365.25 / days) − 1",
            convention: "calendar days between the first and the last bar; −1 after ruin",
            undefined: "one bar"
        ) { $0.cagr },
    ]

    static let periods: [Entry] = [
        period("best_day_fraction", "Best day", "greatest") { $0.days.best },
        period("worst_day_fraction", "Worst day", "least") { $0.days.worst },
        period("best_month_fraction", "Best month", "greatest") { $0.months.best },
        period("worst_month_fraction", "Worst month", "least") { $0.months.worst },
        period("best_year_fraction", "Best year", "greatest") { $0.years.best },
        period("worst_year_fraction", "Worst year", "least") { $0.years.worst },
    ]

    private static func period(
        _ key: String, _ name: String, _ extreme: String,
        _ value: @escaping @Sendable (Measurement) -> Double?
    ) -> Entry {
        entry(
            key, name, .growth, .fraction,
            formula: "\(extreme) of E(end) / E(end of the one before) − 1",
            convention: "session dates of the exchange; the first and the last may be cut short",
            value)
    }
}
