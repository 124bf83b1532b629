import Kernels

/// What a block holds at each row: the value of one instrument, or those of eight.
///
/// One series alone runs as `Double`, several as `Lanes`: the same walk, the same bits, and no
/// work for lanes that nobody asked for.
protocol BlockLane: Lane {
    /// The instruments side by side.
    static var laneCount: Int { get }
    /// The column itself where a block of it needs no turning into lanes; nil where it does.
    static func whole(_ column: [Double]) -> [Self]?
    /// The value of one instrument.
    subscript(lane: Int) -> Double { get set }
    /// 1 where true, 0 where false, unknown where unknown.
    init(_ truth: Truth)
    /// Writes a kernel's state before the first bar.
    static func start(_ kernel: CompiledKernel, _ memory: KernelMemory)
    /// What runs a kernel over a block.
    static func run(of kernel: CompiledKernel) -> BlockRun<Self>
    /// Puts the same rows of as many instruments as there are lanes into the first rows; infinite
    /// ones are unknown there. Every column has these rows.
    static func put(
        _ columns: [[Double]], rows: Range<Int>, into block: inout MutableSpan<Self>)
    /// Puts the values of one instrument into its lane of the first rows; an infinite one is
    /// unknown there.
    static func put(_ column: Span<Double>, into block: inout MutableSpan<Self>, lane: Int)
    /// Takes the values of one instrument out of its lane of the first rows.
    static func take(_ lane: Int, of block: Span<Self>, into column: inout MutableSpan<Double>)
}

/// Runs a kernel over a block. The outputs follow one another, each as long as the block.
typealias BlockRun<Value: Lane> =
    @Sendable (borrowing InputColumns<Value>, KernelMemory, inout MutableSpan<Value>) -> Void

extension Double: BlockLane {
    static var laneCount: Int { 1 }

    static func whole(_ column: [Double]) -> [Double]? { column }

    subscript(lane: Int) -> Double {
        get { self }
        set { self = newValue }
    }

    init(_ truth: Truth) { self.init(truth, lane: 0) }

    /// The truth of one lane: 1 where true, 0 where false, unknown where unknown.
    @inline(__always)
    init(_ truth: Truth, lane: Int) {
        let bit: UInt8 = 1 << UInt8(lane)
        self = truth.known & bit == 0 ? .nan : truth.value & bit == 0 ? 0 : 1
    }

    static func start(_ kernel: CompiledKernel, _ memory: KernelMemory) {
        kernel.startScalar(memory)
    }

    static func run(of kernel: CompiledKernel) -> BlockRun<Double> { kernel.runScalar }

    static func put(
        _ columns: [[Double]], rows: Range<Int>, into block: inout MutableSpan<Double>
    ) {
        let column = columns[0]
        put(column.span.extracting(rows), into: &block, lane: 0)
    }

    static func put(_ column: Span<Double>, into block: inout MutableSpan<Double>, lane: Int) {
        var part = block._mutatingExtracting(first: column.count)
        precondition(part.count == column.count)
        for row in column.indices { part[row] = column[row].finite }
    }

    static func take(
        _ lane: Int, of block: Span<Double>, into column: inout MutableSpan<Double>
    ) {
        let part = block.extracting(first: column.count)
        precondition(part.count == column.count)
        for row in part.indices { column[row] = part[row] }
    }
}

/// Lanes are reached through pointers, after one check of the bounds: three checks for each value
/// took longer than most kernels.
extension Lanes: BlockLane {
    static var laneCount: Int { 8 }

    static func whole(_ column: [Double]) -> [Lanes]? { nil }

    init(_ truth: Truth) {
        self.init(repeating: 0)
        for lane in 0..<Self.laneCount { self[lane] = Double(truth, lane: lane) }
    }

    static func start(_ kernel: CompiledKernel, _ memory: KernelMemory) {
        kernel.startLanes(memory)
    }

    static func run(of kernel: CompiledKernel) -> BlockRun<Lanes> { kernel.runLanes }

    static func put(
        _ columns: [[Double]], rows: Range<Int>, into block: inout MutableSpan<Lanes>
    ) {
        let (a, b, c, d) = (columns[0], columns[1], columns[2], columns[3])
        let (e, f, g, h) = (columns[4], columns[5], columns[6], columns[7])
        let one = a.span.extracting(rows)
        let two = b.span.extracting(rows)
        let three = c.span.extracting(rows)
        let four = d.span.extracting(rows)
        let five = e.span.extracting(rows)
        let six = f.span.extracting(rows)
        let seven = g.span.extracting(rows)
        let eight = h.span.extracting(rows)
        precondition(one.count == rows.count && two.count == rows.count)
        precondition(three.count == rows.count && four.count == rows.count)
        precondition(five.count == rows.count && six.count == rows.count)
        precondition(seven.count == rows.count && eight.count == rows.count)
        var part = block._mutatingExtracting(first: rows.count)
        precondition(part.count == rows.count)
        for row in 0..<rows.count {
            part[row] =
                Lanes(
                    one[row], two[row], three[row], four[row], five[row], six[row], seven[row],
                    eight[row]
                ).finite
        }
    }

    static func put(_ column: Span<Double>, into block: inout MutableSpan<Lanes>, lane: Int) {
        precondition(column.count <= block.count && (0..<8).contains(lane))
        column.withUnsafeBufferPointer { column in
            block.withUnsafeMutableBytes { bytes in
                guard let source = column.baseAddress, let target = bytes.baseAddress
                else { return }
                let values = target.assumingMemoryBound(to: Double.self) + lane
                for row in 0..<column.count { values[8 * row] = source[row].finite }
            }
        }
    }

    static func take(_ lane: Int, of block: Span<Lanes>, into column: inout MutableSpan<Double>) {
        precondition(column.count <= block.count && (0..<8).contains(lane))
        block.withUnsafeBytes { bytes in
            column.withUnsafeMutableBufferPointer { column in
                guard let source = bytes.baseAddress, let target = column.baseAddress
                else { return }
                let values = source.assumingMemoryBound(to: Double.self) + lane
                for row in 0..<column.count { target[row] = values[8 * row] }
            }
        }
    }
}
