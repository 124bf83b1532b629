/// A price at which a position is given up or taken home.
public enum ExitLevel: Sendable {
    /// Never.
    case none
    /// A fraction of the entry price: 0.05 is five percent.
    case percent(Double)
    /// A distance in price from the entry, taken at the bar that decided the entry.
    case distance(Signal)
    /// A price, taken at the bar that decided the entry.
    case price(Signal)
}

/// How much an entry buys or sells.
public enum Size: Hashable, Sendable {
    /// All the free cash, at the fill price.
    case allIn
    /// A fraction of the free cash, at the fill price.
    case fraction(Double)
    /// A number of units.
    case fixed(Double)
    /// The units that lose this fraction of the equity at the stop, taken at the decision.
    case risk(fraction: Double)
}

/// What a rule wants to hold: the seam between signals, which are pure, and money, which is not.
///
/// Everything that depends on a fill (stop, target, size) is a field here and is executed by the
/// trading session; no `Signal` can name it.
public struct TargetExposure: Sendable {
    /// When one side is entered and left.
    package struct Side: Sendable {
        package let enter: Condition
        package let exit: Condition
    }

    package let long: Side?
    package let short: Side?
    package let stop: ExitLevel
    package let target: ExitLevel
    package let size: Size

    /// Holds the instrument from `enter` to `exit`, or to the stop or the target.
    public static func long(
        enter: Condition, exit: Condition, stop: ExitLevel = .none, target: ExitLevel = .none,
        size: Size = .allIn
    ) -> Self {
        Self(
            long: Side(enter: enter, exit: exit), short: nil, stop: stop, target: target,
            size: size)
    }

    /// Owes the instrument from `enter` to `exit`, or to the stop or the target.
    public static func short(
        enter: Condition, exit: Condition, stop: ExitLevel = .none, target: ExitLevel = .none,
        size: Size = .allIn
    ) -> Self {
        Self(
            long: nil, short: Side(enter: enter, exit: exit), stop: stop, target: target,
            size: size)
    }

    /// Holds or owes the instrument; an entry of the other side turns the position around.
    public static func longAndShort(
        enterLong: Condition, exitLong: Condition, enterShort: Condition, exitShort: Condition,
        stop: ExitLevel = .none, target: ExitLevel = .none, size: Size = .allIn
    ) -> Self {
        Self(
            long: Side(enter: enterLong, exit: exitLong),
            short: Side(enter: enterShort, exit: exitShort), stop: stop, target: target,
            size: size)
    }
}
