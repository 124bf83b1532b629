import Signals

/// Holds while volume confirms the price.
///
/// - Rule: enters as both the close and the on-balance volume come to lie above their
///   SMA(period); leaves as the on-balance volume comes to lie below its own.
/// - Idea: volume precedes price: those who know buy before the rise is seen.
/// - Breaks: one bar of enormous volume moves the line for weeks.
/// - Source: Granville, New Key to Stock Market Profits, 1963.
public struct ObvTrend: Strategy {
    @Parameter(2...400) var period = 50

    /// The rule with its defaults.
    public init() {}

    /// Enters as price and volume lie above their means, leaves as the volume does not.
    public func target(_ bars: Bars) -> TargetExposure {
        let (balance, close) = (bars.obv, bars.close)
        let isConfirmed = balance > balance.sma(period: period)
        return .long(
            enter: (isConfirmed && close > close.sma(period: period)).begins,
            exit: (!isConfirmed).begins)
    }
}
