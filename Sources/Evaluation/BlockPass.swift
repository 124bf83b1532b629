import Kernels
import MarketData

/// The working memory of one columnar run: a block per node, and the kernels' states.
struct BlockPass<Value: BlockLane>: ~Copyable {
    private let program: Program
    private let arena: KernelArena
    /// The kernels' loops: a kernel's description would be retained with each block.
    private let runs: [BlockRun<Value>]
    /// The nodes that run, in their order.
    private let order: [Int]
    private var lags: [TruthLag]
    private var starts: [TruthStart]
    /// The block of each number node; one after another for a kernel with several outputs.
    private var numbers: [[Value]]
    /// Where the current rows begin in it: 0, but for a column that is read where it lies.
    private var firstRows: [Int]
    /// The block of each condition node.
    private(set) var truths: [[Truth]]
    /// The rows of the current block.
    private(set) var rowCount = 0
    private let rowCapacity: Int

    /// A run of a whole program, or of what some of its nodes need.
    init(_ program: Program, rowCapacity: Int, for nodes: [Int]? = nil) {
        (self.program, self.rowCapacity) = (program, rowCapacity)
        arena = KernelArena(program.kernels, valueByteCount: MemoryLayout<Value>.stride)
        for (kernel, memory) in zip(program.kernels, arena.memories) { Value.start(kernel, memory) }
        runs = program.kernels.map(Value.run(of:))
        order = nodes.map(program.needs(of:)) ?? Array(program.instructions.indices)
        lags = program.lagCounts.map(TruthLag.init(count:))
        starts = Array(repeating: TruthStart(), count: program.startCount)
        numbers = program.instructions.indices.map { index in
            Array(repeating: .unknown, count: rowCapacity * program.outputCount(ofNode: index))
        }
        firstRows = Array(repeating: 0, count: program.instructions.count)
        truths = Array(
            repeating: Array(repeating: .unknown, count: rowCapacity),
            count: program.instructions.count)
        fillConstants()
    }

    private mutating func fillConstants() {
        for (index, instruction) in program.instructions.enumerated() {
            guard case .constant(let value) = instruction.opcode else { continue }
            numbers[index] = Array(repeating: Value(repeating: value), count: rowCapacity)
        }
    }

    /// Runs every node over a tile from its first row, and shows each block when it is done.
    mutating func run(
        _ tile: Tile<Value>, importing imports: ImportedColumns<Value>,
        _ body: (borrowing Self, Range<Int>) -> Void
    ) {
        var anchors = tile.anchors
        for start in stride(from: 0, to: tile.rowCount, by: rowCapacity) {
            let rows = start..<min(start + rowCapacity, tile.rowCount)
            anchors.advance(to: rows)
            run(tile, imports, anchors.bits.span, rows: rows)
            body(self, rows)
        }
    }

    private mutating func run(
        _ tile: Tile<Value>, _ imports: ImportedColumns<Value>, _ anchors: Span<UInt8>,
        rows: Range<Int>
    ) {
        rowCount = rows.count
        for index in order {
            let instruction = program.instructions[index]
            switch instruction.opcode {
            case .constant: break
            case .field(let field): put(field, of: tile, rows, to: index)
            case .kernel(let kernel): run(kernel, instruction, anchors, to: index)
            case .output(let output, _): copy(output: Int(output), of: instruction.first, to: index)
            case .session(let unit): tile.put(unit, rows, into: &numbers[index])
            case .imported: copy(imports, rows, to: index)
            default: runCondition(instruction, to: index)
            }
        }
    }

    /// Puts the values of one instrument in some rows of the current block into a column.
    func take(
        _ node: Int, lane: Int, rows: Range<Int>, into column: inout [Double], at start: Int
    ) {
        let (block, first) = (numbers[node], firstRows[node] + rows.lowerBound)
        var whole = column.mutableSpan
        var part = whole._mutatingExtracting(start..<start + rows.count)
        Value.take(lane, of: block.span.extracting(first..<first + rows.count), into: &part)
    }

    /// The values of a number node at the current rows.
    func values(ofNode index: Int) -> ArraySlice<Value> { numbers[index][rows(ofNode: index)] }

    private func rows(ofNode index: Int) -> Range<Int> {
        firstRows[index]..<firstRows[index] + rowCount
    }

    private mutating func copy(_ column: [Value], _ rows: Range<Int>, to index: Int) {
        let source = column.span.extracting(rows)
        var target = numbers[index].mutableSpan
        for row in source.indices { target[row] = source[row] }
    }

    private mutating func copy(output: Int, of kernel: Int, to index: Int) {
        let block = numbers[kernel]
        let source = block.span.extracting(output * rowCount..<(output + 1) * rowCount)
        var target = numbers[index].mutableSpan
        for row in source.indices { target[row] = source[row] }
    }

    /// A node that nobody reads has no column.
    private mutating func copy(
        _ imports: ImportedColumns<Value>, _ rows: Range<Int>, to index: Int
    ) {
        if let column = imports.numbers[index] { copy(column, rows, to: index) }
        guard let column = imports.truths[index] else { return }
        truths[index].replaceSubrange(0..<rowCount, with: column[rows])
    }

    /// A field of a series alone is read where it lies, and is no block of its own.
    private mutating func put(
        _ field: Field, of tile: Tile<Value>, _ rows: Range<Int>, to index: Int
    ) {
        guard !tile.whole.isEmpty else { return tile.put(field, rows, into: &numbers[index]) }
        if rows.lowerBound == 0 { numbers[index] = tile.whole[field.rawValue] }
        firstRows[index] = rows.lowerBound
    }

    /// Takes the node's own block out while it is written: no block is ever copied.
    private mutating func run(
        _ kernel: Int, _ instruction: Program.Instruction, _ anchors: Span<UInt8>, to index: Int
    ) {
        let (first, second) = (numbers[instruction.first], numbers[instruction.second])
        let (third, fourth) = (numbers[instruction.third], numbers[instruction.fourth])
        let fifth = numbers[instruction.fifth]
        var block = taken(&numbers[index])
        do {
            let input = InputColumns(
                first.span.extracting(rows(ofNode: instruction.first)),
                second.span.extracting(rows(ofNode: instruction.second)),
                third.span.extracting(rows(ofNode: instruction.third)),
                fourth.span.extracting(rows(ofNode: instruction.fourth)),
                fifth.span.extracting(rows(ofNode: instruction.fifth)), anchors: anchors)
            var whole = block.mutableSpan
            var output = whole._mutatingExtracting(
                first: rowCount * program.outputCounts[kernel])
            runs[kernel](input, arena.memories[kernel], &output)
        }
        swap(&numbers[index], &block)
    }

    private mutating func runCondition(_ instruction: Program.Instruction, to index: Int) {
        let (first, second) = (truths[instruction.first], truths[instruction.second])
        var block = taken(&truths[index])
        do {
            let (left, right) = (first.span, second.span)
            var output = block.mutableSpan
            switch instruction.opcode {
            case .greater: compare(instruction, into: &output)
            case .and: for row in 0..<rowCount { output[row] = left[row] && right[row] }
            case .or: for row in 0..<rowCount { output[row] = left[row] || right[row] }
            case .not: for row in 0..<rowCount { output[row] = !left[row] }
            case .lagged(let lag): lags[lag].run(left, into: &output, rowCount: rowCount)
            case .begins(let start):
                for row in 0..<rowCount { output[row] = starts[start].step(left[row]) }
            case .field, .session, .constant, .kernel, .output, .imported:
                preconditionFailure("not a condition")
            }
        }
        swap(&truths[index], &block)
    }

    private func compare(
        _ instruction: Program.Instruction, into truths: inout MutableSpan<Truth>
    ) {
        let (left, right) = (numbers[instruction.first], numbers[instruction.second])
        var output = truths._mutatingExtracting(first: rowCount)
        Kernels.compare(
            left.span.extracting(rows(ofNode: instruction.first)),
            right.span.extracting(rows(ofNode: instruction.second)),
            into: &output)
    }
}

/// Moves a value out, so that a local owns it alone.
private func taken<Element>(_ values: inout [Element]) -> [Element] {
    var result: [Element] = []
    swap(&result, &values)
    return result
}
