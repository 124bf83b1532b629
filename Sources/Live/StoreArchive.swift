import ColumnStore
import Database
import MarketData

/// The series files of a store.
public final class StoreArchive: BarArchive {
    private let store: Store
    private var watch: CatalogueWatch?
    /// What the catalogue says, as of `seen`.
    private var entries: [SeriesKey: SeriesEntry] = [:]
    private var known: [SeriesKey: Set<Timestamp>] = [:]
    private var seen: Int64?

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
        let entry = try entry(of: key)
        let stated = try stated(of: key).count
        return (entry.last, "\(entry.digest) \(entry.actionsDigest) \(stated)")
    }

    /// What imports have put in the place of other bars.
    public func stated(of key: SeriesKey) throws(LiveError) -> Set<Timestamp> {
        _ = try version()
        if let stated = known[key] { return stated }
        do throws(StoreError) {
            let stated = try store.stated(symbol: key.symbol, interval: key.interval)
            known[key] = stated
            return stated
        } catch {
            throw .bars(symbol: key.symbol, reason: error.description)
        }
    }

    /// Counts the changes of the catalogue, by whatever program.
    public func version() throws(LiveError) -> Int64 {
        do throws(DatabaseError) {
            if watch == nil { watch = try CatalogueWatch(folder: store.folder) }
            let present = try watch?.version() ?? 0
            if present != seen { (seen, entries, known) = (present, [:], [:]) }
            return present
        } catch {
            throw .journal(error.description)
        }
    }

    /// The bars after an instant, read in place.
    public func rows(
        of key: SeriesKey, after time: Timestamp, limit: Int
    ) throws(LiveError) -> Series {
        let entry = try entry(of: key)
        do throws(StoreError) {
            return try store.rows(of: entry, after: time, limit: limit)
        } catch {
            throw .bars(symbol: key.symbol, reason: error.description)
        }
    }

    private func entry(of key: SeriesKey) throws(LiveError) -> SeriesEntry {
        _ = try version()
        if let entry = entries[key] { return entry }
        do throws(StoreError) {
            let entry = try store.entry(symbol: key.symbol, interval: key.interval)
            entries[key] = entry
            return entry
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
