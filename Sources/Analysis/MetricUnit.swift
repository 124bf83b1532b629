/// What a metric's number counts.
public enum MetricUnit: String, Sendable, Codable {
    /// A fraction: 0.1 is 10 %.
    case fraction
    /// A number without a unit.
    case ratio
    /// Money of the account.
    case money
    /// A number of bars.
    case bars
    /// A number of calendar days.
    case days
    /// A number of things.
    case count
}
