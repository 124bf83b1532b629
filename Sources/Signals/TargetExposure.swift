import MarketData
import Trading

/// What a rule wants to hold: the seam between signals, which are pure, and money, which is not.
///
/// Everything that depends on a fill (stop, target, size, limits) is a field here and is executed
/// by the trading session; no `Signal` can name it.
public struct TargetExposure: Sendable {
    /// When one side is entered and left.
    package struct Side: Sendable {
        package let enter: Condition
        package let exit: Condition
    }

    package let long: Side?
    package let short: Side?
    package let stop: StopLevel
    package let target: ExitLevel
    package let size: Sizing
    package let limits: Limits

    private init(
        long: Side?, short: Side?, _ stop: StopLevel, _ target: ExitLevel, _ size: Sizing,
        _ limits: Limits
    ) {
        if case .none = stop {
            demand(!limits.needsStop, "a limit counted in risks needs a stop")
        }
        for mistake in [stop.mistake, target.mistake, size.mistake] {
            demand(mistake == nil, mistake ?? "")
        }
        self.long = long.map { limits.applied(to: $0) }
        self.short = short.map { limits.applied(to: $0) }
        (self.stop, self.target, self.size) = (stop, target, size)
        // The end of a session is in the conditions now.
        var limits = limits
        limits.minutesBeforeClose = nil
        self.limits = limits
    }

    /// Holds the instrument from `enter` to `exit`, or to the stop, the target or a limit.
    public static func long(
        enter: Condition, exit: Condition = .never, stop: StopLevel = .none,
        target: ExitLevel = .none, size: Sizing = .allIn, limits: Limits = Limits()
    ) -> Self {
        Self(long: Side(enter: enter, exit: exit), short: nil, stop, target, size, limits)
    }

    /// Owes the instrument from `enter` to `exit`, or to the stop, the target or a limit.
    public static func short(
        enter: Condition, exit: Condition = .never, stop: StopLevel = .none,
        target: ExitLevel = .none, size: Sizing = .allIn, limits: Limits = Limits()
    ) -> Self {
        Self(long: nil, short: Side(enter: enter, exit: exit), stop, target, size, limits)
    }

    /// Holds or owes the instrument; an entry of the other side turns the position around.
    public static func longAndShort(
        enterLong: Condition, exitLong: Condition = .never, enterShort: Condition,
        exitShort: Condition = .never, stop: StopLevel = .none, target: ExitLevel = .none,
        size: Sizing = .allIn, limits: Limits = Limits()
    ) -> Self {
        Self(
            long: Side(enter: enterLong, exit: exitLong),
            short: Side(enter: enterShort, exit: exitShort), stop, target, size, limits)
    }

    /// True at the first bar of a session, for a daily limit; nil where none is wanted.
    package var sessionStart: Condition? {
        guard limits.dailyLoss != nil else { return nil }
        let day = Signal(expression: Expression(.session(.day), in: .own))
        return day > day.lagged(by: 1)
    }
}

extension Limits {
    /// A side that is left, and not entered, shortly before the end of a session.
    fileprivate func applied(to side: TargetExposure.Side) -> TargetExposure.Side {
        guard let minutes = minutesBeforeClose else { return side }
        let left = Signal(expression: Expression(.session(.minutesToClose), in: .own))
        let closing = left <= Signal(Double(minutes))
        return TargetExposure.Side(enter: side.enter && !closing, exit: side.exit || closing)
    }
}
