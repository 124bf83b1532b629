/// A number of the plan at each bar, for charts.
public struct DrawnSeries: Codable, Sendable, Hashable {
    /// What it is, as a quant says it: `sma(close, 10)`.
    public let label: String
    /// `price` when it lies among the prices, else the name of a panel of its own; series of one
    /// panel share an axis.
    public let panel: String
    /// The value at each bar; NaN where it is unknown.
    public let values: [Double]

    /// A series from its parts.
    public init(label: String, panel: String, values: [Double]) {
        (self.label, self.panel, self.values) = (label, panel, values)
    }
}
