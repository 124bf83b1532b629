/// The area between a line and a base value.
public struct AreaMark: Mark {
    /// The values by row; one that is not finite leaves a gap.
    public let values: [Double]
    /// The value at which the area begins; always visible.
    public let base: Double
    /// The text in the legend; nil for none.
    public let legend: String?
    /// The colour.
    public let tone: Tone

    /// An area from its values.
    public init(
        _ values: [Double], base: Double = 0, legend: String? = nil, tone: Tone = .primary
    ) {
        (self.values, self.base, self.legend, self.tone) = (values, base, legend, tone)
    }

    /// The lowest and the highest value, the base included.
    public var valueRange: ClosedRange<Double>? { (values + [base]).finiteRange }

    /// The area and the line at its edge.
    public func svg(in frame: PlotFrame) -> String {
        var path = PathText()
        let baseline = frame.values.position(of: base)
        for run in Thinning.runs(of: values, columns: frame.columns) {
            guard let first = run.first, let last = run.last else { continue }
            path.move(x: frame.rows.position(ofRow: first), y: baseline)
            for row in run {
                path.line(
                    x: frame.rows.position(ofRow: row),
                    y: frame.values.position(of: values[row]))
            }
            path.line(x: frame.rows.position(ofRow: last), y: baseline)
            path.close()
        }
        return path.element(styleClass: "area \(tone.rawValue)")
            + LineMark(values, tone: tone).svg(in: frame)
    }
}
