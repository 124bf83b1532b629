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
