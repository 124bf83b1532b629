import Foundation

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
    /// What must be in view beside the marks; nil for nothing else.
    public var extent: ClosedRange<Double>?
    /// The room for the labels of the value axis; nil for as much as they need. Charts one below
    /// the other share one, so that their rows stay in line.
    public var room: Double?
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
        let values = valueScale(start: bottom, end: top)
        return PlotFrame(
            rows: RowScale(
                rowCount: rowCount, start: 4, end: width - (room ?? labelRoom(values))),
            values: values, columns: columns, top: top, bottom: bottom)
    }

    /// The room that the labels of the value axis need.
    public var neededRoom: Double { labelRoom(frame.values) }

    private func labelRoom(_ scale: any Scale) -> Double {
        let labels = tickFormat.labels(ticks(scale), scale: self.scale)
        return max(64, (labels.map(LabelWidth.of).max() ?? 0) + 12)
    }

    /// The labelled values: one for every 32 units of height, and three at least.
    func ticks(_ scale: any Scale) -> NiceTicks {
        scale.ticks(atMost: max(3, Int((height - 36) / 32)))
    }

    /// A scale that holds every mark, with a little air above and below.
    private func valueScale(start: Double, end: Double) -> any Scale {
        let ranges = marks.compactMap(\.valueRange) + [extent].compactMap(\.self)
        let lower = ranges.map(\.lowerBound).min() ?? 0
        let upper = ranges.map(\.upperBound).max() ?? 1
        if scale == .logarithmic, lower > 0 {
            let air = lower == upper ? 1.05 : pow(upper / lower, 0.04)
            return LogarithmicScale(
                lower: lower / air, upper: upper * air, start: start, end: end)
        }
        let spread = upper - lower
        let isFlat = spread <= max(abs(lower), abs(upper)) * 1e-9
        // Around a flat line one sees a twentieth of its value, around zero a whole unit.
        let unit = tickFormat == .percent ? 0.01 : 1
        let air = isFlat ? (upper == 0 ? unit : abs(upper) * 0.05) : spread * 0.05
        // A range that begins or ends at zero keeps its edge there.
        return LinearScale(
            lower: lower == 0 && !isFlat ? 0 : lower - air,
            upper: upper == 0 && !isFlat ? 0 : upper + air, start: start, end: end)
    }
}
