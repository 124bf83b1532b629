/// The first value at or below a level, from any position on: a tree of minima, O(log n).
struct SearchTree {
    private let count: Int
    private let size: Int
    private var nodes: [Double]

    init(_ values: [Double]) {
        count = values.count
        var size = 1
        while size < values.count { size *= 2 }
        self.size = size
        nodes = Array(repeating: .infinity, count: 2 * size)
        for i in values.indices { nodes[size + i] = values[i] }
        for i in (1..<size).reversed() { nodes[i] = min(nodes[2 * i], nodes[2 * i + 1]) }
    }

    /// The place of that value, or the number of values when there is none.
    func first(atMost level: Double, from start: Int) -> Int {
        guard start < count, level == level else { return count }
        var node = size + start
        while nodes[node] > level {
            while node & 1 == 1 { node >>= 1 }
            if node == 0 { return count }
            node += 1
        }
        while node < size {
            node *= 2
            if nodes[node] > level { node += 1 }
        }
        return min(node - size, count)
    }
}
