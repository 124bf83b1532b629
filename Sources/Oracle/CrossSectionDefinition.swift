/// What is made of the values of all members at one decision, as the formulas say, in exact
/// numbers: what the kernels of cross-sections are held against.
public enum CrossSectionDefinition {
    /// The ranks in ascending order, 1…n: one more than the number of smaller values and half that
    /// of other equal ones.
    public static func ranks(_ values: [Double]) -> ExactSeries {
        map(values) { value, known in
            let less = known.count { $0 < value }
            let equal = known.count { $0 == value }
            return DoubleDouble(less) + DoubleDouble(equal + 1) / 2
        }
    }

    /// The ranks over the number of known values.
    public static func percentiles(_ values: [Double]) -> ExactSeries {
        let count = values.count { $0.isFinite }
        return ranks(values).map { $0 / DoubleDouble(count) }
    }

    /// x − mean.
    public static func distances(_ values: [Double]) -> ExactSeries {
        map(values) { value, known in value - mean(known) }
    }

    /// The mean, for every member.
    public static func means(_ values: [Double]) -> ExactSeries {
        map(values) { _, known in mean(known) }
    }

    /// x / Σ|x|; 0 where that is 0.
    public static func shares(_ values: [Double]) -> ExactSeries {
        map(values) { value, known in
            let total = known.reduce(DoubleDouble.zero) { $0 + ($1.high < 0 ? .zero - $1 : $1) }
            return total.high == 0 ? .zero : value / total
        }
    }

    /// The number of values that are not smaller.
    public static func placesFromTop(_ values: [Double]) -> ExactSeries {
        map(values) { value, known in DoubleDouble(known.count { !($0 < value) }) }
    }

    /// (x − mean) / √(mean of squared distances); 0 where that is 0.
    public static func zScores(_ values: [Double]) -> ExactSeries {
        map(values) { value, known in
            let deviation = deviation(known)
            return deviation.high == 0 ? .zero : (value - mean(known)) / deviation
        }
    }

    /// The population deviation of the known values.
    public static func deviation(_ values: [Double]) -> Double {
        deviation(values.filter(\.isFinite).map { DoubleDouble($0) }).high
    }

    /// Values below a quantile raised to it, above another one lowered to it; the quantile p of n
    /// sorted values is the value at p (n − 1), linearly between neighbours.
    public static func winsorized(
        _ values: [Double], lower: Double, upper: Double
    ) -> ExactSeries {
        map(values) { value, known in
            let sorted = known.sorted()
            return min(max(value, quantile(lower, sorted)), quantile(upper, sorted))
        }
    }

    private static func map(
        _ values: [Double], _ transform: (DoubleDouble, [DoubleDouble]) -> DoubleDouble
    ) -> ExactSeries {
        let exact = values.map { DoubleDouble($0) }
        let known = exact.filter(\.isKnown)
        return ExactSeries(exact.map { $0.isKnown ? transform($0, known) : .unknown })
    }

    private static func mean(_ known: [DoubleDouble]) -> DoubleDouble {
        known.reduce(.zero, +) / DoubleDouble(known.count)
    }

    private static func deviation(_ known: [DoubleDouble]) -> DoubleDouble {
        let mean = mean(known)
        guard known.contains(where: { !($0 == known[0]) }) else { return .zero }
        let squares = known.reduce(DoubleDouble.zero) { $0 + ($1 - mean) * ($1 - mean) }
        return (squares / DoubleDouble(known.count)).squareRoot()
    }

    private static func quantile(_ share: Double, _ sorted: [DoubleDouble]) -> DoubleDouble {
        let place = DoubleDouble(share) * DoubleDouble(sorted.count - 1)
        let below = Int(place.floor.high)
        let (low, high) = (sorted[below], sorted[min(below + 1, sorted.count - 1)])
        return low + (place - DoubleDouble(below)) * (high - low)
    }
}
