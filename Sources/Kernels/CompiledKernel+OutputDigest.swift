public import Digests
import Synchronization

extension CompiledKernel {
    /// The SHA-256 of the output bits on the built-in hostile series: what the kernel computes, so
    /// that a changed behaviour always shows. One output after another; every unknown counts as the
    /// same bits.
    ///
    /// Computed at first use and kept, under the kernel's identity and type.
    public var outputDigest: Digest {
        if let known = digests.withLock({ $0[self] }) { return known }
        let outputs = outputs(
            of: Array(HostileSeries.columns.prefix(inputCount)), anchors: HostileSeries.anchors)
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
