import MarketData

/// What a feed is asked for: the bars of a series after the last one that the runner has.
public struct WantedSeries: Hashable, Sendable {
    /// The start of the last bar that the runner has.
    public let last: Timestamp
    /// When the bars of the series begin and close.
    public let schedule: BarSchedule
    /// True while a stored bar waits for an explanation: what the store has beyond waits too.
    public let isHeld: Bool

    /// A wish from its parts.
    public init(last: Timestamp, schedule: BarSchedule, isHeld: Bool = false) {
        (self.last, self.schedule, self.isHeld) = (last, schedule, isHeld)
    }
}
