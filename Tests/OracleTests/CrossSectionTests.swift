import Kernels
import Oracle
import Testing

/// Ranks, scores and clips over the members of a universe.
@Suite("Cross-sections")
struct CrossSectionTests {
    private static let operations: [CrossSection] = [
        .rank, .percentile, .zScore, .demean, .mean, .share, .placeFromTop,
        .winsorize(lower: 0.05, upper: 0.95),
        .winsorize(lower: 0, upper: 1), .winsorize(lower: 0.5, upper: 0.5),
    ]

    /// Universes that go where arithmetic breaks: ties, holes, outliers, one size, none.
    private static let universes: [[Double]] = {
        var source = SplitMix64(state: 5)
        func random(_ count: Int, _ make: (UInt64) -> Double) -> [Double] {
            (0..<count).map { _ in make(source.next()) }
        }
        return [
            [], [.nan], [3], [.nan, 7, .infinity], [0.1, 0.1, 0.1], [2, 1], [-0.0, 0],
            random(500) { Double($0 % 10_000) / 100 },
            random(500) { Double($0 % 7) / 10 },
            random(501) { $0 % 5 == 0 ? .nan : 1e6 + Double($0 % 1_000) * 1e-6 },
            random(100) { Double($0 % 1_000) - 500 } + [1e12],
            random(64) { Double($0 % 1_000) * 0x1p-900 },
            random(64) { (Double($0 % 1_000) - 500) * 0x1p900 },
        ]
    }()

    private func expected(_ operation: CrossSection, _ values: [Double]) -> [Double] {
        switch operation {
        case .rank: CrossSectionDefinition.ranks(values).rounded
        case .percentile: CrossSectionDefinition.percentiles(values).rounded
        case .zScore: CrossSectionDefinition.zScores(values).rounded
        case .demean: CrossSectionDefinition.distances(values).rounded
        case .mean: CrossSectionDefinition.means(values).rounded
        case .share: CrossSectionDefinition.shares(values).rounded
        case .placeFromTop: CrossSectionDefinition.placesFromTop(values).rounded
        case .winsorize(let lower, let upper):
            CrossSectionDefinition.winsorized(values, lower: lower, upper: upper).rounded
        }
    }

    /// The bits; every unknown counts as the same.
    private func bits(_ values: [Double]) -> [UInt64] {
        values.map { $0.isNaN ? Double.nan.bitPattern : $0.bitPattern }
    }

    /// What rounding is measured by.
    private func magnitude(_ operation: CrossSection, _ values: [Double]) -> Double {
        let largest = values.filter(\.isFinite).map(\.magnitude).max() ?? 0
        switch operation {
        case .rank: return 0
        case .percentile, .placeFromTop: return 0
        case .share: return 1
        case .demean, .mean, .winsorize: return largest
        case .zScore:
            let deviation = CrossSectionDefinition.deviation(values)
            return deviation == 0 ? 0 : largest / deviation
        }
    }

    @Test("differ from the definition by eight ulp of the magnitude at most", arguments: operations)
    func agrees(operation: CrossSection) {
        // A square of 2⁹⁰⁰ is beyond the exact numbers, not beyond the kernel.
        let isSquared = operation == .zScore
        for values in Self.universes where !isSquared || !values.contains(where: Self.isExtreme) {
            let (results, expected) = (operation.values(of: values), expected(operation, values))
            let tolerance = 8 * Double.ulpOfOne * magnitude(operation, values)
            for (result, expected) in zip(results, expected) {
                #expect(result.isNaN == expected.isNaN)
                #expect(expected.isNaN || (result - expected).magnitude <= tolerance)
            }
        }
    }

    private static func isExtreme(_ value: Double) -> Bool {
        value != 0 && value.isFinite && (value.exponent > 400 || value.exponent < -400)
    }

    @Test("the order of listing moves no bit", arguments: operations)
    func listing(operation: CrossSection) {
        for values in Self.universes where values.count > 1 {
            let order = values.indices.map { ($0 * 7 + 3) % values.count }
            guard Set(order).count == values.count else { continue }
            let (whole, shuffled) = (
                operation.values(of: values), operation.values(of: order.map { values[$0] })
            )
            #expect(bits(order.map { whole[$0] }) == bits(shuffled))
        }
    }

    @Test("a member without a value is left out, and stays unknown", arguments: operations)
    func missing(operation: CrossSection) {
        let values = [4.0, 1, 3, 3, 9]
        let holed = operation.values(of: [.nan, 4, 1, .infinity, 3, 3, -.infinity, 9])
        let kept = [1, 2, 4, 5, 7].map { holed[$0] }
        #expect(bits(kept) == bits(operation.values(of: values)))
        #expect([0, 3, 6].allSatisfy { holed[$0].isNaN })
    }

    @Test("a power of two passes through")
    func scale() {
        let values = Self.universes[7]
        for operation in Self.operations {
            let isUnit = ![.demean, .mean].contains(operation) && operation.name != "winsorize"
            let scaled = operation.values(of: values.map { $0 * 0x1p60 })
            #expect(scaled == operation.values(of: values).map { isUnit ? $0 : $0 * 0x1p60 })
        }
    }

    @Test("an operation is read back from its identity, and from nothing else")
    func identity() {
        for operation in Self.operations {
            #expect(CrossSection(identity: operation.identity) == operation)
        }
        for text in ["", "rank", "rank(1)", "winsorize(lower=0.9,upper=0.1)", "winsorize(0,1)"] {
            #expect(CrossSection(identity: text) == nil)
        }
    }

    @Test("what is equal has the mean of the places, no distance and no score")
    func equal() {
        #expect(CrossSection.rank.values(of: [5, 1, 5, 5]) == [3, 1, 3, 3])
        #expect(CrossSection.percentile.values(of: [2, 1]) == [1, 0.5])
        for operation in [CrossSection.zScore, .demean] {
            #expect(operation.values(of: [0.1, 0.1, 0.1]) == [0, 0, 0])
        }
        let clipped = CrossSection.winsorize(lower: 0.25, upper: 0.75).values(of: [1, 2, 3, 4, 100])
        #expect(clipped == [2, 2, 3, 4, 4])
        #expect(CrossSection.placeFromTop.values(of: [5, 1, 5, 9]) == [3, 4, 3, 1])
        #expect(CrossSection.share.values(of: [3, -1, 0]) == [0.75, -0.25, 0])
        #expect(CrossSection.share.values(of: [0, 0]) == [0, 0])
        #expect(CrossSection.mean.values(of: [0.1, .nan, 0.1])[0] == 0.1)
    }
}
