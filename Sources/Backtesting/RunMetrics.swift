import Analysis

/// The figures of an equity curve and its trades, in the order of the catalogue; nil is
/// *undefined*, never zero.
public struct RunMetrics: Sendable, Hashable {
    /// One figure.
    public struct Figure: Sendable, Hashable {
        /// The metric's key, such as `sharpe_annualized`.
        public let key: String
        /// The value; nil where the metric is undefined.
        public let value: Double?
    }

    /// Whose formulas they follow: a `MetricConvention`.
    public let convention: String
    /// The factor that annualises.
    public let periodsPerYear: Double
    /// True when the range is shorter than a year, so that growth a year is extrapolated.
    public let isCagrExtrapolated: Bool
    /// The figures.
    public let figures: [Figure]

    /// What each metric is, in the order of `figures`.
    public static var definitions: [MetricDefinition] { MetricCatalog.definitions }

    /// The value of a metric; nil where it is undefined or not there.
    public subscript(key: String) -> Double? { figures.first { $0.key == key }?.value ?? nil }

    /// What a metric is, by the convention that these figures follow; nil for a key that is not
    /// in the catalogue.
    public func definition(of key: String) -> MetricDefinition? {
        MetricCatalog.definition(
            of: key, under: MetricConvention(rawValue: convention) ?? .finstage)
    }

    /// What is said in place of a metric's value.
    ///
    /// - Parameter key: the metric's key.
    /// - Returns: words such as `no losing trade`; nil where the metric has a value.
    public func undefinedWords(for key: String) -> String? {
        guard self[key] == nil else { return nil }
        let definition = definition(of: key)
        switch definition?.group {
        case .trades where tradeCount == 0: return "no trades"
        case .risk, .benchmark, .significance:
            if let count = self["return_count"], count < 2 { return "too few returns" }
            if key == "sortino_annualized", sharpe == nil { return "no variation" }
            let hasPairs = self["tracking_error_annualized_fraction"] != nil
            if definition?.group == .benchmark, !hasPairs { return "too few common bars" }
            // An account that stands still captures nothing, whatever the benchmark does.
            if key.hasSuffix("capture_ratio"), self["beta"] == nil { return "no variation" }
        case .drawdown where key == "calmar_ratio" && cagr == nil: return "one bar"
        case .drawdown where maxDrawdown == 0: return "no drawdown"
        default: break
        }
        let words = definition?.undefined ?? ""
        return words.isEmpty ? "undefined" : words
    }
}

extension RunMetrics {
    init(_ measurement: Measurement) {
        self.init(
            convention: measurement.convention.rawValue,
            periodsPerYear: measurement.periodsPerYear,
            isCagrExtrapolated: measurement.isExtrapolated,
            figures: measurement.figures.map { Figure(key: $0.key, value: $0.value) })
    }
}

extension RunMetrics {
    /// Last equity over the starting cash, less one.
    public var totalReturn: Double { self["total_return_fraction"] ?? 0 }
    /// Growth a calendar year; nil for one bar. Under a year it is extrapolated.
    public var cagr: Double? { self["cagr_fraction"] }
    /// Deviation of the returns (n − 1), annualised.
    public var volatilityAnnualized: Double? { self["volatility_annualized_fraction"] }
    /// Mean over deviation, annualised.
    public var sharpe: Double? { self["sharpe_annualized"] }
    /// Mean over downside deviation, annualised.
    public var sortino: Double? { self["sortino_annualized"] }
    /// The greatest fraction below an earlier peak, ≥ 0.
    public var maxDrawdown: Double { self["max_drawdown_fraction"] ?? 0 }
    /// CAGR over the maximum drawdown.
    public var calmar: Double? { self["calmar_ratio"] }
    /// Bars with a position at the close, over all bars.
    public var exposure: Double { self["exposure_fraction"] ?? 0 }
    /// Commission paid, in money.
    public var fees: Double { self["fees_money"] ?? 0 }
    /// Closed round trips.
    public var tradeCount: Int { Int(self["trade_count"] ?? 0) }
    /// Open positions at the end.
    public var openTradeCount: Int { Int(self["open_trade_count"] ?? 0) }
    /// Trades with a net profit > 0, over closed trades.
    public var winRate: Double? { self["win_rate_fraction"] }
    /// Net winnings over net losses, in money.
    public var profitFactor: Double? { self["profit_factor_ratio"] }
    /// The mean net profit of a trade, in money.
    public var expectancy: Double? { self["expectancy_money"] }
}
