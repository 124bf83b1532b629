import Signals

/// Buys the first rest of a strong trend, takes half home early.
///
/// - Rule: while ADX(14) is above `strength` and +DI above −DI, enters at a close above the high of
///   the bar before, if that touched EMA(period); the stop lies at the lowest low of `swing` bars.
///   Half leaves as the gain is the risk, and the stop of the rest moves to the entry; the rest
///   leaves as the close comes to lie below the average.
/// - Idea: in a strong trend the average is where those buy who missed it.
/// - Breaks: the trend that was strong yesterday; ADX says how much has been, not how much will be.
/// - Source: Connors, Raschke, Street Smarts, 1995.
public struct HolyGrail: Strategy {
    @Parameter(5...100) var period = 20
    @Parameter(5...60) var strength = 25.0
    @Parameter(1...20) var swing = 3

    /// The rule with its defaults.
    public init() {}

    /// Enters after a touch of the average in a strong rise, leaves in two parts.
    public func target(_ bars: Bars) -> TargetExposure {
        let average = bars.close.ema(period: period)
        let movement = bars.directionalMovement(period: 14)
        let isStrong = movement.adx > Signal(strength) && movement.plusDI > movement.minusDI
        let hasTouched = (bars.low <= average).lagged(by: 1)
        return .long(
            enter: isStrong && hasTouched && bars.close > bars.high.lagged(by: 1),
            exit: bars.close.crosses(below: average),
            stop: .price(bars.low.lowest(period: swing)),
            limits: Limits(
                breakEven: .risk(1), scaleOut: [Limits.ScaleOut(at: .risk(1), share: 0.5)]))
    }
}
