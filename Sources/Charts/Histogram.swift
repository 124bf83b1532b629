/// How often values fall into bins of one width, drawn as SVG text; zero is an edge of a bin.
public struct Histogram: Sendable {
    /// The edges of the bins, ascending; one more than there are bins.
    public let edges: [Double]
    /// The values in each bin; those beyond the last edges are in the outermost bins.
    public let counts: [Int]
    private let title: String
    private let labels: [String]

    /// The width of the drawing.
    public static let width = 520.0
    /// The height of the drawing.
    public static let height = 300.0

    /// Counts finite values, fractions, in about forty bins.
    ///
    /// The bins span the middle 99 % of the values, so that one crash does not press all others
    /// into two columns.
    ///
    /// - Parameters:
    ///   - values: The values; what is not finite is left out.
    ///   - title: What the drawing shows, read aloud.
    ///   - label: The text of a bin from its edges as percentages and its count; no edge where
    ///     values beyond the outermost are counted too.
    public init(_ values: [Double], title: String, label: (String?, String?, Int) -> String) {
        self.title = title
        let sorted = values.filter(\.isFinite).sorted()
        guard let first = sorted.first, let last = sorted.last else {
            (edges, counts, labels) = ([], [], [])
            return
        }
        let tail = sorted.count / 200
        let (low, high) = (sorted[tail], sorted[sorted.count - 1 - tail])
        let spread = max(high - low, max(abs(first), abs(last)) * 1e-6, 1e-6)
        let step = NiceTicks(from: 0, to: spread, atMost: 50).step
        let start = Int((low / step).rounded(.down))
        let end = max(start + 1, Int((high / step).rounded(.up)))
        var counts = [Int](repeating: 0, count: end - start)
        for value in sorted {
            let bin = Int(min(max((value / step).rounded(.down), -1e15), 1e15)) - start
            counts[min(max(bin, 0), counts.count - 1)] += 1
        }
        let edges = (start...end).map { Double($0) * step }
        let edge = { TickFormat.percent.text(of: edges[$0], step: step).trueMinus }
        labels = counts.indices.map { bin in
            let isLast = bin + 1 == counts.count && last > edges[bin + 1] + 1e-9 * step
            return label(
                bin == 0 && first < edges[0] ? nil : edge(bin), isLast ? nil : edge(bin + 1),
                counts[bin])
        }
        (self.edges, self.counts) = (edges, counts)
    }

    /// The drawing as one `svg` element.
    public var svg: String {
        let name = MarkupText.escaped(title)
        let start =
            "<svg class=\"chart histogram\" viewBox=\"0 0 \(Int(Self.width)) \(Int(Self.height))\""
            + " role=\"img\" aria-label=\"\(name)\">"
        guard let low = edges.first, let high = edges.last else { return start + "</svg>" }
        let most = Double(counts.max() ?? 1)
        let bottom = Self.height - 26
        let room = LabelWidth.of(TickFormat.number.text(of: most.rounded(.up), step: 1))
        let right = Self.width - max(48, room + 10)
        let x = LinearScale(lower: low, upper: high, start: 22, end: right)
        let y = LinearScale(lower: 0, upper: most * 1.04, start: bottom, end: 10)
        let columns = counts.indices.filter { counts[$0] > 0 }.map { bin in
            var path = PathText()
            let left = x.position(of: edges[bin]) + 0.6
            let edge = x.position(of: edges[bin + 1]) - 0.6
            let top = y.position(of: Double(counts[bin]))
            path.move(x: left, y: bottom)
            path.line(x: left, y: top)
            path.line(x: edge, y: top)
            path.line(x: edge, y: bottom)
            path.close()
            let isLoss = edges[bin] + edges[bin + 1] < 0
            return path.element(
                styleClass: "column \(isLoss ? "negative" : "positive")", title: labels[bin])
        }
        return start + Self.axes(x, y, bottom: bottom, right: right) + columns.joined() + "</svg>"
    }

    private static func axes(
        _ x: LinearScale, _ y: LinearScale, bottom: Double, right: Double
    ) -> String {
        let yTicks = y.ticks(atMost: 6)
        // Half a value is in no bin.
        let lines = yTicks.values.filter { $0 == $0.rounded() }.map { value in
            let level = NumberText.fixed(y.position(of: value), decimals: 1)
            return "<path class=\"grid\" d=\"M8 \(level)H\(right)\"/>"
                + "<text class=\"tick\" x=\"\(right + 8)\" y=\"\(level)\" dy=\".32em\">"
                + "\(TickFormat.number.text(of: value, step: max(1, yTicks.step)))</text>"
        }
        let xTicks = x.ticks(atMost: 7)
        let texts = TickFormat.percent.labels(xTicks, scale: .linear)
        let labels = zip(xTicks.values, texts).map { value, text in
            let place = x.position(of: value)
            let anchor = LabelWidth.anchor(text, at: place, width: Self.width)
            return "<text class=\"tick\" text-anchor=\"\(anchor)\" y=\"\(bottom + 18)\" x=\""
                + "\(NumberText.fixed(place, decimals: 1))\">\(text)</text>"
        }
        return lines.joined() + labels.joined()
            + "<path class=\"axis\" d=\"M8 \(bottom)H\(right)\"/>"
    }
}
