import Search
import Testing

@Suite("Even samples")
struct SampleTests {
    @Test(
        "a Latin hypercube takes each part of each axis once",
        arguments: [(10, [100, 37, 10]), (7, [7, 8, 1_000_003]), (64, [64, 128, 65])])
    func strata(samples: Int, counts: [Int]) {
        let hypercube = LatinHypercube(samples: samples, counts: counts, seed: 3)
        var taken = counts.map { _ in [Int]() }
        var places = counts
        for sample in 0..<samples {
            hypercube.write(sample, to: &places)
            for axis in counts.indices { taken[axis].append(places[axis]) }
        }
        for (axis, count) in counts.enumerated() {
            let sorted = taken[axis].sorted()
            #expect(sorted != taken[axis])
            for (group, place) in sorted.enumerated() {
                let part = group * count / samples..<(group + 1) * count / samples
                #expect(part.contains(place))
            }
        }
    }

    @Test("a Latin hypercube takes few values equally often", arguments: [(100, 7), (12, 4)])
    func few(samples: Int, count: Int) {
        let hypercube = LatinHypercube(samples: samples, counts: [count], seed: 5)
        var (counts, places) = (Array(repeating: 0, count: count), [0])
        for sample in 0..<samples {
            hypercube.write(sample, to: &places)
            counts[places[0]] += 1
        }
        let spread = (counts.max() ?? 0) - (counts.min() ?? 0)
        #expect(spread == (samples.isMultiple(of: count) ? 0 : 1))
    }

    /// The first points of the program that Joe and Kuo publish with their table, in its order.
    private static let published: [[Double]] = [
        [0, 0, 0], [0.5, 0.5, 0.5], [0.75, 0.25, 0.25], [0.25, 0.75, 0.75],
        [0.375, 0.375, 0.625], [0.875, 0.875, 0.125], [0.625, 0.125, 0.875],
        [0.125, 0.625, 0.375], [0.1875, 0.3125, 0.9375], [0.6875, 0.8125, 0.4375],
    ]

    private func points(
        _ count: Int, _ dimensions: Int, shifts: [UInt64]? = nil
    ) -> [[UInt64]] {
        var sequence = SobolSequence(dimensions: dimensions, shifts: shifts)
        return (0..<count).map { number in
            if number > 0 { sequence.advance() }
            return (0..<dimensions).map(sequence.coordinate)
        }
    }

    @Test("Sobol's first points are the published ones")
    func published() {
        let found = points(10, 3).map { $0.map { Double($0) * 0x1p-64 } }
        #expect(found == Self.published)
    }

    @Test("Sobol's first 2ᵏ points have one in each part of each axis", arguments: [false, true])
    func even(isShifted: Bool) {
        let dimensions = SobolSequence.dimensions
        #expect(dimensions >= 21)
        let shifts = (1...UInt64(dimensions)).map { $0 &* 0x9E37_79B9_7F4A_7C15 }
        for bits in [1, 4, 8, 12] {
            let points = points(1 << bits, dimensions, shifts: isShifted ? shifts : nil)
            for axis in 0..<dimensions {
                let parts = Set(points.map { $0[axis] >> UInt64(64 - bits) })
                #expect(parts.count == 1 << bits, "axis \(axis), 2^\(bits) points")
            }
        }
    }

    /// Points of a (0, 2)-sequence: the first 2ᵏ have one in each box of 2⁻ⁱ by 2⁻ʲ, i + j = k.
    @Test("Sobol's first two axes are even together")
    func boxes() {
        for bits in 1...10 {
            let points = points(1 << bits, 2)
            for first in 0...bits {
                let boxes = Set(
                    points.map { point in
                        let one = first == 0 ? 0 : point[0] >> UInt64(64 - first)
                        let other = first == bits ? 0 : point[1] >> UInt64(64 - bits + first)
                        return [one, other]
                    })
                #expect(boxes.count == 1 << bits)
            }
        }
    }

    /// Printed by `scipy.stats.qmc.Sobol(40, scramble=False)`, whose table is that of Joe and
    /// Kuo: the sum over the axes (from 1) of axis × coordinate at points 37, 1000 and 4095.
    @Test("Sobol's axes are those of an independent program")
    func independent() {
        let points = points(4_096, 40)
        let sums = [37, 1_000, 4_095].map { number in
            (0..<40).reduce(0.0) { $0 + Double($1 + 1) * Double(points[number][$1]) * 0x1p-64 }
        }
        #expect(sums == [403.3125, 421.16796875, 367.2177734375])
    }
}
