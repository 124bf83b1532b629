/// What a metric is: enough to compute it by hand and to cite it.
public struct MetricDefinition: Hashable, Sendable {
    /// The key in files; it ends in the unit where there is one: `max_drawdown_fraction`.
    public let key: String
    /// The English name.
    public let name: String
    /// What it speaks of.
    public let group: MetricGroup
    /// What its number counts.
    public let unit: MetricUnit
    /// The formula as text.
    public let formula: String
    /// What the formula leaves open, and how it is settled.
    public let convention: String
    /// Author and year.
    public let source: String
    /// What is said where it is undefined, such as `no losing trade`; empty where it never is.
    public let undefined: String
}
