/// What is made of the values of all members of a universe at one decision.
///
/// - Definition, over the n members whose value is known:
///   - `rank`: the place in ascending order, 1…n; equal values share the mean of their places.
///   - `percentile`: that rank over n, above 0 and up to 1.
///   - `zScore`: the distance from the mean in population deviations; 0 where all are equal.
///   - `demean`: the distance from the mean.
///   - `mean`: the mean, the same for every member.
///   - `share`: the value over the sum of all magnitudes; 0 where all are 0.
///   - `placeFromTop`: how many members have at least that value: 1 for the greatest, the last of
///     their places for equal ones, so that at most n members have a place up to n.
///   - `winsorize`: the value, at least the `lower` and at most the `upper` quantile (linear
///     between order statistics, Hyndman and Fan's type 7).
/// - Shape: `[member] → [member]`, in place. Units: a number; those of the values for `demean`,
///   `mean` and `winsorize`.
/// - Missing: a member without a finite value is left out, and stays unknown. What overflows is
///   unknown.
/// - Order: sums run over the values in ascending order, so the order in which members are listed
///   moves no bit.
/// - Magnitude: exact for ranks and places; the largest |value| for `demean`, `mean` and
///   `winsorize`; for `zScore` that over the deviation; 1 for `share`.
/// - Complexity: O(n log n). Nothing is allocated once `scratch` has room.
/// - Source: Hyndman and Fan, The American Statistician 50 (4), 1996; Chan, Golub, LeVeque, The
///   American Statistician 37 (3), 1983.
public enum CrossSection: Hashable, Sendable {
    /// The place in ascending order, 1…n.
    case rank
    /// The rank over the number of members.
    case percentile
    /// The distance from the mean in population deviations.
    case zScore
    /// The distance from the mean.
    case demean
    /// The mean.
    case mean
    /// The value over the sum of all magnitudes.
    case share
    /// The number of members with at least that value.
    case placeFromTop
    /// The value, kept between two quantiles, 0 ≤ `lower` ≤ `upper` ≤ 1.
    case winsorize(lower: Double, upper: Double)

    /// Replaces each value by what the operation makes of it among all.
    ///
    /// - Parameters:
    ///   - values: one a member; unknown is NaN.
    ///   - scratch: working memory that keeps its room from one decision to the next.
    public func apply(to values: inout MutableSpan<Double>, scratch: inout [Double]) {
        scratch.removeAll(keepingCapacity: true)
        for index in values.indices where values[index].isFinite { scratch.append(values[index]) }
        scratch.sort()
        switch self {
        case .rank, .percentile:
            let size = self == .rank ? 1 : Double(scratch.count)
            map(&values) { Self.rank(of: $0, in: scratch.span) / size }
        case .zScore:
            let (mean, deviation) = Self.moments(scratch.span)
            map(&values) { deviation == 0 ? 0 : ($0 - mean) / deviation }
        case .demean:
            let mean = Self.mean(scratch.span)
            map(&values) { $0 - mean }
        case .mean:
            let mean = Self.mean(scratch.span)
            map(&values) { _ in mean }
        case .share:
            // Beside the largest magnitude, so that no sum overflows.
            let largest = scratch.reduce(0) { max($0, $1.magnitude) }
            let total = Self.total(scratch.span, over: largest)
            map(&values) { largest == 0 ? 0 : $0 / largest / total }
        case .placeFromTop:
            map(&values) { value in
                Double(scratch.count - Self.count(in: scratch.span) { $0 < value })
            }
        case .winsorize(let lower, let upper):
            precondition(
                0 <= lower && lower <= upper && upper <= 1,
                "quantiles are 0 ≤ lower ≤ upper ≤ 1, were \(lower) and \(upper)")
            let bottom = Self.quantile(lower, of: scratch.span)
            let top = Self.quantile(upper, of: scratch.span)
            map(&values) { min(max($0, bottom), top) }
        }
    }

    /// What the operation makes of some values.
    public func values(of values: [Double]) -> [Double] {
        var (result, scratch) = (values, [Double]())
        var span = result.mutableSpan
        apply(to: &span, scratch: &scratch)
        return result
    }

    /// What is unknown stays so, and what is infinite becomes so.
    private func map(_ values: inout MutableSpan<Double>, _ transform: (Double) -> Double) {
        for index in values.indices {
            values[index] = values[index].isFinite ? transform(values[index]).finite : .nan
        }
    }

    /// The mean of the places that equal values share: half the sum of the first and the last.
    private static func rank(of value: Double, in sorted: Span<Double>) -> Double {
        Double(count(in: sorted) { $0 < value } + 1 + count(in: sorted) { $0 <= value }) / 2
    }

    /// The number of values at the beginning that pass.
    private static func count(in sorted: Span<Double>, _ passes: (Double) -> Bool) -> Int {
        var (low, high) = (0, sorted.count)
        while low < high {
            let middle = (low + high) / 2
            if passes(sorted[middle]) { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// The mean, as a distance from the middle value, so that equal values have exactly theirs.
    private static func mean(_ sorted: Span<Double>) -> Double {
        guard sorted.count > 0 else { return .nan }
        let center = sorted[sorted.count / 2]
        var sum = ExactSum<Double>()
        for index in sorted.indices { sum = sum.adding(sorted[index] - center) }
        return center + (sum.rounded + sum.lost) / Double(sorted.count)
    }

    /// The sum of the magnitudes over the largest.
    private static func total(_ sorted: Span<Double>, over largest: Double) -> Double {
        var sum = ExactSum<Double>()
        for index in sorted.indices { sum = sum.adding(sorted[index].magnitude / largest) }
        return sum.rounded + sum.lost
    }

    private static func moments(_ sorted: Span<Double>) -> (mean: Double, deviation: Double) {
        let mean = mean(sorted)
        guard sorted.count > 0, sorted[0] != sorted[sorted.count - 1] else { return (mean, 0) }
        // Scaled by the largest distance, so that no square under- or overflows.
        let largest = max(mean - sorted[0], sorted[sorted.count - 1] - mean)
        var sum = ExactSum<Double>()
        for index in sorted.indices {
            let distance = (sorted[index] - mean) / largest
            sum = sum.adding(distance * distance)
        }
        let share = (sum.rounded + sum.lost) / Double(sorted.count)
        return (mean, largest * share.squareRoot())
    }

    private static func quantile(_ share: Double, of sorted: Span<Double>) -> Double {
        guard sorted.count > 0 else { return .nan }
        let place = share * Double(sorted.count - 1)
        let below = Int(place)
        let (low, high) = (sorted[below], sorted[min(below + 1, sorted.count - 1)])
        return low + (place - Double(below)) * (high - low)
    }
}
