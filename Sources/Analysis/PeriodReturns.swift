import MarketData

/// The returns of an account by day, month or year of its session dates.
///
/// A period's return is its last equity over the last one before it, the first from the starting
/// cash; so the periods compound to the total. After ruin there are no further ones.
public struct PeriodReturns: Sendable {
    /// The length of a period.
    public enum Span: Sendable {
        /// A session.
        case day
        /// A calendar month.
        case month
        /// A calendar year.
        case year
    }

    /// The first session date of each period.
    public let starts: [CivilDate]
    /// The return of each.
    public let values: [Double]

    /// The returns of an equity curve.
    ///
    /// - Parameters:
    ///   - equity: the equity at each close.
    ///   - startingCash: the equity before the first bar.
    ///   - dates: the session date of each bar.
    ///   - span: the length of a period.
    public init(equity: [Double], startingCash: Double, dates: [CivilDate], by span: Span) {
        precondition(equity.count == dates.count, "\(equity.count) bars, \(dates.count) dates")
        var (starts, values): ([CivilDate], [Double]) = ([], [])
        var (before, first) = (startingCash, 0)
        for row in equity.indices {
            let isLast = row + 1 == equity.count || !dates[row].shares(span, with: dates[row + 1])
            guard isLast else { continue }
            guard before > 0 else { break }
            starts.append(dates[first])
            values.append(equity[row] / before - 1)
            (before, first) = (equity[row], row + 1)
        }
        (self.starts, self.values) = (starts, values)
    }

    /// The best period; nil without one.
    public var best: Double? { values.max() }
    /// The worst period; nil without one.
    public var worst: Double? { values.min() }
}

extension CivilDate {
    /// True when both dates lie in one period.
    fileprivate func shares(_ span: PeriodReturns.Span, with other: CivilDate) -> Bool {
        switch span {
        case .day: self == other
        case .month: month == other.month && year == other.year
        case .year: year == other.year
        }
    }
}
