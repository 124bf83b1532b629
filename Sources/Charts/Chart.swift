/// A chart of rows in time: marks over one value axis, drawn as SVG text.
public struct Chart: Sendable {
    /// What the chart shows; read aloud, and shown when a pointer rests on it.
    public var title: String
    /// The number of rows on the time axis, ≥ 1.
    public var rowCount: Int
    /// The labels of the time axis.
    public var rowTicks: [RowTick]
    /// The marks, the last one on top.
    public var marks: [any Mark]
    /// The kind of the value axis.
    public var scale: ScaleKind
    /// How the numbers of the value axis are written.
    public var tickFormat: TickFormat
    /// The width of the drawing; it scales with the page.
    public var width: Double
    /// The height of the drawing.
    public var height: Double
    /// The columns to which lines are thinned, at most four points in each.
    public var columns: Int

    /// A chart from what it shows; sizes have useful defaults.
    public init(
        title: String, rowCount: Int, rowTicks: [RowTick] = [], marks: [any Mark],
        scale: ScaleKind = .linear, tickFormat: TickFormat = .number, width: Double = 960,
        height: Double = 280, columns: Int = 900
    ) {
        precondition(rowCount >= 1, "a chart needs a row, had \(rowCount)")
        (self.title, self.rowCount, self.rowTicks) = (title, rowCount, rowTicks)
        (self.marks, self.scale, self.tickFormat) = (marks, scale, tickFormat)
        (self.width, self.height, self.columns) = (width, height, columns)
    }

    /// The area in which the marks are drawn.
    public var frame: PlotFrame {
        let hasLegend = marks.contains { $0.legend != nil }
        let (top, bottom) = (hasLegend ? 30.0 : 10.0, height - 26)
        return PlotFrame(
            rows: RowScale(rowCount: rowCount, start: 4, end: width - 64),
            values: valueScale(start: bottom, end: top), columns: columns, top: top,
            bottom: bottom)
    }

    /// A scale that holds every mark, with a little air above and below.
    private func valueScale(start: Double, end: Double) -> any Scale {
        let ranges = marks.compactMap(\.valueRange)
        let lower = ranges.map(\.lowerBound).min() ?? 0
        let upper = ranges.map(\.upperBound).max() ?? 1
        if scale == .logarithmic, lower > 0 {
            let air = lower == upper ? 1.05 : 1.02
            return LogarithmicScale(
                lower: lower / air, upper: upper * air, start: start, end: end)
        }
        let spread = upper - lower
        let least = max(abs(lower), abs(upper)) * 1e-9
        let air = spread > least ? spread * 0.04 : max(abs(upper) * 0.05, 1e-9)
        // A range that begins or ends at zero keeps its edge there.
        return LinearScale(
            lower: lower == 0 && spread > least ? 0 : lower - air,
            upper: upper == 0 && spread > least ? 0 : upper + air, start: start, end: end)
    }
}
