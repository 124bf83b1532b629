/// The time axis: rows at equal distances, so that nights and weekends take no room.
public struct RowScale: Sendable, Hashable {
    /// The number of rows, ≥ 1.
    public let rowCount: Int
    /// The left edge of the first row.
    public let start: Double
    /// The right edge of the last row.
    public let end: Double

    /// A scale for so many rows between two edges.
    public init(rowCount: Int, start: Double, end: Double) {
        precondition(rowCount >= 1, "a chart needs a row, had \(rowCount)")
        (self.rowCount, self.start, self.end) = (rowCount, start, end)
    }

    /// The centre of a row.
    public func position(ofRow row: Int) -> Double {
        start + (Double(row) + 0.5) / Double(rowCount) * (end - start)
    }

    /// The column of a row when the width is parted into `columns`: where its centre lies.
    public func column(ofRow row: Int, columns: Int) -> Int {
        Thinning.column(ofRow: row, rowCount: rowCount, columns: columns)
    }
}
