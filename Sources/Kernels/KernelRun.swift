/// One kernel at work on one series, with memory of its own.
///
/// For digests, tests and tools; the evaluators keep the memory of all their kernels together.
package struct KernelRun: ~Copyable {
    /// The kernel.
    package let kernel: CompiledKernel
    private let memory: KernelMemory
    /// How long the kernel itself took in the last `run`.
    package private(set) var elapsed = Duration.zero

    /// A run before the first bar: of eight instruments where `isLaned`, else of one.
    package init(_ kernel: CompiledKernel, isLaned: Bool = false) {
        self.kernel = kernel
        let width = isLaned ? MemoryLayout<Lanes>.stride : MemoryLayout<Double>.stride
        memory = KernelMemory(
            state: .allocate(byteCount: max(kernel.stateByteCount, 1), alignment: 64),
            window: .allocate(byteCount: max(kernel.windowLength * width, 1), alignment: 64),
            windowLength: kernel.windowLength,
            outputs: .allocate(byteCount: KernelMemory.outputByteCount, alignment: 64))
        isLaned ? kernel.startLanes(memory) : kernel.startScalar(memory)
    }

    deinit {
        memory.state.deallocate()
        memory.window.deallocate()
        memory.outputs.deallocate()
    }

    /// Steps one bar of one instrument; gives every output.
    package mutating func step(_ values: [Double], anchors: UInt8) -> [Double] {
        let inputs = (0..<5).map { values[min($0, values.count - 1)] }
        let first = kernel.step(
            Inputs(inputs[0], inputs[1], inputs[2], inputs[3], inputs[4], anchors: anchors).finite,
            memory)
        return [first] + (1..<kernel.outputCount).map { memory.output($0) }
    }

    /// Runs the next rows of one instrument, as one block; gives every output.
    package mutating func run(
        _ columns: [[Double]], anchors: [UInt8], rows: Range<Int>
    ) -> [[Double]] {
        run(columns, anchors, rows, kernel.runScalar)
    }

    /// Runs the next rows of eight instruments, as one block; gives every output.
    package mutating func run(
        _ columns: [[Lanes]], anchors: [UInt8], rows: Range<Int>
    ) -> [[Lanes]] {
        run(columns, anchors, rows, kernel.runLanes)
    }

    /// A column that is missing repeats the last; what is infinite is unknown.
    private mutating func run<Value: Lane>(
        _ columns: [[Value]], _ anchors: [UInt8], _ rows: Range<Int>,
        _ block: (
            borrowing InputColumns<Value>, KernelMemory, inout MutableSpan<Value>
        ) -> Void
    ) -> [[Value]] {
        let known = (0..<5).map { columns[min($0, columns.count - 1)].map(\.finite) }
        var output = [Value](repeating: .zero, count: rows.count * kernel.outputCount)
        let (first, second, third, fourth) = (known[0], known[1], known[2], known[3])
        let fifth = known[4]
        do {
            let input = InputColumns(
                first.span.extracting(rows), second.span.extracting(rows),
                third.span.extracting(rows), fourth.span.extracting(rows),
                fifth.span.extracting(rows), anchors: anchors.span.extracting(rows))
            var span = output.mutableSpan
            let start = ContinuousClock.now
            block(input, memory, &span)
            elapsed = ContinuousClock.now - start
        }
        return (0..<kernel.outputCount).map { index in
            Array(output[index * rows.count..<(index + 1) * rows.count])
        }
    }
}

extension CompiledKernel {
    /// The outputs over whole columns of one instrument, one column per input.
    ///
    /// - Parameters:
    ///   - columns: as many as the kernel has inputs, of one length; unknown is NaN.
    ///   - anchors: bit 0 of a row is set where that bar is a time anchor; empty for none.
    /// - Returns: one column per output.
    public func outputs(of columns: [[Double]], anchors: [UInt8] = []) -> [[Double]] {
        precondition(
            columns.count == inputCount, "\(identity) takes \(inputCount), was \(columns.count)")
        precondition(
            columns.allSatisfy { $0.count == columns[0].count },
            "columns have one length, were \(columns.map(\.count))")
        let bits = anchors.isEmpty ? [UInt8](repeating: 0, count: columns[0].count) : anchors
        var run = KernelRun(self)
        return run.run(columns, anchors: bits, rows: 0..<columns[0].count)
    }

    /// The first output over whole columns of one instrument.
    public func values(of columns: [[Double]], anchors: [UInt8] = []) -> [Double] {
        outputs(of: columns, anchors: anchors)[0]
    }
}
