import Kernels

extension Signal {
    /// One of two values, as a condition says; unknown where the condition is.
    public static func when(
        _ condition: Condition, then: Signal, else otherwise: Signal
    ) -> Signal {
        Signal(.choice, of: condition.number, then, otherwise)
    }

    /// The greater of two signals.
    public static func maximum(_ left: Signal, _ right: Signal) -> Signal {
        Signal(.maximum, of: left, right)
    }

    /// The lesser of two signals.
    public static func minimum(_ left: Signal, _ right: Signal) -> Signal {
        Signal(.minimum, of: left, right)
    }

    /// The signal held within two bounds.
    public func clamped(to range: ClosedRange<Double>) -> Signal {
        .minimum(.maximum(self, Signal(range.lowerBound)), Signal(range.upperBound))
    }

    /// The change over `count` bars: the value less that of `count` bars ago.
    public func change(over count: Int = 1) -> Signal { self - lagged(by: count) }

    /// True where each of the last `count` bars lies above the one before it.
    public func rising(for count: Int = 1) -> Condition {
        (self > lagged(by: 1)).holds(for: count)
    }

    /// True where each of the last `count` bars lies below the one before it.
    public func falling(for count: Int = 1) -> Condition {
        (self < lagged(by: 1)).holds(for: count)
    }
}

extension Signal {
    /// Not there: two numbers that were computed are hardly ever equal.
    @available(
        *, unavailable,
        message: "numbers of a market are hardly ever equal; compare by >, >=, < or <="
    )
    public static func == (left: Signal, right: Signal) -> Condition { .never }
}

extension Condition {
    /// True at every bar.
    public static let always = Signal(1) > 0
    /// False at every bar.
    public static let never = Signal(0) > 1

    /// 1 where this is true, 0 where it is false.
    public var number: Signal { Signal(expression: Expression(.number, [expression])) }

    /// How many of the last `period` bars it is true at.
    public func count(within period: Int) -> Signal { number.sum(period: period) }

    /// True where it was true at one of the last `period` bars, this one included.
    public func within(_ period: Int) -> Condition { number.highest(period: period) > 0 }

    /// True where it was true at each of the last `period` bars, this one included.
    public func holds(for period: Int) -> Condition {
        period == 1 ? self : number.lowest(period: period) > 0
    }

    /// The bars since it was last true, 0 where it is; unknown before the first time.
    public var barsSince: Signal { Signal(.barsSince, of: number) }

    /// How many bars in a row it is true, 0 where it is false; unknown before it was first false.
    public var streak: Signal { (!self).barsSince }
}
