/// When an exchange trades, and so when a bar is known.
public struct Calendar: Hashable, Sendable {
    /// The rules a calendar follows.
    enum Rules: Hashable, Sendable { case continuous }

    /// The name in files and on the command line.
    public let name: String
    let rules: Rules

    /// Trades around the clock: a bar closes where the next one begins.
    public static let continuous = Calendar(name: "24/7", rules: .continuous)

    /// The instant at which the bar that starts at `time` is known.
    public func closedAt(ofBarAt time: Timestamp, interval: Interval) -> Timestamp {
        time + interval
    }
}
