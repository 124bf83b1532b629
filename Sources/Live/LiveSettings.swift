import MarketData

/// How the runner treats what a feed gives.
public struct LiveSettings: Hashable, Sendable {
    /// A price this many times the close before it, or that fraction of it, is set aside.
    public var jumpLimit = 1.8
    /// How long after its close a bar waits for one that is missing before it; nil for one bar,
    /// at most an hour.
    public var patience: Interval?
    /// The bytes of the journal's write-ahead log above which somebody is told.
    public var logLimit = 64 << 20
    /// The version of the engine, for checkpoints.
    public var engine = "0"

    /// The documented defaults.
    public init() {}

    /// How long a bar of a length waits.
    func patience(of interval: Interval) -> Interval {
        patience
            ?? Interval(
                microseconds: min(interval.microseconds, Interval.hour.microseconds))
    }
}
