import Kernels
import Testing

@Suite("Constants and scales in every kernel")
struct ShapeLaws {
    private static let constants = [
        0.1, 0.7, 1.1, 3.3, 9.95, 100.1, 27_654.3, 48_211.7, 5, 1e-300, 1e300, -0.1,
    ]

    @Test("FDI-43: a constant gives the flat value to the bit", arguments: KernelFixture.identities)
    func constantInput(identity: String) {
        let kernel = KernelFixture.kernel(identity)
        for value in Self.constants {
            let columns = KernelFixture.constant(value, kernel.inputCount)
            for (index, values) in kernel.outputs(of: columns).enumerated() {
                let expected = Self.flat(kernel, index, value)
                guard let expected, expected.isFinite else { continue }
                let known = values[kernel.lookback(ofOutput: index)...]
                #expect(known.allSatisfy { $0 == expected }, "constant \(value)")
            }
        }
    }

    @Test("averages keep a negative zero")
    func negativeZero() {
        for kernel in [
            CompiledKernel.simpleMovingAverage(period: 20), .weightedMovingAverage(period: 20),
            .exponentialMovingAverage(period: 20), .wilderMovingAverage(period: 14), .lag(by: 3),
        ] {
            let values = kernel.values(of: KernelFixture.constant(-0.0, 1))
            #expect(values[kernel.lookback...].allSatisfy { $0 == 0 && $0.sign == .minus })
        }
    }

    @Test(
        "a power of two passes through, bit for bit", arguments: KernelFixture.identities,
        [60, -60])
    func scaleLaw(identity: String, exponent: Int) {
        let kernel = KernelFixture.kernel(identity)
        let factor = Double(sign: .plus, exponent: exponent, significand: 1)
        let columns = KernelFixture.calm(kernel)
        let scaled = columns.map { $0.map { $0 * factor } }
        for (index, values) in kernel.outputs(of: columns).enumerated() {
            guard let degree = Self.degree(kernel, index) else { continue }
            let power = Double(sign: .plus, exponent: exponent * degree, significand: 1)
            let outputs = kernel.outputs(of: scaled)
            #expect(bits(outputs[index]) == bits(values.map { $0 * power }), "output \(index)")
        }
    }

    /// The documented value of an output on a constant; nil where it is not one number.
    private static func flat(_ kernel: CompiledKernel, _ output: Int, _ value: Double) -> Double? {
        switch kernel.name {
        case "quotient": return 1
        case "product": return value * value
        case "sum": return value + value
        case "absolute": return value.magnitude
        case "negation": return -value
        case "difference", "last-rise": return 0
        case "ratio": return value.magnitude < 0x1p-960 ? 0 : 1
        case "streak", "commodity-channel-index", "rolling-z-score": return 0
        case "money-flow-index" where !(value * value).isFinite: return nil
        // Unknown, for it never was the case.
        case "bars-since": return value > 0 ? 0 : nil
        case "zero-seeded-relative-strength": return 100
        // Unknown, for nothing has moved.
        case "plain-sum-directional-index": return nil
        // What these start with, or add up, is not the constant.
        case "dominant-cycle", "hilbert-transform": return nil
        case "cumulative-sum", "mesa-adaptive-average", "rolling-sum", "super-trend": return nil
        case "parabolic-stop" where !kernel.identity.contains("offset=0.0,"): return nil
        default: break
        }
        switch kernel.unit(ofOutput: output) {
        case .input: return value
        case .distance, .square, .percent: return 0
        case .bars, .volume, .product, .number: return nil
        }
    }

    private static let elementary: Set<String> = [
        "arc-cosine", "arc-sine", "arc-tangent", "ceiling", "common-logarithm", "cosine",
        "exponential", "floor", "hyperbolic-cosine", "hyperbolic-sine", "hyperbolic-tangent",
        "sine", "tangent",
    ]

    /// The power of the scale that an output takes when every input is scaled.
    private static func degree(_ kernel: CompiledKernel, _ output: Int) -> Int? {
        switch kernel.name {
        // Functions that are not homogeneous, and inputs that count bars or are shares.
        case "natural-logarithm", "square-root", "variable-average": return nil
        case _ where elementary.contains(kernel.name): return nil
        default: break
        }
        return switch kernel.unit(ofOutput: output) {
        case .input, .distance, .volume: 1
        case .square, .product: 2
        case .percent, .bars, .number: 0
        }
    }
}
