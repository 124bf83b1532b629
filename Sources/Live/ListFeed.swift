import MarketData

/// Gives bars from a list, one group a poll: for tests, simulation and measurement.
public final class ListFeed: BarFeed {
    /// `list`.
    public let name = "list"
    private var groups: [[FedBar]]
    private var next = 0

    /// A feed of groups.
    public init(_ groups: [[FedBar]] = []) { self.groups = groups }

    /// Adds a group.
    public func append(_ group: [FedBar]) { groups.append(group) }

    /// The next group; nothing after the last.
    public func poll(
        _ wanted: [SeriesKey: WantedSeries], now: Timestamp
    ) throws(LiveError) -> [FedBar] {
        guard next < groups.count else { return [] }
        next += 1
        return groups[next - 1]
    }

    /// Gives everything that was given once more, at once.
    public func rewind() {
        guard next > 0 else { return }
        groups = [groups[..<next].flatMap(\.self)] + groups[next...]
        next = 0
    }
}
