import Evaluation
import Signals

extension Plan {
    /// The numbers that the target's conditions compare, as a signal tells them: at most eight.
    var shownNodes: [(node: Int, label: String)] {
        guard let target = targets.first else { return [] }
        var (open, seen, shown) = (target.conditions, Set<Int>(), [Int]())
        while let node = open.popLast() {
            guard seen.insert(node).inserted else { continue }
            for input in nodes[node].inputs {
                if nodes[input].isCondition {
                    open.append(input)
                } else if !nodes[input].inputs.isEmpty || nodes[input].label.hasPrefix("field") {
                    if !shown.contains(input) { shown.append(input) }
                }
            }
        }
        let levels = [target.stop.node, target.target.node].compactMap(\.self)
        let all = shown.sorted() + levels.filter { !shown.contains($0) }
        return all.prefix(8).map { ($0, "\($0) \(nodes[$0].label)") }
    }
}

extension TracedValue {
    /// The value as strict JSON: unknown is null.
    var json: String {
        switch self {
        case .number(let bits): "\(Double(bitPattern: bits))"
        case .truth(let truth): "\(truth)"
        case .unknown: "null"
        }
    }
}
