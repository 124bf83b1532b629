import Trading

/// How often a year an account turns its equity over.
///
/// - Definition: half of the amount bought and sold, over the mean equity, × periods / bars.
/// - Undefined: without a bar, and where the mean equity is not positive.
/// - Source: after SEC Form N-1A, item 13, which takes the lesser of purchases and sales.
public struct Turnover: Hashable, Sendable {
    /// The turnover a year: 1 where everything was sold and bought again once.
    public let annualized: Double?

    /// The turnover of an account.
    ///
    /// - Parameters:
    ///   - tradedAmount: the amount of all fills, bought and sold, in money.
    ///   - equity: the equity at each close.
    ///   - periodsPerYear: the factor that annualises.
    public init(tradedAmount: Double, equity: [Double], periodsPerYear: Double) {
        let mean = Returns(equity).mean ?? 0
        let years = Double(equity.count) / periodsPerYear
        annualized = mean > 0 ? tradedAmount / 2 / mean / years : nil
    }
}
