import MarketData

/// Gives the bars of the store that the runner has not decided yet, oldest first: what an import
/// or a download has added.
///
/// A poll gives bounded many, and of every series as far as the same instant, so that a long
/// history neither fills the memory nor lets one instrument run ahead of another that it reads.
public final class StoreFeed: BarFeed {
    /// `store`.
    public let name = "store"
    private let archive: any BarArchive
    private let batch: Int
    private var version: Int64?
    private var known: Set<SeriesKey> = []
    /// True when the last poll left closed bars for the next one.
    public private(set) var holdsBack = false

    /// A feed of stored bars, about `batch` a poll.
    public init(_ archive: any BarArchive, batch: Int = 65_536) {
        precondition(batch > 0, "a batch holds at least 1 bar, was \(batch)")
        (self.archive, self.batch) = (archive, batch)
    }

    /// The stored bars after those that the runner has.
    public func poll(
        _ wanted: [SeriesKey: WantedSeries], now: Timestamp
    ) throws(LiveError) -> [FedBar] {
        let present = try archive.version()
        guard holdsBack || present != version || !known.isSuperset(of: wanted.keys) else {
            return []
        }
        var due: [(key: SeriesKey, last: Timestamp)] = []
        for (key, wish) in wanted.sorted(by: { $0.key < $1.key })
        where !wish.isHeld {
            if try archive.state(of: key).last > wish.last { due.append((key, wish.last)) }
        }
        let limit = max(1, batch / max(1, due.count))
        var (parts, horizon) = ([(key: SeriesKey, rows: Series)](), now)
        for (key, last) in due {
            let rows = try archive.rows(of: key, after: last, limit: limit)
            if rows.count == limit, let end = rows.closedAt.last { horizon = min(horizon, end) }
            parts.append((key, rows))
        }
        // A bar that is not closed yet makes the next poll look again.
        let isWhole = parts.allSatisfy { ($0.rows.closedAt.last ?? now) <= now }
        version = isWhole ? present : nil
        (known, holdsBack) = (Set(wanted.keys), horizon < now && !due.isEmpty)
        return parts.flatMap { key, rows in
            rows.closedAt.indices.prefix { rows.closedAt[$0] <= horizon }
                .map { FedBar(key: key, bar: rows[$0], isArchived: true) }
        }
    }

    /// Looks again at everything.
    public func rewind() { (version, holdsBack) = (nil, false) }
}
