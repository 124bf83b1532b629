import ColumnStore
import MarketData

/// The series files of a store.
public final class StoreArchive: BarArchive {
    private let store: Store

    /// The history in a store.
    public init(_ store: Store) { self.store = store }

    /// The history of a series, as the store has it now.
    public func bars(of key: SeriesKey) throws(LiveError) -> ArchivedBars {
        do throws(StoreError) {
            let stored = try store.series(symbol: key.symbol, interval: key.interval)
            return ArchivedBars(series: stored.series, actions: stored.actions)
        } catch {
            throw .bars(symbol: key.symbol, reason: error.description)
        }
    }

    /// What the catalogue says about a series, without reading it.
    public func state(of key: SeriesKey) throws(LiveError) -> (last: Timestamp, token: String) {
        do throws(StoreError) {
            let entry = try store.entry(symbol: key.symbol, interval: key.interval)
            return (entry.last, "\(entry.digest) \(entry.actionsDigest)")
        } catch {
            throw .bars(symbol: key.symbol, reason: error.description)
        }
    }

    /// Publishes a new file with the bars in it, and points the series at it.
    public func fold(_ bars: [Bar], into key: SeriesKey) throws(LiveError) {
        do throws(StoreError) {
            try store.fold(bars, symbol: key.symbol, interval: key.interval)
        } catch {
            throw .bars(symbol: key.symbol, reason: error.description)
        }
    }
}
