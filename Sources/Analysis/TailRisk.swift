import Trading

/// What the worst returns look like: quantiles and the mean beyond them.
///
/// A loss is a negative number. Undefined without a return.
public struct TailRisk: Sendable {
    /// The returns in ascending order.
    private let sorted: [Double]

    /// The tails of some returns.
    public init(_ returns: Returns) { sorted = AscendingOrder.sorted(returns.values) }

    /// The quantile with linear interpolation between order statistics: type 7 of Hyndman and
    /// Fan, The American Statistician 50 (4), 1996.
    ///
    /// - Parameter share: the share of the returns that lies below, 0…1.
    /// - Returns: the quantile; nil without a return.
    public func quantile(_ share: Double) -> Double? {
        guard let last = sorted.last else { return nil }
        let place = Double(sorted.count - 1) * share
        let row = Int(place)
        guard row + 1 < sorted.count else { return last }
        return sorted[row] + (place - Double(row)) * (sorted[row + 1] - sorted[row])
    }

    /// Value at risk: the return that a share of all falls short of.
    ///
    /// - Parameter share: 0.05 for the 95 % figure.
    /// - Returns: the historical quantile, usually negative; nil without a return.
    public func valueAtRisk(_ share: Double) -> Double? { quantile(share) }

    /// Conditional value at risk: the mean of the returns at or below the value at risk.
    ///
    /// Source: Artzner, Delbaen, Eber, Heath, Mathematical Finance 9 (3), 1999.
    public func conditionalValueAtRisk(_ share: Double) -> Double? {
        valueAtRisk(share).flatMap { level in mean(ofWorst: count { $0 <= level }) }
    }

    /// The mean of the worst returns; nil when there are none.
    public func mean(ofWorst count: Int) -> Double? {
        guard count > 0, count <= sorted.count else { return nil }
        return sorted.prefix(count).compensatedSum() / Double(count)
    }

    /// How many of the worst returns satisfy a condition that holds for the lowest ones.
    func count(where isWorse: (Double) -> Bool) -> Int {
        sorted.firstIndex { !isWorse($0) } ?? sorted.count
    }

    /// |95 % quantile| over |5 % quantile|; nil without a return, and where the latter is 0.
    public var tailRatio: Double? {
        guard let high = quantile(0.95), let low = quantile(0.05), low != 0 else { return nil }
        return high.magnitude / low.magnitude
    }
}
