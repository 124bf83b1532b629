import Analysis

/// Our value for a figure of a reference file: from the catalogue under the convention that its
/// block names, or from the same parts.
struct ReferenceFigures {
    private let runs: [MetricConvention: Measurement]
    private let values: [MetricConvention: [String: Double]]

    init(_ account: MeasuredAccount) {
        var runs: [MetricConvention: Measurement] = [:]
        for convention in MetricConvention.allCases {
            runs[convention] = Measurement(account, convention: convention)
        }
        self.runs = runs
        values = runs.mapValues { run in
            run.figures.reduce(into: [:]) { $0[$1.key] = $1.value }
        }
    }

    /// What we make of a key of a block.
    enum Answer {
        /// The catalogue has no such figure.
        case unknown
        /// Our value; nil is undefined.
        case value(Double?)
    }

    /// Our value of a key of a block.
    func answer(_ key: String, block: String) -> Answer {
        let convention = MetricConvention(rawValue: block) ?? .finstage
        if let name = Self.names[block]?[key] { return .value(value(name, convention)) }
        switch (block, key) {
        case ("definitions", _): return definition(key)
        case ("empyrical", "up_down_capture"):
            return ratio("up_capture_ratio", "down_capture_ratio", convention)
        case ("quantstats", _): return quantstats(key)
        default: return .unknown
        }
    }

    private func value(_ name: String, _ convention: MetricConvention) -> Double? {
        let isNegated = name.hasPrefix("-")
        let value = values[convention]?[isNegated ? String(name.dropFirst()) : name]
        return isNegated ? value.map { -$0 } : value
    }

    private func ratio(_ one: String, _ other: String, _ convention: MetricConvention) -> Answer {
        guard let one = value(one, convention), let other = value(other, convention) else {
            return .value(nil)
        }
        return .value(one / other)
    }

    private func quantstats(_ key: String) -> Answer {
        let figure = { value($0, .quantstats) ?? .nan }
        let factor = figure("profit_factor_ratio")
        switch key {
        case "kurtosis": return .value(figure("kurtosis_raw") - 3)
        case "adjusted_sortino": return .value(figure("sortino_annualized") / 2.0.squareRoot())
        case "ulcer_performance_index", "upi":
            return ratio("total_return_fraction", "ulcer_index_fraction", .quantstats)
        case "treynor_ratio": return ratio("total_return_fraction", "beta", .quantstats)
        case "rar": return ratio("cagr_fraction", "exposure_fraction", .quantstats)
        case "common_sense_ratio": return .value(factor * figure("tail_ratio"))
        case "cpc_index":
            return .value(factor * figure("win_rate_fraction") * figure("payoff_ratio"))
        case "risk_return_ratio": return .value(runs[.finstage]?.significance?.ratio)
        default: return .unknown
        }
    }

    /// The figures of our own definitions that take an argument, or another convention.
    private func definition(_ key: String) -> Answer {
        guard let run = runs[.finstage] else { return .unknown }
        let significance = run.significance
        let bar = run.periodsPerYear.squareRoot()
        let number = { (prefix: String) in
            key.hasPrefix(prefix)
                ? Double(key.dropFirst(prefix.count).prefix { $0.isNumber || $0 == "." }) : nil
        }
        if let annual = number("psr_vs_annual_sharpe_") {
            return .value(significance?.probability(exceeding: annual / bar))
        }
        if let trials = number("dsr_expected_max_sharpe_daily_") {
            return .value(
                SharpeSignificance.expectedMaximum(deviation: 0.5 / bar, ofTrials: trials))
        }
        if let trials = number("dsr_"), key.hasSuffix("_trials_sd0.5") {
            return .value(significance?.deflated(deviation: 0.5 / bar, ofTrials: trials))
        }
        switch key {
        case "cagr_252": return .value(value("cagr_fraction", .empyrical))
        case "calmar": return .value(value("calmar_ratio", .empyrical))
        case "alpha_annual_compounded":
            return .value(value("alpha_annualized_fraction", .empyrical))
        case "alpha_daily_capm": return .value(run.paired?.alpha())
        case "var95_normal_ddof1": return .value(value("var_95_fraction", .quantstats))
        case "skew_sample_pandas": return .value(value("skewness", .quantstats))
        case "excess_kurtosis_sample_pandas":
            return .value(value("kurtosis_raw", .quantstats).map { $0 - 3 })
        case "cvar95_worst_floor_5pct":
            let count = Int(0.05 * Double(run.returns.values.count))
            return .value(TailRisk(run.returns).mean(ofWorst: count))
        case "sharpe_daily": return .value(significance?.ratio)
        case "sharpe_daily_standard_error": return .value(significance?.standardError)
        case "min_track_record_length_95_vs_0": return .value(significance?.minimumTrackRecord())
        default: return .unknown
        }
    }
}
