import Analysis

extension RunMetrics.Figure: Codable {
    private enum CodingKeys: CodingKey { case key, value }

    /// A figure as it was stored.
    public init(from decoder: any Decoder) throws {
        let stored = try decoder.container(keyedBy: CodingKeys.self)
        key = try stored.decode(String.self, forKey: .key)
        value = try stored.decodeIfPresent(Double.self, forKey: .value)
    }

    /// Codes the figure; `value` is there also where it is null.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(key, forKey: .key)
        try container.encode(value, forKey: .value)
    }
}

extension RunMetrics: Codable {
    private enum CodingKeys: CodingKey {
        case convention, periodsPerYear, isCagrExtrapolated, figures
    }

    /// A key of any name.
    private struct Name: CodingKey {
        let stringValue: String
        let intValue: Int? = nil
        init(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }

    /// The names of the figures before there was a catalogue.
    private static let formerNames = [
        "totalReturn": "total_return_fraction", "cagr": "cagr_fraction",
        "volatilityAnnualized": "volatility_annualized_fraction", "sharpe": "sharpe_annualized",
        "sortino": "sortino_annualized", "maxDrawdown": "max_drawdown_fraction",
        "calmar": "calmar_ratio", "exposure": "exposure_fraction", "fees": "fees_money",
        "tradeCount": "trade_count", "openTradeCount": "open_trade_count",
        "winRate": "win_rate_fraction", "profitFactor": "profit_factor_ratio",
        "expectancy": "expectancy_money",
    ]

    /// The figures as they were stored: a list, or one member for each, under the key or under
    /// the name that it had before there was a catalogue.
    public init(from decoder: any Decoder) throws {
        let stored = try decoder.container(keyedBy: CodingKeys.self)
        convention =
            try stored.decodeIfPresent(String.self, forKey: .convention)
            ?? MetricConvention.finstage.rawValue
        periodsPerYear = try stored.decode(Double.self, forKey: .periodsPerYear)
        isCagrExtrapolated = try stored.decode(Bool.self, forKey: .isCagrExtrapolated)
        if let list = try stored.decodeIfPresent([Figure].self, forKey: .figures) {
            figures = list
            return
        }
        let members = try decoder.container(keyedBy: Name.self)
        var values: [String: Double] = [:]
        for name in members.allKeys where CodingKeys(stringValue: name.stringValue) == nil {
            let key = Self.formerNames[name.stringValue] ?? name.stringValue
            values[key] = try members.decodeIfPresent(Double.self, forKey: name)
        }
        figures = MetricCatalog.definitions.map { Figure(key: $0.key, value: values[$0.key]) }
    }

    /// Codes the figures as a list.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(convention, forKey: .convention)
        try container.encode(periodsPerYear, forKey: .periodsPerYear)
        try container.encode(isCagrExtrapolated, forKey: .isCagrExtrapolated)
        try container.encode(figures, forKey: .figures)
    }
}
