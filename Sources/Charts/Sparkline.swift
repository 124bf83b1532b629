/// A small line without axes, for a cell of a table.
public struct Sparkline: Sendable {
    /// The lines, the last one on top.
    public let lines: [(values: [Double], tone: Tone)]
    /// What the line shows, read aloud.
    public let title: String
    /// The width of the drawing.
    public let width: Double
    /// The height of the drawing.
    public let height: Double

    /// A sparkline of lines that share one axis.
    public init(
        title: String, lines: [(values: [Double], tone: Tone)], width: Double = 120,
        height: Double = 28
    ) {
        (self.title, self.lines, self.width, self.height) = (title, lines, width, height)
    }

    /// The line as one `svg` element; nothing is drawn without a value.
    public var svg: String {
        let name = MarkupText.escaped(title)
        let start =
            "<svg class=\"chart spark\" viewBox=\"0 0 \(Int(width)) \(Int(height))\""
            + " role=\"img\" aria-label=\"\(name)\">"
        let ranges = lines.compactMap(\.values.finiteRange)
        guard let lower = ranges.map(\.lowerBound).min(),
            let upper = ranges.map(\.upperBound).max()
        else { return start + "</svg>" }
        let air = max((upper - lower) * 0.02, abs(upper) * 1e-9, 1e-12)
        let scale = LinearScale(
            lower: lower - air, upper: upper + air, start: height - 2, end: 2)
        let paths = lines.filter { !$0.values.isEmpty }.map { line in
            let frame = PlotFrame(
                rows: RowScale(rowCount: line.values.count, start: 1, end: width - 1),
                values: scale, columns: Int(width) / 3, top: 2, bottom: height - 2)
            return LineMark(line.values, tone: line.tone).svg(in: frame)
        }
        return start + paths.joined() + "</svg>"
    }
}
