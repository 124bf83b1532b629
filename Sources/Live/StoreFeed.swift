import MarketData

/// Gives the bars of the store that the runner has not decided yet, oldest first: what an import
/// or a download has added.
public final class StoreFeed: BarFeed {
    /// `store`.
    public let name = "store"
    private let archive: any BarArchive
    private let batch: Int

    /// A feed of stored bars, at most `batch` a series and poll.
    public init(_ archive: any BarArchive, batch: Int = .max) {
        (self.archive, self.batch) = (archive, batch)
    }

    /// The stored bars after those that the runner has.
    public func poll(
        _ wanted: [SeriesKey: Timestamp], now: Timestamp
    ) throws(LiveError) -> [FedBar] {
        var fed: [FedBar] = []
        for (key, last) in wanted.sorted(by: { $0.key < $1.key }) {
            guard try archive.state(of: key).last > last else { continue }
            let series = try archive.bars(of: key).series
            let first = series.firstRow(notBefore: Timestamp(microseconds: last.microseconds + 1))
            for row in first..<series.count where row - first < batch {
                fed.append(FedBar(key: key, bar: series[row], isArchived: true))
            }
        }
        return fed
    }

    /// Nothing to forget: what is given follows from what the runner has.
    public func rewind() {}
}
