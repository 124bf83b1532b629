import Signals

/// Holds all instruments of a universe in one account, each by the inverse of its volatility.
///
/// - Rule: at the first bar of each month, brings every instrument to the share that the inverse of
///   its deviation over `period` bars has in the sum of all; what is less than `band` of the equity
///   away from its share stays as it is.
/// - Idea: equal money makes the account depend on the wildest instruments; equal risk on none.
/// - Breaks: instruments that fall together, whatever their weights; a calm that ends at once.
/// - Source: Qian, Risk Parity Portfolios, PanAgora 2005, with correlations left out; inverse
///   volatility: Maillard, Roncalli, Teïletche, Journal of Portfolio Management 36 (4), 2010.
public struct RiskParity: Strategy {
    @Parameter(10...500) var period = 60
    @Parameter(0...0.2) var band = 0.01

    /// The rule with its defaults.
    public init() {}

    /// Weighs the universe once a month.
    public func target(_ bars: Bars) -> TargetExposure {
        let returns = bars.close.roc(period: 1)
        return .weights(
            1 / returns.standardDeviation(period: period), rebalance: .monthly, band: band)
    }
}
