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
            let known = kernel.values(of: columns)[kernel.lookback...]
            let expected = Self.flat(identity, value)
            guard expected.isFinite else { continue }
            #expect(known.allSatisfy { $0 == expected }, "constant \(value)")
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
        let columns = KernelFixture.calm(kernel.inputCount)
        let scaled = columns.map { $0.map { $0 * factor } }
        let degree = Self.degree(identity)
        let power = Double(sign: .plus, exponent: exponent * degree, significand: 1)
        let expected = kernel.values(of: columns).map { $0 * power }
        #expect(bits(kernel.values(of: scaled)) == bits(expected))
    }

    private static func name(_ identity: String) -> Substring { identity.prefix { $0 != "(" } }

    /// The documented value on a constant.
    private static func flat(_ identity: String, _ value: Double) -> Double {
        switch name(identity) {
        case "average-directional-index", "directional-indicator", "relative-strength-index",
            "difference", "rate-of-change", "standard-deviation", "true-range":
            0
        case "quotient": 1
        case "product": value * value
        case "sum": value + value
        case "absolute": value.magnitude
        case "negation": -value
        default: value
        }
    }

    /// The power of the scale that the output takes.
    private static func degree(_ identity: String) -> Int {
        switch name(identity) {
        case "average-directional-index", "directional-indicator", "relative-strength-index",
            "rate-of-change", "quotient":
            0
        case "product": 2
        default: 1
        }
    }
}
