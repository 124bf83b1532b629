import Signals

/// Holds near the high of the year.
///
/// - Rule: enters as the close comes to lie above `near` times the highest high of `period` bars,
///   leaves as it comes to lie below `far` times it.
/// - Idea: people hesitate to pay more than the known high, so good news there is priced late.
/// - Breaks: crashes from the top: the exit is a tenth or more below it.
/// - Source: George, Hwang, Journal of Finance 59 (5), 2004.
public struct YearHigh: Strategy {
    @Parameter(20...1000) var period = 252
    @Parameter(0.5...1) var near = 0.95
    @Parameter(0.3...1) var far = 0.85

    /// The rule with its defaults.
    public init() {}

    /// Enters near the high of the year, leaves far from it.
    public func target(_ bars: Bars) -> TargetExposure {
        let top = bars.high.highest(period: period)
        return .long(
            enter: bars.close.crosses(above: Signal(near) * top),
            exit: bars.close.crosses(below: Signal(far) * top))
    }
}
