/// A block of rows for each node of a program, in one allocation. A node's block is reached through
/// its pointer: an array for each would be retained and released with every kernel of every block,
/// which took longer than most kernels.
struct NodeBlocks<Element: BitwiseCopyable>: ~Copyable {
    private let base: UnsafeMutablePointer<Element>
    private let offsets: [Int]

    /// Blocks of as many elements as a node wants, all holding one value.
    init(counts: [Int], repeating value: Element) {
        var (offsets, total) = ([Int](), 0)
        for count in counts {
            offsets.append(total)
            total += count
        }
        self.offsets = offsets
        base = .allocate(capacity: max(total, 1))
        base.initialize(repeating: value, count: max(total, 1))
    }

    deinit { base.deallocate() }

    /// Where a node's block begins; valid as long as these blocks are.
    subscript(node: Int) -> UnsafeMutablePointer<Element> { base + offsets[node] }
}
