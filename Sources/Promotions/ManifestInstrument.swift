import MarketData

/// One series that a promotion trades or reads, as it was when it was promoted.
public struct ManifestInstrument: Hashable, Sendable, Codable {
    /// The symbol.
    public let symbol: String
    /// The name of its calendar.
    public let calendar: String
    /// The currency of its prices; empty when the source names none.
    public let currency: String
    /// The start of the first bar: the origin of the evaluation, in microseconds since 1970.
    public let first: Int64
    /// The start of the last bar that the promotion is made from; later bars are live.
    public let last: Int64
    /// The bars from the first through the last.
    public let barCount: Int
    /// The digest of those bars and of the actions among them, which the runner asks again.
    public let historyDigest: String

    /// An instrument as a history shows it.
    ///
    /// - Parameters:
    ///   - symbol: the symbol.
    ///   - currency: the currency of its prices.
    ///   - series: the stored bars, at least one.
    ///   - actions: the corporate actions that the prices do not contain yet.
    ///   - first: the start of the first bar of the evaluation; nil for that of the series.
    ///   - last: the start of the last bar that is not live; nil for that of the series.
    public init(
        symbol: String, currency: String, _ series: Series, actions: [CorporateAction],
        from first: Timestamp? = nil, through last: Timestamp? = nil
    ) {
        precondition(series.count > 0, "\(symbol) has no bar")
        let (first, last) = (first ?? series.times[0], last ?? series.times[series.count - 1])
        let history = HistoryDigest(of: series, actions: actions, from: first, through: last)
        (self.symbol, self.currency, calendar) = (symbol, currency, series.calendar.name)
        (self.first, self.last) = (first.microseconds, last.microseconds)
        (barCount, historyDigest) = (history.count, history.text)
    }

    /// Why a stored history is not the one that was promised; nil where it is.
    public func objection(to found: HistoryDigest) -> String? {
        guard found.text != historyDigest else { return nil }
        return "the \(found.count) bars of \(symbol) up to \(Timestamp(microseconds: last).text), "
            + "with their actions, are not the \(barCount) that it was promoted on"
    }
}
