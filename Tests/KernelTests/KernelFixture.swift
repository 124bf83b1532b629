import Kernels

/// Series and comparisons that the laws of the kernels share.
enum KernelFixture {
    /// Every kernel under law: the catalogue, and some as quants write them.
    static let all = KernelCatalog.all + QuantKernels.all

    /// Every kernel by identity: a failure then prints a name.
    static let identities = all.map(\.identity)

    static func kernels(where isMatch: (CompiledKernel) -> Bool) -> [String] {
        all.filter(isMatch).map(\.identity)
    }

    static func kernel(_ identity: String) -> CompiledKernel {
        guard let kernel = all.first(where: { $0.identity == identity }) else {
            preconditionFailure("no kernel \(identity)")
        }
        return kernel
    }

    /// A calm market for the inputs of a kernel: bars of a random walk around 100. A value is the
    /// close, and a second one the volume.
    static func calm(
        _ kernel: CompiledKernel, count: Int = 900, seed: UInt64 = 7
    ) -> [[Double]] {
        var random = SplitMix64(state: seed)
        var (level, high, low, close) = (100_000, [Double](), [Double](), [Double]())
        var (volume, opening) = ([Double](), [Double]())
        for _ in 0..<count {
            level = max(20_000, level + Int(random.next() % 2_001) - 1_000)
            opening.append(close.last ?? Double(level) / 1_000)
            close.append(Double(level) / 1_000)
            high.append(Double(level + Int(random.next() % 500)) / 1_000)
            low.append(Double(level - Int(random.next() % 500)) / 1_000)
            volume.append(Double(random.next() % 1_000_000))
        }
        return kernel.inputNames.map { name in
            switch name {
            case "high": high
            case "low": low
            case "open": opening
            case "volume", "second": volume
            default: close
            }
        }
    }

    /// The hostile columns, begun at another row for each lane.
    static func hostile(_ inputCount: Int, lane: Int = 0) -> [[Double]] {
        HostileSeries.columns.prefix(inputCount).map { column in
            let start = 113 * lane
            return Array(column[start...] + column[..<start])
        }
    }

    static func constant(_ value: Double, _ inputCount: Int, count: Int = 300) -> [[Double]] {
        Array(repeating: Array(repeating: value, count: count), count: inputCount)
    }

    /// Anchors of eight lanes that fall on different rows.
    static let laneAnchors: [UInt8] = (0..<HostileSeries.count).map { row in
        var bits: UInt8 = 0
        for lane in 0..<8 where row % 256 == 31 * lane { bits |= 1 << UInt8(lane) }
        return row % 97 == 5 ? bits ^ 0b0101_0000 : bits
    }

    static func anchors(ofLane lane: Int) -> [UInt8] {
        laneAnchors.map { $0 >> UInt8(lane) & 1 }
    }

    /// Eight lanes side by side, per input.
    static func interleaved(_ lanes: [[[Double]]]) -> [[Lanes]] {
        lanes[0].indices.map { input in
            lanes[0][input].indices.map { row in
                var value = Lanes.zero
                for lane in 0..<8 { value[lane] = lanes[lane][input][row] }
                return value
            }
        }
    }

    /// Blocks of `size` rows that cover `count`.
    static func blocks(of size: Int, count: Int) -> [Range<Int>] {
        stride(from: 0, to: count, by: size).map { $0..<min($0 + size, count) }
    }
}

/// The bits of some columns; every unknown counts as the same.
func bits(_ columns: [[Double]]) -> [[UInt64]] { columns.map { bits($0) } }

/// The bits of some values; every unknown counts as the same.
func bits(_ values: some Sequence<Double>) -> [UInt64] {
    values.map { $0.isNaN ? Double.nan.bitPattern : $0.bitPattern }
}

/// True when the values agree within a relative tolerance and are unknown together.
func agree(_ left: [Double], _ right: [Double], within tolerance: Double = 1e-12) -> Bool {
    left.count == right.count
        && zip(left, right).allSatisfy { left, right in
            left.isNaN
                ? right.isNaN : (left - right).magnitude <= tolerance * right.magnitude
        }
}
