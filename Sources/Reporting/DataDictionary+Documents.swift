import Backtesting

/// The files of a whole command, and the documents that are no tables.
///
/// A key of a document has the keys above it before it; `*` stands for every name, `[]` for every
/// member of a list.
extension DataDictionary {
    static let comparison: [Entry] =
        [
            ("strategy", "word", "name of the strategy"),
            ("symbol", "word", "the instrument; empty for a median"),
            ("kind", "word", "run, or median of a strategy's runs"),
            ("run_count", "count", "runs behind the row"),
        ]
        + ComparisonColumn.allCases.map { ($0.key, $0.unit, $0.meaning) } + [
            ("cagr_is_extrapolated", "true or false", "the range is shorter than a year"),
            ("refused_order_count", "count", "orders that came to nothing"),
            ("convention", "word", "whose formulas the figures follow"),
        ]

    static let comparisonDocument: [Entry] =
        [("sorted_by", "word", "the key by which the rows are sorted, the best first")]
        + comparison.map { ("rows[].\($0.column)", $0.unit, $0.meaning) }
        + [("data[]", "text", "a data set, and how its symbols were chosen")]

    /// The keys of `summary.json`: the metrics with their formulas under a convention.
    static func summary(_ convention: MetricConvention) -> [Entry] {
        run + metrics(convention) + outcome
    }

    /// What a metric is: its name, its formula, what that leaves open, where it is undefined.
    private static func metrics(_ convention: MetricConvention) -> [Entry] {
        let definitions = MetricCatalog.definitions.compactMap {
            MetricCatalog.definition(of: $0.key, under: convention)
        }
        return definitions.map { metric in
            let undefined = metric.undefined.isEmpty ? "" : "null: \(metric.undefined)"
            let source = metric.source == "elementary" ? "" : "source: \(metric.source)"
            let parts = [metric.formula, metric.convention, undefined, source]
            let meaning = parts.filter { !$0.isEmpty }.joined(separator: "; ")
            return (
                "metrics.\(metric.key)", MetricsTable.unit(of: metric.key),
                "\(metric.name): \(meaning)"
            )
        }
    }

    private static let run: [Entry] =
        [
            ("id", "word", "the run: time, strategy, beginning of a digest"),
            ("strategy", "word", "name of the strategy"), ("symbol", "word", "the instrument"),
            ("headline", "text", "the run in plain words"),
        ] + settings + passport + [
            ("plan_fingerprint", "SHA-256", "of the rule as it was computed")
        ]

    private static let outcome: [Entry] =
        [
            ("metrics.cagr_is_extrapolated", "true or false", "the range is shorter than a year"),
            ("metrics.periods_per_year", "bars a year", "the factor that annualises"),
            ("buy_and_hold_metrics.*", "as under metrics", "the same, of buying and holding"),
            (
                "buy_and_hold_metrics.cagr_is_extrapolated", "true or false",
                "the range is shorter than a year"
            ),
            ("buy_and_hold_metrics.periods_per_year", "bars a year", "the factor that annualises"),
            ("benchmark_return_fraction", "fraction", "of the benchmark; null without one"),
            ("trade_count", "count", "closed trades"),
            ("open_position", "object", "null where none is open, and of a portfolio"),
            ("open_position.side", "word", "long or short"),
            ("open_position.entry_time", "date or ISO 8601 UTC", "start of the bar of the entry"),
            ("open_position.entry_price", "money a unit", "fill, slippage included"),
            ("open_position.quantity", "units", "always positive"),
            ("open_position.unrealized_profit_money", "money", "at the last close"),
            ("members", "array", "symbols that share the account; null where it has one"),
            ("holdings", "array", "what is open of a portfolio; null without one"),
            ("holdings[].symbol", "text", "the instrument"),
            ("holdings[].*", "as under open_position", "the same of each"),
            ("rejections.count", "count", "orders that came to nothing"),
            ("rejections.by_reason[].kind", "word", "kind of reason"),
            ("rejections.by_reason[].count", "count", "orders of this kind"),
            ("rejections.by_reason[].first", "text", "the first of them in words"),
        ]

    /// The columns of a kept run's result.
    static let arrow: [Entry] = RunColumn.all.map { ($0.name, $0.unit, $0.meaning) }

    private static let settings: [Entry] = [
        ("settings.parameters.*", "text", "a parameter of the strategy"),
        ("settings.adjusted", "word", "splits, none or total: what signals see"),
        ("settings.from", "date", "first session asked for; null for all"),
        ("settings.to", "date", "last session asked for; null for all"),
        ("settings.cash_money", "money", "starting cash"),
        ("settings.size", "text", "how much an entry buys"),
        ("settings.whole_shares", "true or false", "only whole units are traded"),
        ("settings.commission", "text", "as --commission takes it"),
        ("settings.slippage_fraction", "fraction", "of the price that a fill loses"),
        ("settings.fill", "word", "next-open or same-close"),
        ("settings.preset", "word", "another engine's rules; null for our own"),
        ("settings.benchmark", "word", "the symbol compared with; null for holding the same"),
        ("settings.risk_free_fraction", "fraction", "a year"),
        ("settings.convention", "word", "whose formulas the metrics follow"),
        ("settings.command", "text", "what repeats the run"),
    ]

    private static let passport: [Entry] = [
        ("passport.dataset", "text", "name of the data set, or the file imported"),
        ("passport.origin", "text", "where the data comes from"),
        ("passport.licence", "text", "under which it may be used"),
        ("passport.series_digest", "SHA-256", "of the stored bars"),
        ("passport.actions_digest", "SHA-256", "of the corporate actions"),
        ("passport.selection", "word", "hindsight, index, pointInTime or unknown"),
        ("passport.price_basis", "text", "what the stored prices are adjusted for"),
        ("passport.calendar", "word", "the exchange's calendar"),
        ("passport.first_session", "date", "first session evaluated"),
        ("passport.last_session", "date", "last session evaluated"),
        ("passport.bar_count", "bars", "bars evaluated"),
        ("passport.reads[].symbol", "word", "another instrument that the rule reads"),
        ("passport.reads[].series_digest", "SHA-256", "of its stored bars"),
        ("passport.reads[].actions_digest", "SHA-256", "of its corporate actions"),
        ("passport.universe", "words", "what the rule compares; null where it compares none"),
        ("passport.benchmark", "object", "what results are compared with; null without one"),
        ("passport.benchmark.symbol", "word", "its symbol"),
        ("passport.benchmark.series_digest", "SHA-256", "of its stored bars"),
        ("passport.benchmark.actions_digest", "SHA-256", "of its corporate actions"),
        ("passport.remarks[]", "text", "what must be known of the data"),
    ]

    /// Files whose form needs no table: pages, and what a command reads again.
    static let wholes: [(file: String, entries: [Entry])] = [
        ("index.html", "all runs of a backtest compared, with links to their pages"),
        ("STRATEGY.html", "the page of a strategy's first instrument; of `validate` its evidence"),
        ("report.html", "the page of another instrument of the strategy"),
        ("SYMBOL.html", "of `chart`: candles, volume, indicators, actions, findings"),
        ("STRATEGY.run.yaml", "strategy and options that repeat the run, with digests"),
        ("STRATEGY.gates.json", "of `validate`: every gate with value, threshold and evidence"),
        ("dictionary.csv", "this table: file, column or key, unit, meaning"),
    ].map { ($0.0, [("", "file", $0.1)]) }
}

extension ComparisonColumn {
    /// The unit of the figure in a table for machines.
    fileprivate var unit: String {
        switch self {
        case .sharpe: "ratio"
        case .trades: "count"
        default: "fraction"
        }
    }

    fileprivate var meaning: String {
        switch self {
        case .totalReturn: "last equity over the starting cash, less one"
        case .cagr: "growth a year"
        case .sharpe: "mean over deviation of the returns, annualised"
        case .drawdown: "greatest loss from a peak"
        case .trades: "closed round trips; of a median perhaps a half"
        case .winRate: "winning over closed trades; empty without one"
        case .exposure: "bars with a position over all bars"
        case .buyAndHoldReturn: "total return of buying and holding"
        }
    }
}
