/// How large a part of a candle has to be: TA-Lib's candle settings, as data.
///
/// A part is compared with `factor` times the mean of `range` over the `period` bars before its
/// own; with its own range where the period is 0.
public enum CandleSetting: CaseIterable, Hashable, Sendable {
    /// A long body is longer.
    case bodyLong
    /// A very long body is longer.
    case bodyVeryLong
    /// A short body is shorter.
    case bodyShort
    /// The body of a doji is not longer.
    case bodyDoji
    /// A long shadow is longer.
    case shadowLong
    /// A very long shadow is longer.
    case shadowVeryLong
    /// A short shadow is shorter.
    case shadowShort
    /// A very short shadow is shorter.
    case shadowVeryShort
    /// Prices that lie near each other are not further apart.
    case near
    /// Prices that lie far from each other are further apart.
    case far
    /// Prices that count as equal are not further apart.
    case equal

    /// What of a candle is averaged.
    public enum Range: String, Hashable, Sendable {
        /// |close − open|.
        case body
        /// high − low.
        case whole
        /// Half of both shadows: (high − low − |close − open|) / 2.
        case shadows
    }

    /// The table: what is averaged, over how many bars, and times what.
    @inlinable public var values: (range: Range, period: Int, factor: Double) {
        switch self {
        case .bodyLong: (.body, 10, 1)
        case .bodyVeryLong: (.body, 10, 3)
        case .bodyShort: (.body, 10, 1)
        case .bodyDoji: (.whole, 10, 0.1)
        case .shadowLong: (.body, 0, 1)
        case .shadowVeryLong: (.body, 0, 2)
        case .shadowShort: (.shadows, 10, 1)
        case .shadowVeryShort: (.whole, 10, 0.1)
        case .near: (.whole, 5, 0.2)
        case .far: (.whole, 5, 0.6)
        case .equal: (.whole, 5, 0.05)
        }
    }

    /// What of a candle is averaged.
    @inlinable public var range: Range { values.range }
    /// The bars before the candle that are averaged; 0 for the candle itself.
    @inlinable public var period: Int { values.period }
    /// What the mean is multiplied by.
    @inlinable public var factor: Double { values.factor }
}
