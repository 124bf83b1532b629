extension Plan {
    /// The numbers that the first target's conditions compare, with its levels, as a signal tells
    /// them: at most eight nodes.
    package var comparedNodes: [Int] {
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
        let weight = target.rebalance == nil ? nil : target.size.node
        let levels = [target.stop.node, target.target.node, weight].compactMap(\.self)
        return Array((shown.sorted() + levels.filter { !shown.contains($0) }).prefix(8))
    }
}
