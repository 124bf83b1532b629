/// A product of fractions, exact as long as it fits, and divided once.
struct ExactRatio {
    private var numerator = 1
    private var denominator = 1
    /// What did not fit any more.
    private var rest = 1.0

    /// The ratio as the nearest double.
    var value: Double { Double(numerator) / Double(denominator) * rest }
    /// The inverse as the nearest double.
    var inverse: Double { Double(denominator) / Double(numerator) / rest }

    /// Multiplies by `above / below`, both positive.
    mutating func multiply(by above: Int, over below: Int) {
        let first = Self.commonDivisor(numerator, below)
        let second = Self.commonDivisor(above, denominator)
        let (top, isTopTooLarge) = (numerator / first)
            .multipliedReportingOverflow(by: above / second)
        let (bottom, isBottomTooLarge) = (denominator / second)
            .multipliedReportingOverflow(by: below / first)
        if isTopTooLarge || isBottomTooLarge {
            rest *= Double(above) / Double(below)
        } else {
            (numerator, denominator) = (top, bottom)
        }
    }

    private static func commonDivisor(_ left: Int, _ right: Int) -> Int {
        var (large, small) = (left, right)
        while small != 0 { (large, small) = (small, large % small) }
        return large
    }
}
