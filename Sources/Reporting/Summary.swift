import Backtesting

/// A run in one machine-readable document: `summary.json`.
public struct Summary: Sendable {
    private let result: RunResult

    /// The summary of one run.
    public init(_ result: RunResult) { self.result = result }

    /// The document: strict JSON, keys in a fixed order with their units in their names.
    ///
    /// What is undefined is `null`; its key is always there.
    public var json: String { value.document }

    /// The summary as a value, to put into a larger document.
    public var value: JSONValue {
        .object([
            .init("id", .text(result.id)), .init("strategy", .text(result.strategy)),
            .init("symbol", .text(result.symbol)),
            .init("headline", .text(Headline(result).text)),
            .init("settings", settings), .init("passport", passport),
            .init("plan_fingerprint", .text(result.planFingerprint)),
            .init("metrics", Self.metrics(result.metrics)),
            .init("buy_and_hold_metrics", Self.metrics(result.buyAndHoldMetrics)),
            .init("benchmark_return_fraction", .number(result.benchmarkReturn)),
            .init("trade_count", .integer(result.trades.count)),
            .init("open_position", openPosition), .init("rejections", rejections),
            .init("members", members), .init("holdings", holdings),
        ])
    }

    /// The metrics of one curve, in the order of the catalogue; every key is present, under the
    /// name that is true by the convention of the figures.
    static func metrics(_ metrics: RunMetrics) -> JSONValue {
        .object(
            metrics.figures.map { figure in
                let definition = metrics.definition(of: figure.key)
                return .init(
                    definition?.key ?? figure.key, value(figure.value, of: definition?.unit))
            } + [
                .init("cagr_is_extrapolated", .boolean(metrics.isCagrExtrapolated)),
                .init("periods_per_year", .number(metrics.periodsPerYear)),
            ])
    }

    private static func value(_ value: Double?, of unit: MetricUnit?) -> JSONValue {
        guard let value, unit == .count, value == value.rounded(), value.magnitude < 1e15 else {
            return .number(value)
        }
        return .integer(Int(value))
    }

    private var settings: JSONValue {
        let settings = result.settings
        let parameters = settings.parameters.sorted { $0.key < $1.key }
            .map { JSONValue.Member($0.key, .text($0.value)) }
        return .object([
            .init("parameters", .object(parameters)),
            .init("adjusted", .text(settings.adjusted.rawValue)),
            .init("from", .text(settings.from)), .init("to", .text(settings.to)),
            .init("cash_money", .number(settings.cash)), .init("size", .text(settings.size)),
            .init("whole_shares", .boolean(settings.wholeShares)),
            .init("commission", .text(settings.commission)),
            .init("slippage_fraction", .number(settings.slippage)),
            .init("fill", .text(settings.fill)), .init("preset", .text(settings.preset)),
            .init("benchmark", .text(settings.benchmark)),
            .init("risk_free_fraction", .number(settings.riskFree)),
            .init("convention", .text(settings.convention)),
            .init("command", .text(settings.command)),
        ])
    }

    private var passport: JSONValue {
        let passport = result.passport
        return .object([
            .init("dataset", .text(passport.dataset)), .init("origin", .text(passport.origin)),
            .init("licence", .text(passport.licence)),
            .init("series_digest", .text(passport.seriesDigest)),
            .init("actions_digest", .text(passport.actionsDigest)),
            .init("selection", .text(passport.selection)),
            .init("price_basis", .text(passport.priceBasis)),
            .init("calendar", .text(passport.calendar)),
            .init("first_session", .text(passport.firstSession)),
            .init("last_session", .text(passport.lastSession)),
            .init("bar_count", .integer(passport.barCount)),
            .init("reads", .array(passport.reads.map(Self.series))),
            .init(
                "universe",
                passport.universe.map { .array($0.map { .text($0) }) } ?? .text(nil)),
            .init("benchmark", passport.benchmark.map(Self.series) ?? .text(nil)),
            .init("remarks", .array(passport.remarks.map { .text($0.description) })),
        ])
    }

    private static func series(_ series: ReadSeries) -> JSONValue {
        .object([
            .init("symbol", .text(series.symbol)),
            .init("series_digest", .text(series.seriesDigest)),
            .init("actions_digest", .text(series.actionsDigest)),
        ])
    }

    private var openPosition: JSONValue {
        result.openPosition.map { .object(members(of: $0)) } ?? .text(nil)
    }

    private var members: JSONValue {
        result.members.map { .array($0.map { .text($0) }) } ?? .text(nil)
    }

    private var holdings: JSONValue {
        guard let holdings = result.holdings else { return .text(nil) }
        return .array(
            holdings.map { .object([.init("symbol", .text($0.symbol))] + members(of: $0)) })
    }

    private func members(of position: OpenPositionRecord) -> [JSONValue.Member] {
        let time = TimeText(result.bars.times)
        return [
            .init("side", .text(position.side)),
            .init("entry_time", .text(time.text(of: position.entryTime))),
            .init("entry_price", .number(position.entryPrice)),
            .init("quantity", .number(position.quantity)),
            .init("unrealized_profit_money", .number(position.unrealizedProfit)),
        ]
    }

    private var rejections: JSONValue {
        let counts = RejectionCount.counts(of: result.rejections)
        return .object([
            .init("count", .integer(result.rejections.count)),
            .init(
                "by_reason",
                .array(
                    counts.map { count in
                        .object([
                            .init("kind", .text(count.kind)),
                            .init("count", .integer(count.count)),
                            .init("first", .text(count.first.reason)),
                        ])
                    })),
        ])
    }
}
