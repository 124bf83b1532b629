import Signals

/// Holds while three averages stand in order.
///
/// - Rule: enters as EMA(fast) > EMA(middle) > EMA(slow) comes true, leaves as EMA(fast) comes to
///   lie below EMA(middle).
/// - Idea: the third average confirms the entry; the exit needs two only, so it is earlier.
/// - Breaks: sideways markets, in which the three are braided and each order is false.
/// - Source: Allen, How to Build a Fortune in Commodities, 1972 (4, 9 and 18 days).
public struct EmaTriple: Strategy {
    @Parameter(2...100) var fast = 4
    @Parameter(3...200) var middle = 9
    @Parameter(4...400) var slow = 18

    /// The rule with its defaults.
    public init() {}

    /// Enters as the averages come into order, leaves as the first two leave it.
    public func target(_ bars: Bars) -> TargetExposure {
        let first = bars.close.ema(period: fast)
        let second = bars.close.ema(period: middle)
        let isOrdered = first > second && second > bars.close.ema(period: slow)
        return .long(enter: isOrdered.begins, exit: first.crosses(below: second))
    }
}
