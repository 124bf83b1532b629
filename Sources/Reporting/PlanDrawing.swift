import Charts

/// A plan as a drawing: layers from left to right, curves between them.
struct PlanDrawing {
    private let graph: PlanGraph
    private let layers: [Int]
    private var columns: [[Int]]
    private let title: String

    private static let (height, gap, space) = (44, 16, 56)

    init(_ graph: PlanGraph, title: String) {
        (self.graph, self.title) = (graph, title)
        layers = graph.layers
        columns = Array(repeating: [], count: (layers.max() ?? -1) + 1)
        for (index, layer) in layers.enumerated() { columns[layer].append(index) }
        sortColumns()
    }

    /// The drawing as an element of a page; nothing without a node.
    var svg: String {
        guard !graph.nodes.isEmpty else { return "" }
        let name = MarkupText.escaped(title)
        return "<div class=\"graph\" role=\"region\" tabindex=\"0\" aria-label=\"\(name)\">"
            + element() + "</div>"
    }

    /// The drawing as one `svg` element.
    ///
    /// - Parameters:
    ///   - attributes: further attributes of the element.
    ///   - head: what stands before the drawing within it.
    /// - Returns: the element.
    func element(_ attributes: String = "", head: String = "") -> String {
        let boxes = self.boxes
        let width = (boxes.map { $0.x + $0.width }.max() ?? 0) + 2
        let height = (boxes.map { $0.y + Self.height }.max() ?? 0) + 2
        let name = MarkupText.escaped(title)
        return "<svg\(attributes) width=\"\(width)\" height=\"\(height)\""
            + " viewBox=\"0 0 \(width) \(height)\" role=\"img\" aria-label=\"\(name)\">\(head)"
            + edges(boxes)
            + graph.nodes.indices.map { box(graph.nodes[$0], boxes[$0]) }.joined() + "</svg>"
    }

    private struct Box {
        let x: Int
        let y: Int
        let width: Int
    }

    /// Each column in the order of the mean place of what its nodes read.
    private mutating func sortColumns() {
        var places: [Int: Double] = [:]
        for (layer, column) in columns.enumerated() {
            let keys = column.map { index -> (Int, Double) in
                let inputs = graph.nodes[index].inputs.compactMap { places[$0] }
                let mean = inputs.isEmpty ? 0 : inputs.reduce(0, +) / Double(inputs.count)
                return (index, mean)
            }
            let sorted = keys.enumerated()
                .sorted { ($0.element.1, $0.offset) < ($1.element.1, $1.offset) }
                .map(\.element.0)
            columns[layer] = sorted
            for (place, index) in sorted.enumerated() {
                places[index] = (Double(place) + 0.5) / Double(sorted.count)
            }
        }
    }

    private var boxes: [Box] {
        let tallest = columns.map(\.count).max() ?? 0
        var boxes = [Box](repeating: Box(x: 0, y: 0, width: 0), count: graph.nodes.count)
        var x = 1
        for column in columns {
            let width = column.map { Self.width(of: graph.nodes[$0]) }.max() ?? 60
            let offset = (tallest - column.count) * (Self.height + Self.gap) / 2
            for (place, index) in column.enumerated() {
                boxes[index] = Box(
                    x: x, y: 1 + offset + place * (Self.height + Self.gap), width: width)
            }
            x += width + Self.space
        }
        return boxes
    }

    private static func width(of node: PlanGraph.Node) -> Int {
        let letters = max(wide(node.name), wide(node.detail))
        return min(max(letters * 15 / 2 + 24, 76), 320)
    }

    private static func wide(_ text: String) -> Int { DisplayWidth.columns(of: cut(text)) }

    private static func cut(_ text: String) -> String {
        text.count > 39 ? text.prefix(38) + "…" : text
    }

    private func edges(_ boxes: [Box]) -> String {
        var result = ""
        for (index, node) in graph.nodes.enumerated() {
            for input in node.inputs {
                let (from, to) = (boxes[input], boxes[index])
                let (x, y) = (from.x + from.width, from.y + Self.height / 2)
                let (endX, endY) = (to.x, to.y + Self.height / 2)
                let middle = Self.space / 2
                result +=
                    "<path d=\"M\(x) \(y)C\(x + middle) \(y) \(endX - middle) \(endY)"
                    + " \(endX) \(endY)\"/>"
            }
        }
        return result
    }

    private func box(_ node: PlanGraph.Node, _ box: Box) -> String {
        let style = node.isEnd ? "end" : node.inputs.isEmpty ? "start" : "step"
        let middle = box.x + box.width / 2
        let hasDetail = !node.detail.isEmpty
        let name =
            "<text x=\"\(middle)\" y=\"\(box.y + (hasDetail ? 19 : 27))\" text-anchor=\"middle\""
            + " font-weight=\"600\">\(MarkupText.escaped(Self.cut(node.name)))</text>"
        let detail =
            hasDetail
            ? "<text x=\"\(middle)\" y=\"\(box.y + 35)\" text-anchor=\"middle\">"
                + "\(MarkupText.escaped(Self.cut(node.detail)))</text>" : ""
        return "<g class=\"\(style)\"><rect x=\"\(box.x)\" y=\"\(box.y)\" width=\"\(box.width)\""
            + " height=\"\(Self.height)\" rx=\"6\"/>\(name)\(detail)</g>"
    }
}
