/// A dashed horizontal line at one value.
public struct RuleMark: Mark {
    /// The value.
    public let value: Double
    /// The text in the legend; nil for none.
    public let legend: String?
    /// The colour.
    public let tone: Tone

    /// A rule at a value.
    public init(_ value: Double, legend: String? = nil, tone: Tone = .secondary) {
        (self.value, self.legend, self.tone) = (value, legend, tone)
    }

    /// The value itself.
    public var valueRange: ClosedRange<Double>? { [value].finiteRange }

    /// The rule as a path over the whole width.
    public func svg(in frame: PlotFrame) -> String {
        var path = PathText()
        let y = frame.values.position(of: value)
        path.move(x: frame.rows.start, y: y)
        path.line(x: frame.rows.end, y: y)
        return path.element(styleClass: "rule \(tone.rawValue)")
    }
}
