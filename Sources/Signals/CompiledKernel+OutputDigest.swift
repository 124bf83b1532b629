public import Digests
public import Kernels
import Synchronization

extension CompiledKernel {
    /// The SHA-256 of the output bits on the built-in hostile series: what the kernel computes, so
    /// that a changed behaviour always shows.
    ///
    /// Computed at first use and kept, under the kernel's identity and type.
    public var outputDigest: Digest {
        if let known = digests.withLock({ $0[self] }) { return known }
        let digest = Digest(of: outputBits)
        digests.withLock { $0[self] = digest }
        return digest
    }
}

private let digests = Mutex<[CompiledKernel: Digest]>([:])
