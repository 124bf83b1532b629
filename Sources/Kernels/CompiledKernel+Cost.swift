extension CompiledKernel {
    /// What one bar of one instrument takes, in nanoseconds: the fastest of some runs over a walk
    /// of prices, the kernel alone, its columns in the cache.
    ///
    /// A figure of this machine at this moment; nothing depends on it.
    ///
    /// - Precondition: both counts are ≥ 1.
    public func nanosecondsPerBar(barCount: Int = 4_096, repeats: Int = 7) -> Double {
        precondition(barCount >= 1 && repeats >= 1, "counts are ≥ 1")
        var random = SplitMix64(state: 1)
        var price = 100.0
        let close = (0..<barCount).map { _ in
            price *= 1 + 0.02 * (Double(random.next() >> 11) * 0x1p-53 - 0.5)
            return price
        }
        let columns = (0..<max(1, inputCount)).map { input in
            close.map { $0 * (1 + 0.01 * Double(input)) }
        }
        let anchors = (0..<barCount).map { UInt8($0 % 256 == 0 ? 1 : 0) }
        let times = (0..<repeats).map { _ in
            var run = KernelRun(self)
            _ = run.run(columns, anchors: anchors, rows: 0..<barCount)
            return run.elapsed
        }
        return (times.min() ?? .zero) / .nanoseconds(1) / Double(barCount)
    }
}
