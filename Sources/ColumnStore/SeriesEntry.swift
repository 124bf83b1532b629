import Database
import Digests
import MarketData

/// What the store knows about a series without reading it: its passport.
public struct SeriesEntry: Hashable, Sendable {
    /// The symbol.
    public let symbol: String
    /// The currency of the prices; empty when the source names none.
    public let currency: String
    /// The calendar.
    public let calendar: Calendar
    /// The length of a bar.
    public let interval: Interval
    /// The name of the imported file.
    public let source: String
    /// The digest of the imported file.
    public let sourceDigest: String
    /// The data set it belongs to; empty for a single file.
    public let dataset: String
    /// How the data set chose its instruments; empty for a single file.
    public let selection: String
    /// Where the source got the bars.
    public let origin: String
    /// The licence of the bars.
    public let licence: String
    /// The digest of the stored file.
    public let digest: Digest
    /// What has been done to the prices.
    public let basis: PriceBasis
    /// The digest of the corporate actions.
    public let actionsDigest: String
    /// The first bar.
    public let first: Timestamp
    /// The last bar.
    public let last: Timestamp
    /// The number of bars.
    public let rowCount: Int
}

extension SeriesEntry {
    /// The symbol with the interval, such as `AAPL 1d`.
    public var name: String { "\(symbol) \(intervalName)" }

    /// The interval in words, such as `1d`.
    public var intervalName: String { StoreText.name(of: interval) }

    /// How to get the file of the series again.
    var remedy: String {
        dataset.isEmpty
            ? "Import its source again: finstage data import \(source) --symbol \(symbol) "
                + "--calendar \(calendar.name)"
            : "Import its data set again: finstage data import the folder of \(dataset)"
    }

    /// An entry from the records of the catalogue; nil when they make no sense.
    init?(_ instrument: InstrumentRecord, _ series: SeriesRecord, selection: String) {
        guard let calendar = Calendar.named(instrument.calendar), series.interval > 0,
            let digest = Digest(hexadecimal: series.digest),
            let basis = PriceBasis(text: series.basis)
        else { return nil }
        (symbol, currency) = (instrument.symbol, instrument.currency)
        (self.calendar, interval) = (calendar, Interval(microseconds: series.interval))
        (source, sourceDigest) = (series.source, series.sourceDigest)
        (dataset, self.selection) = (series.dataset, selection)
        (origin, licence) = (series.origin, series.licence)
        (self.digest, self.basis, actionsDigest) = (digest, basis, series.actionsDigest)
        first = Timestamp(microseconds: series.firstTime)
        last = Timestamp(microseconds: series.lastTime)
        rowCount = Int(series.rowCount)
    }
}
