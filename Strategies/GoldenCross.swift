import Signals

/// Holds above a golden cross, in a rising regime only.
///
/// - Rule: enters as SMA(fast) comes to lie above SMA(slow) while SMA(slow) is above its value of
///   `regime` bars ago; leaves as SMA(fast) comes to lie below.
/// - Idea: the long average itself has to rise, so that a cross within a long decline is let pass.
/// - Breaks: sharp turns; both averages are late by months, and a cross comes once in years.
/// - Source: Faber, A Quantitative Approach to Tactical Asset Allocation, 2007.
public struct GoldenCross: Strategy {
    @Parameter(2...400) var fast = 50
    @Parameter(3...1000) var slow = 200
    @Parameter(1...250) var regime = 20

    /// The rule with its defaults.
    public init() {}

    /// Enters as the fast average lies above a rising slow one, leaves as it falls below.
    public func target(_ bars: Bars) -> TargetExposure {
        let (quick, calm) = (bars.close.sma(period: fast), bars.close.sma(period: slow))
        let isRising = calm > calm.lagged(by: regime)
        return .long(enter: (quick > calm && isRising).begins, exit: quick.crosses(below: calm))
    }
}
