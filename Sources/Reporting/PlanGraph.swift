/// The nodes of a plan and what they feed, read from its canonical text.
struct PlanGraph {
    /// A box of the graph.
    struct Node {
        /// The name of the operation.
        let name: String
        /// Its parameters; empty without any.
        let detail: String
        /// The boxes that it reads, as indices.
        let inputs: [Int]
        /// True for a decision: what the plan is for.
        let isEnd: Bool
    }

    let nodes: [Node]

    /// The graph of a plan; empty when the text is none.
    ///
    /// - Parameters:
    ///   - text: The canonical text: lines `node N OPERATION of I J` and `target …`.
    ///   - language: The language of the decisions.
    init(_ text: String, language: Language) {
        var (nodes, places): ([Node], [Int: Int]) = ([], [:])
        for line in text.split(separator: "\n") {
            let words = line.split(separator: " ")
            if words.first == "node", words.count >= 3, let number = Int(words[1]) {
                places[number] = nodes.count
                nodes.append(Self.node(words.dropFirst(2), places: places))
            } else if words.first == "target" {
                nodes += Self.ends(words, places: places, language: language)
            }
        }
        self.nodes = nodes
    }

    /// The column of each node: one more than the furthest of its inputs; decisions are last.
    var layers: [Int] {
        var layers: [Int] = []
        for node in nodes { layers.append((node.inputs.map { layers[$0] }.max() ?? -1) + 1) }
        let last = layers.max() ?? 0
        for index in nodes.indices where nodes[index].isEnd { layers[index] = last }
        return layers
    }

    private static func node(_ words: ArraySlice<Substring>, places: [Int: Int]) -> Node {
        let split = words.lastIndex(of: "of")
        let inputs = split.map { words[($0 + 1)...].compactMap { Int($0).flatMap { places[$0] } } }
        let label = (split.map { words[..<$0] } ?? words).drop { $0 == "kernel" || $0 == "field" }
            .joined(separator: " ")
        let parts = label.split(separator: "(", maxSplits: 1)
        let detail = parts.count > 1 ? parts[1].split(separator: ")", maxSplits: 1) : []
        let rest = detail.count > 1 ? String(detail[1]) : ""
        return Node(
            name: (parts.first.map(String.init) ?? label) + rest,
            detail: detail.first.map { shortened($0) } ?? "", inputs: inputs ?? [], isEnd: false)
    }

    /// `period=12,weight=0.15384615384615385` as `period 12, weight 0.1538`; what is 0 is left
    /// out.
    private static func shortened(_ parameters: Substring) -> String {
        parameters.split(separator: ",").compactMap { part in
            let sides = part.split(separator: "=", maxSplits: 1)
            guard sides.count == 2 else { return String(part) }
            guard let value = Double(sides[1]) else { return "\(sides[0]) \(sides[1])" }
            return value == 0 ? nil : "\(sides[0]) \(FigureText.significant(value))"
        }.joined(separator: ", ")
    }

    private static func ends(
        _ words: [Substring], places: [Int: Int], language: Language
    ) -> [Node] {
        var result: [Node] = []
        for (index, side) in words.enumerated() where side == "long" || side == "short" {
            let nodes = words.dropFirst(index + 1).first?.split(separator: "/") ?? []
            for (wish, node) in zip(["enter", "exit"], nodes) {
                guard let place = Int(node).flatMap({ places[$0] }) else { continue }
                let name = Phrases.word("\(wish) \(side)", language)
                result.append(Node(name: name, detail: "", inputs: [place], isEnd: true))
            }
        }
        for (index, level) in words.enumerated() where index > 1 && index + 1 < words.count {
            guard level == "stop" || level == "target", words[index + 1] != "none" else { continue }
            let parts = words[index + 1].split(separator: ":")
            let isNode = parts.first?.hasSuffix("percent") == false
            let place = isNode ? parts.last.flatMap { Int($0) } : nil
            let input = place.flatMap { places[$0] }
            let detail = input == nil ? parts.joined(separator: " ") : String(parts[0])
            result.append(
                Node(
                    name: Phrases.word(String(level), language), detail: detail,
                    inputs: input.map { [$0] } ?? [], isEnd: true))
        }
        return result
    }
}
