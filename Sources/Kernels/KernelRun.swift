/// One kernel at work on one series, with memory of its own.
///
/// For digests, tests and tools; the evaluators keep the memory of all their kernels together.
package struct KernelRun: ~Copyable {
    /// The kernel.
    package let kernel: CompiledKernel
    private let memory: KernelMemory

    /// A run before the first bar: of eight instruments where `isLaned`, else of one.
    package init(_ kernel: CompiledKernel, isLaned: Bool = false) {
        self.kernel = kernel
        let width = isLaned ? MemoryLayout<Lanes>.stride : MemoryLayout<Double>.stride
        memory = KernelMemory(
            state: .allocate(byteCount: max(kernel.stateByteCount, 1), alignment: 64),
            window: .allocate(byteCount: max(kernel.windowLength * width, 1), alignment: 64),
            windowLength: kernel.windowLength)
        isLaned ? kernel.startLanes(memory) : kernel.startScalar(memory)
    }

    deinit {
        memory.state.deallocate()
        memory.window.deallocate()
    }

    /// Steps one bar of one instrument.
    package mutating func step(_ input: Inputs<Double>) -> Double {
        kernel.step(input.finite, memory)
    }

    /// Runs the next rows of one instrument, as one block.
    package mutating func run(
        _ columns: [[Double]], anchors: [UInt8], rows: Range<Int>
    ) -> [Double] {
        var output = [Double](repeating: 0, count: rows.count)
        let (first, second, third) = Self.padded(columns)
        let input = InputColumns(
            first.span.extracting(rows), second.span.extracting(rows),
            third.span.extracting(rows), anchors: anchors.span.extracting(rows))
        var span = output.mutableSpan
        kernel.runScalar(input, memory, &span)
        return output
    }

    /// Runs the next rows of eight instruments, as one block.
    package mutating func run(
        _ columns: [[Lanes]], anchors: [UInt8], rows: Range<Int>
    ) -> [Lanes] {
        var output = [Lanes](repeating: .zero, count: rows.count)
        let (first, second, third) = Self.padded(columns)
        let input = InputColumns(
            first.span.extracting(rows), second.span.extracting(rows),
            third.span.extracting(rows), anchors: anchors.span.extracting(rows))
        var span = output.mutableSpan
        kernel.runLanes(input, memory, &span)
        return output
    }

    /// Three columns, unknown where infinite: those that are missing repeat the first.
    private static func padded<Value: Lane>(
        _ columns: [[Value]]
    ) -> ([Value], [Value], [Value]) {
        let known = columns.map { $0.map(\.finite) }
        let second = known.count > 1 ? known[1] : known[0]
        return (known[0], second, known.count > 2 ? known[2] : known[0])
    }
}

extension CompiledKernel {
    /// The output over whole columns of one instrument, one per input.
    ///
    /// - Parameters:
    ///   - columns: as many as the kernel has inputs, of one length; unknown is NaN.
    ///   - anchors: bit 0 of a row is set where that bar is a time anchor; empty for none.
    /// - Returns: one output a row.
    public func values(of columns: [[Double]], anchors: [UInt8] = []) -> [Double] {
        precondition(
            columns.count == inputCount, "\(identity) takes \(inputCount), was \(columns.count)")
        let bits = anchors.isEmpty ? [UInt8](repeating: 0, count: columns[0].count) : anchors
        var run = KernelRun(self)
        return run.run(columns, anchors: bits, rows: 0..<columns[0].count)
    }
}
