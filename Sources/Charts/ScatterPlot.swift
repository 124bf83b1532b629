/// Points over two value axes, drawn as SVG text.
public struct ScatterPlot: Sendable {
    /// Points of one colour.
    public struct Group: Sendable, Hashable {
        /// The positions along the horizontal axis.
        public let x: [Double]
        /// The positions along the vertical axis.
        public let y: [Double]
        /// The colour.
        public let tone: Tone

        /// Points from two columns of one length.
        public init(x: [Double], y: [Double], tone: Tone) {
            precondition(x.count == y.count, "\(x.count) and \(y.count) positions do not pair")
            (self.x, self.y, self.tone) = (x, y, tone)
        }
    }

    /// What the plot shows, read aloud.
    public let title: String
    /// The points.
    public let groups: [Group]
    /// The text below the horizontal axis.
    public let xLabel: String
    /// The text above the vertical axis.
    public let yLabel: String

    /// The width of the drawing.
    public static let width = 520.0
    /// The height of the drawing.
    public static let height = 300.0

    /// A plot of groups of points, fractions on both axes.
    public init(title: String, groups: [Group], xLabel: String, yLabel: String) {
        (self.title, self.groups, self.xLabel, self.yLabel) = (title, groups, xLabel, yLabel)
    }

    /// The right edge of the points: what the labels of the vertical axis leave.
    private var right: Double {
        let labels = TickFormat.percent.labels(yScale.ticks(atMost: 6), scale: .linear)
        return Self.width - max(64, (labels.map(LabelWidth.of).max() ?? 0) + 12)
    }

    /// The scale of the horizontal axis.
    public var xScale: LinearScale { scale(groups.flatMap(\.x), start: 8, end: right) }

    /// The scale of the vertical axis.
    public var yScale: LinearScale { scale(groups.flatMap(\.y), start: Self.height - 44, end: 26) }

    /// The plot as one `svg` element.
    public var svg: String {
        let (xScale, yScale) = (self.xScale, self.yScale)
        let name = MarkupText.escaped(title)
        let marks = groups.map { group in
            var path = PathText()
            for index in group.x.indices {
                path.dot(
                    x: xScale.position(of: group.x[index]), y: yScale.position(of: group.y[index]))
            }
            return path.element(styleClass: "dots \(group.tone.rawValue)")
        }
        return "<svg class=\"chart scatter\" viewBox=\"0 0 \(Int(Self.width)) \(Int(Self.height))\""
            + " role=\"img\" aria-label=\"\(name)\">" + grid(xScale, yScale) + marks.joined()
            + "</svg>"
    }

    private func grid(_ xScale: LinearScale, _ yScale: LinearScale) -> String {
        let (right, bottom) = (right, Self.height - 44)
        var result = ""
        let yTicks = yScale.ticks(atMost: 6)
        let yTexts = TickFormat.percent.labels(yTicks, scale: .linear)
        for (value, text) in zip(yTicks.values, yTexts) {
            let y = NumberText.fixed(yScale.position(of: value), decimals: 1)
            result +=
                "<path class=\"\(value == 0 ? "axis" : "grid")\" d=\"M8 \(y)H\(right)\"/>"
                + "<text class=\"tick\" x=\"\(right + 8)\" y=\"\(y)\" dy=\".32em\">"
                + "\(text)</text>"
        }
        let xTicks = xScale.ticks(atMost: 6)
        let xTexts = TickFormat.percent.labels(xTicks, scale: .linear)
        for (value, text) in zip(xTicks.values, xTexts) {
            let position = xScale.position(of: value)
            let x = NumberText.fixed(position, decimals: 1)
            let anchor = LabelWidth.anchor(text, at: position, width: Self.width)
            result +=
                "<path class=\"\(value == 0 ? "axis" : "grid")\" d=\"M\(x) 26V\(bottom)\"/>"
                + "<text class=\"tick\" text-anchor=\"\(anchor)\" x=\"\(x)\" y=\"\(bottom + 17)\">"
                + "\(text)</text>"
        }
        return result
            + "<text class=\"tick\" x=\"8\" y=\"14\">\(MarkupText.escaped(yLabel))</text>"
            + "<text class=\"tick\" text-anchor=\"end\" x=\"\(right)\" y=\"\(Self.height - 6)\">"
            + "\(MarkupText.escaped(xLabel))</text>"
    }

    private func scale(_ values: [Double], start: Double, end: Double) -> LinearScale {
        let range = (values + [0]).finiteRange ?? 0...0
        let air = max((range.upperBound - range.lowerBound) * 0.05, 1e-4)
        return LinearScale(
            lower: range.lowerBound - air, upper: range.upperBound + air, start: start, end: end)
    }
}
