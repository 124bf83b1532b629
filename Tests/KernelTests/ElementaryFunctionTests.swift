import Foundation
import Kernels
import Testing

/// Our own functions beside the system's, whose bits differ from processor to processor.
@Suite("Elementary functions")
struct ElementaryFunctionTests {
    /// Numbers of every size, dense around 1.
    private static let numbers: [Double] = {
        var random = SplitMix64(state: 99)
        return (0..<200_000).map { index in
            let fraction = Double(random.next() >> 11) * 0x1p-53
            switch index % 3 {
            case 0: return fraction * 4
            case 1: return 1 + (fraction - 0.5) * 0x1p-10
            default: return (1 + fraction) * pow(2, Double(Int(random.next() % 600)) - 300)
            }
        }
    }()

    private func units(_ value: Double, from expected: Double) -> Double {
        (value - expected).magnitude / expected.ulp
    }

    @Test("the logarithm is within an ulp of the system's")
    func logarithm() {
        for x in Self.numbers where x > 0 {
            #expect(units(ElementaryFunctions.logarithm(x), from: log(x)) <= 1, "\(x)")
        }
        let least = Double.leastNonzeroMagnitude
        #expect(ElementaryFunctions.logarithm(1) == 0)
        for x in [0, -1, .nan, .infinity] { #expect(ElementaryFunctions.logarithm(x).isNaN) }
        #expect(units(ElementaryFunctions.logarithm(least), from: log(least)) <= 1)
    }

    @Test("the exponential is within an ulp of the system's")
    func exponential() {
        for x in Self.numbers where x < 300 {
            #expect(units(ElementaryFunctions.exponential(-x), from: exp(-x)) <= 1, "\(-x)")
            #expect(units(ElementaryFunctions.exponential(x), from: exp(x)) <= 1, "\(x)")
        }
        #expect(ElementaryFunctions.exponential(0) == 1)
        #expect(ElementaryFunctions.exponential(-800) == 0)
        #expect(ElementaryFunctions.exponential(800).isNaN)
    }

    @Test("the arc tangent is within an ulp of the system's, and odd")
    func arcTangent() {
        for x in Self.numbers {
            let angle = ElementaryFunctions.arcTangent(x)
            #expect(units(angle, from: atan(x)) <= 1, "\(x)")
            #expect(ElementaryFunctions.arcTangent(-x) == -angle)
        }
        #expect(ElementaryFunctions.arcTangent(.infinity) == .pi / 2)
    }
}
