public import Kernels
import Oracle

/// What is made of all members of a universe at one decision, beside its definition.
public struct CrossSectionSubject: Sendable {
    /// The operation.
    public let operation: CrossSection
    private static let memberCount = 40

    /// An operation with its parameters.
    public init(_ operation: CrossSection) { self.operation = operation }

    /// Compares the operation with its definition over the closes of one market, forty at a time:
    /// each of them stands for a member.
    ///
    /// - Parameter market: the columns.
    /// - Returns: the difference; beyond the tolerance is what lies further from the definition
    ///   than eight units in the last place of the magnitude: nothing for ranks, places and
    ///   percentiles, the largest |value| for distances, means and winsorized values, that over
    ///   the deviation for z-scores, 1 for shares.
    public func differences(over market: HostileMarket) -> [OutputDifference] {
        let closes = market.columns[.close] ?? []
        var difference = OutputDifference(output: "value")
        for first in stride(from: 0, to: closes.count, by: Self.memberCount) {
            let values = Array(closes[first..<min(first + Self.memberCount, closes.count)])
            let (results, expected) = (operation.values(of: values), expected(values))
            let tolerance = 8 * Double.ulpOfOne * magnitude(values)
            for (place, pair) in zip(results, expected).enumerated() {
                difference.add(
                    pair.0, expected: pair.1, at: first + place, tolerance: tolerance)
            }
        }
        return [difference]
    }

    private func expected(_ values: [Double]) -> [Double] {
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

    private func magnitude(_ values: [Double]) -> Double {
        let largest = values.filter(\.isFinite).map(\.magnitude).max() ?? 0
        switch operation {
        case .rank, .percentile, .placeFromTop: return 0
        case .share: return 1
        case .demean, .mean, .winsorize: return largest
        case .zScore:
            let deviation = CrossSectionDefinition.deviation(values)
            return deviation == 0 ? 0 : largest / deviation
        }
    }
}
