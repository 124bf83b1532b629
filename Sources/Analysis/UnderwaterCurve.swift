/// How far an account lies below its earlier peak, bar by bar.
///
/// - Shape: equity `[bar]` → `[bar]`. Units: fractions ≥ 0, 0 at a peak. The peak is seeded with
///   the starting cash.
public struct UnderwaterCurve: Sendable {
    /// The fraction below the peak at each bar.
    public let fractions: [Double]

    /// The curve of an account.
    public init(equity: [Double], startingCash: Double) {
        precondition(startingCash > 0, "starting cash must be > 0, was \(startingCash)")
        var peak = startingCash
        fractions = equity.map { value in
            peak = max(peak, value)
            return 1 - value / peak
        }
    }

    /// The greatest number of bars in a row below the peak; one that lasts counts to the end.
    public var longestBarCount: Int {
        var (longest, present) = (0, 0)
        for fraction in fractions {
            present = fraction > 0 ? present + 1 : 0
            longest = max(longest, present)
        }
        return longest
    }

    /// The root of the mean squared fraction; nil without a bar.
    ///
    /// Source: Martin, McCann, The Investor's Guide to Fidelity Funds, 1989.
    public var ulcerIndex: Double? {
        guard !fractions.isEmpty else { return nil }
        let squares = fractions.map { $0 * $0 }.compensatedSum()
        return (squares / Double(fractions.count)).squareRoot()
    }
}
