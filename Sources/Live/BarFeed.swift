import MarketData

/// Where live bars come from.
public protocol BarFeed: AnyObject {
    /// The name, for messages.
    var name: String { get }

    /// The bars that are new or changed since the last call, in any order. Repeating bars is
    /// allowed: a bar that is known changes nothing.
    ///
    /// - Parameters:
    ///   - wanted: the series that the runner reads.
    ///   - now: the present instant.
    /// - Returns: the bars.
    /// - Throws: when the feed cannot be read at all.
    func poll(
        _ wanted: [SeriesKey: WantedSeries], now: Timestamp
    ) throws(LiveError) -> [FedBar]

    /// True when the last poll left bars for the next one, which should follow at once.
    var holdsBack: Bool { get }

    /// What could not be taken at the last poll.
    var complaints: [FeedComplaint] { get }

    /// Forgets what was given, after the runner has lost what it was given.
    func rewind()
}

extension BarFeed {
    /// False: a feed gives all that it has.
    public var holdsBack: Bool { false }

    /// None: a feed takes all that there is.
    public var complaints: [FeedComplaint] { [] }
}
