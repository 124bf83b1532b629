public import Digests
import Synchronization

extension CompiledKernel {
    /// The SHA-256 of the output bits on the built-in hostile series: what the kernel computes, so
    /// that a changed behaviour always shows. One output after another; every unknown counts as the
    /// same bits. A kernel of open, high, low and close also shows what it makes of every
    /// candlestick pattern.
    ///
    /// Computed at first use and kept, under the kernel's identity and type.
    public var outputDigest: Digest {
        if let known = digests.withLock({ $0[self] }) { return known }
        var outputs = outputs(
            of: Array(HostileSeries.columns.prefix(inputCount)), anchors: HostileSeries.anchors)
        if inputNames == ["open", "high", "low", "close"] {
            outputs += self.outputs(of: CandleExamples.columns)
        }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(8 * outputCount * HostileSeries.count)
        for output in outputs.joined() {
            let bits = output.isNaN ? Double.nan.bitPattern : output.bitPattern
            for shift in 0..<8 { bytes.append(UInt8(truncatingIfNeeded: bits >> (8 * shift))) }
        }
        let digest = Digest(of: bytes)
        digests.withLock { $0[self] = digest }
        return digest
    }
}

private let digests = Mutex<[CompiledKernel: Digest]>([:])
