/// A metric of one account.
public struct MetricFigure: Hashable, Sendable {
    /// The metric's key.
    public let key: String
    /// Its value; nil is undefined, never zero.
    public let value: Double?
}
