/// The area in which marks are drawn, with its two scales.
public struct PlotFrame: Sendable {
    /// The time axis.
    public let rows: RowScale
    /// The value axis.
    public let values: any Scale
    /// The columns to which lines are thinned.
    public let columns: Int
    /// The upper edge.
    public let top: Double
    /// The lower edge.
    public let bottom: Double

    /// A frame from its scales and edges.
    public init(rows: RowScale, values: any Scale, columns: Int, top: Double, bottom: Double) {
        (self.rows, self.values, self.columns) = (rows, values, columns)
        (self.top, self.bottom) = (top, bottom)
    }
}
