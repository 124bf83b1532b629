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
    private let numbers: NodeBlocks<Value>
    /// Where the current rows of each begin: in its block, or in a column that is read where it
    /// lies.
    private var columns: [UnsafePointer<Value>]
    /// The whole columns that some nodes write into, in place of their blocks.
    private let results: [Int: UnsafeMutablePointer<Value>]
    /// The block of each condition node.
    private let truths: NodeBlocks<Truth>
    /// The rows of the current block.
    private(set) var rowCount = 0
    private let rowCapacity: Int

    /// A run of a whole program, or of what some of its nodes need.
    ///
    /// - Parameters:
    ///   - program: the program.
    ///   - rowCapacity: the rows of a block.
    ///   - nodes: those that are asked for; nil for all.
    ///   - results: whole columns that kernels of one output write into, as long as the tile.
    init(
        _ program: Program, rowCapacity: Int, for nodes: [Int]? = nil,
        into results: [Int: UnsafeMutablePointer<Value>] = [:]
    ) {
        self.results = results
        (self.program, self.rowCapacity) = (program, rowCapacity)
        arena = KernelArena(program.kernels, valueByteCount: MemoryLayout<Value>.stride)
        for (kernel, memory) in zip(program.kernels, arena.memories) { Value.start(kernel, memory) }
        runs = program.kernels.map(Value.run(of:))
        order = nodes.map(program.needs(of:)) ?? Array(program.instructions.indices)
        lags = program.lagCounts.map(TruthLag.init(count:))
        starts = Array(repeating: TruthStart(), count: program.startCount)
        let indices = program.instructions.indices
        let numbers = NodeBlocks<Value>(
            counts: indices.map { rowCapacity * program.outputCount(ofNode: $0) },
            repeating: .unknown)
        columns = indices.map { UnsafePointer(numbers[$0]) }
        self.numbers = numbers
        truths = NodeBlocks(counts: indices.map { _ in rowCapacity }, repeating: .unknown)
        fillConstants()
    }

    private func fillConstants() {
        for (index, instruction) in program.instructions.enumerated() {
            guard case .constant(let value) = instruction.opcode else { continue }
            numbers[index].update(repeating: Value(repeating: value), count: rowCapacity)
        }
    }

    /// Runs every node over a tile from its first row, and shows each block when it is done.
    mutating func run(
        _ tile: Tile<Value>, importing imports: ImportedColumns<Value>,
        _ body: (borrowing Self, Range<Int>) -> Void
    ) {
        var anchors = tile.anchors
        // What lies in the tile's columns is read there until the last block is done.
        withExtendedLifetime(tile) {
            for start in stride(from: 0, to: tile.rowCount, by: rowCapacity) {
                let rows = start..<min(start + rowCapacity, tile.rowCount)
                anchors.advance(to: rows)
                run(tile, imports, anchors.bits.span, rows: rows)
                body(self, rows)
            }
        }
    }

    private mutating func run(
        _ tile: Tile<Value>, _ imports: ImportedColumns<Value>, _ anchors: Span<UInt8>,
        rows: Range<Int>
    ) {
        rowCount = rows.count
        for (node, column) in results { columns[node] = UnsafePointer(column + rows.lowerBound) }
        for index in order {
            let instruction = program.instructions[index]
            switch instruction.opcode {
            case .constant: break
            case .field(let field): put(field, of: tile, rows, to: index)
            case .kernel(let kernel): run(kernel, instruction, anchors, to: index)
            case .output(let output, _):
                columns[index] = UnsafePointer(
                    numbers[instruction.first] + Int(output) * rowCount)
            case .session(let number):
                var block = block(ofNode: index).mutableSpan
                tile.put(number, rows, into: &block)
            case .number:
                let (facts, block) = (truths(ofNode: instruction.first), block(ofNode: index))
                for row in facts.indices { block[row] = Value(facts[row]) }
            case .imported: copy(imports, rows, to: index)
            default: runCondition(instruction, to: index)
            }
        }
    }

    /// Puts the values of one instrument in some rows of the current block into a column.
    func take(
        _ node: Int, lane: Int, rows: Range<Int>, into column: inout [Double], at start: Int
    ) {
        var whole = column.mutableSpan
        var part = whole._mutatingExtracting(start..<start + rows.count)
        let values = values(ofNode: node)
        Value.take(lane, of: values.span.extracting(rows), into: &part)
    }

    /// Puts the values of several instruments into a column of each, where those rows are its own.
    func take(
        _ node: Int, _ block: Range<Int>, for lanes: [LaneAssignment], column index: Int,
        of results: inout [[[Double]]]
    ) {
        let values = values(ofNode: node)
        let span = values.span
        for lane in lanes.indices {
            let rows = lanes[lane].segment.rows.clamped(to: block)
            guard !rows.isEmpty else { continue }
            var whole = results[lanes[lane].history][index].mutableSpan
            var part = whole._mutatingExtracting(rows)
            let (first, last) = (rows.lowerBound, rows.upperBound)
            let source = first - block.lowerBound..<last - block.lowerBound
            Value.take(lane, of: span.extracting(source), into: &part)
        }
    }

    /// The values of a number node at the current rows: until the next block is run.
    func values(ofNode index: Int) -> UnsafeBufferPointer<Value> {
        UnsafeBufferPointer(start: columns[index], count: rowCount)
    }

    /// The truths of a condition node at the current rows: until the next block is run.
    func truths(ofNode index: Int) -> UnsafeBufferPointer<Truth> {
        UnsafeBufferPointer(start: truths[index], count: rowCount)
    }

    /// A node's own block, as long as the current rows.
    private func block(ofNode index: Int) -> UnsafeMutableBufferPointer<Value> {
        UnsafeMutableBufferPointer(start: numbers[index], count: rowCount)
    }

    /// A node that nobody reads has no column.
    private func copy(_ imports: ImportedColumns<Value>, _ rows: Range<Int>, to index: Int) {
        if let column = imports.numbers[index] {
            _ = block(ofNode: index).update(fromContentsOf: column[rows])
        }
        if let column = imports.truths[index] {
            _ = UnsafeMutableBufferPointer(start: truths[index], count: rowCount)
                .update(fromContentsOf: column[rows])
        }
    }

    /// A field of a series alone is read where it lies, and needs no block of its own.
    private mutating func put(
        _ field: Field, of tile: Tile<Value>, _ rows: Range<Int>, to index: Int
    ) {
        guard !tile.whole.isEmpty else {
            var block = block(ofNode: index).mutableSpan
            return tile.put(field, rows, into: &block)
        }
        tile.whole[field.rawValue].withUnsafeBufferPointer { column in
            guard let start = column.baseAddress else { return }
            columns[index] = start + rows.lowerBound
        }
    }

    private func run(
        _ kernel: Int, _ instruction: Program.Instruction, _ anchors: Span<UInt8>, to index: Int
    ) {
        let first = values(ofNode: instruction.first)
        let second = values(ofNode: instruction.second)
        let third = values(ofNode: instruction.third)
        let fourth = values(ofNode: instruction.fourth)
        let fifth = values(ofNode: instruction.fifth)
        let input = InputColumns(
            first.span, second.span, third.span, fourth.span, fifth.span, anchors: anchors)
        // A column of results is this pass's to write: `columns` only forgets that.
        let start =
            results[index] == nil
            ? numbers[index] : UnsafeMutablePointer(mutating: columns[index])
        var output = UnsafeMutableBufferPointer(
            start: start, count: rowCount * program.outputCounts[kernel]
        ).mutableSpan
        runs[kernel](input, arena.memories[kernel], &output)
    }

    private mutating func runCondition(_ instruction: Program.Instruction, to index: Int) {
        let left = truths(ofNode: instruction.first)
        let right = truths(ofNode: instruction.second)
        var output = UnsafeMutableBufferPointer(start: truths[index], count: rowCount).mutableSpan
        switch instruction.opcode {
        case .greater: compare(instruction, into: &output)
        case .and: for row in left.indices { output[row] = left[row] && right[row] }
        case .or: for row in left.indices { output[row] = left[row] || right[row] }
        case .not: for row in left.indices { output[row] = !left[row] }
        case .lagged(let lag): lags[lag].run(left.span, into: &output, rowCount: rowCount)
        case .begins(let start):
            for row in left.indices { output[row] = starts[start].step(left[row]) }
        case .field, .session, .constant, .kernel, .output, .number, .imported:
            preconditionFailure("not a condition")
        }
    }

    private func compare(
        _ instruction: Program.Instruction, into output: inout MutableSpan<Truth>
    ) {
        let first = values(ofNode: instruction.first)
        let second = values(ofNode: instruction.second)
        Kernels.compare(first.span, second.span, into: &output)
    }
}
