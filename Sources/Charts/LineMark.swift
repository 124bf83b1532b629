/// A line through one value a row, thinned to the columns of the chart.
public struct LineMark: Mark {
    /// The values by row; one that is not finite leaves a gap.
    public let values: [Double]
    /// The text in the legend; nil for none.
    public let legend: String?
    /// The colour.
    public let tone: Tone

    /// A line from its values.
    public init(_ values: [Double], legend: String? = nil, tone: Tone = .primary) {
        (self.values, self.legend, self.tone) = (values, legend, tone)
    }

    /// The lowest and the highest value.
    public var valueRange: ClosedRange<Double>? { values.finiteRange }

    /// The line as a path.
    public func svg(in frame: PlotFrame) -> String {
        var path = PathText()
        for run in Thinning.runs(of: values, columns: frame.columns) {
            for (index, row) in run.enumerated() {
                let x = frame.rows.position(ofRow: row)
                let y = frame.values.position(of: values[row])
                if index == 0 { path.move(x: x, y: y) }
                // A run of one value is a short dash, or it would be invisible.
                if index == 0, run.count == 1 { path.line(x: x + 0.5, y: y) }
                if index > 0 { path.line(x: x, y: y) }
            }
        }
        return path.element(styleClass: "line \(tone.rawValue)")
    }
}
