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
    /// What decides between entries where an account has no room for all; nil for the symbol.
    package let rank: Signal?
    /// When the weight of `size` is what is held; nil for a rule of entries and exits.
    package let rebalance: Rebalance?
    /// How far a weight may be off before anything is traded.
    package let band: Double

    private init(
        long: Side?, short: Side?, _ stop: StopLevel, _ target: ExitLevel, _ size: Sizing,
        _ limits: Limits, rank: Signal? = nil, rebalance: Rebalance? = nil, band: Double = 0
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
        (self.rank, self.rebalance, self.band) = (rank, rebalance, band)
    }

    /// Holds the instrument from `enter` to `exit`, or to the stop, the target or a limit.
    ///
    /// In one account for several instruments, `rank` decides between entries where the limits or
    /// the cash leave no room for all: the greater first.
    public static func long(
        enter: Condition, exit: Condition = .never, stop: StopLevel = .none,
        target: ExitLevel = .none, size: Sizing = .allIn, limits: Limits = Limits(),
        rank: Signal? = nil
    ) -> Self {
        Self(
            long: Side(enter: enter, exit: exit), short: nil, stop, target, size, limits,
            rank: rank)
    }

    /// Owes the instrument from `enter` to `exit`, or to the stop, the target or a limit.
    public static func short(
        enter: Condition, exit: Condition = .never, stop: StopLevel = .none,
        target: ExitLevel = .none, size: Sizing = .allIn, limits: Limits = Limits(),
        rank: Signal? = nil
    ) -> Self {
        Self(
            long: nil, short: Side(enter: enter, exit: exit), stop, target, size, limits,
            rank: rank)
    }

    /// Holds or owes the instrument; an entry of the other side turns the position around.
    public static func longAndShort(
        enterLong: Condition, exitLong: Condition = .never, enterShort: Condition,
        exitShort: Condition = .never, stop: StopLevel = .none, target: ExitLevel = .none,
        size: Sizing = .allIn, limits: Limits = Limits(), rank: Signal? = nil
    ) -> Self {
        Self(
            long: Side(enter: enterLong, exit: exitLong),
            short: Side(enter: enterShort, exit: exitShort), stop, target, size, limits,
            rank: rank)
    }

    /// Holds a share of the equity, 1 for all of it, and owes where it is negative.
    ///
    /// All instruments share one account. The shares are of the equity after the orders' own
    /// costs; where those of one side add up to more than 1, all are scaled by one factor. An
    /// unknown share changes nothing.
    ///
    /// - Parameters:
    ///   - share: the share of the equity.
    ///   - rebalance: when what is held is brought to it.
    ///   - band: how far what is held may be off, as a share of the equity, and stay as it is.
    /// - Returns: what the rule wants to hold.
    public static func weight(
        _ share: Signal, rebalance: Rebalance = .monthly, band: Double = 0
    ) -> Self {
        demand(
            (0..<1).contains(band), "a band is a share of the equity in 0..<1, was \(band)")
        return Self(
            long: nil, short: nil, .none, .none, .weight(share), Limits(), rebalance: rebalance,
            band: band)
    }

    /// Holds each instrument of the universe by its score: the magnitudes of all shares add up to
    /// `gross`, and a negative score is owed.
    ///
    /// - Parameters:
    ///   - scores: what the shares are proportional to; 0 for none.
    ///   - gross: the sum of all magnitudes; up to 2, for a side that is held and one that is owed.
    ///   - rebalance: when what is held is brought to its share.
    ///   - band: how far what is held may be off, as a share of the equity, and stay as it is.
    /// - Returns: what the rule wants to hold.
    public static func weights(
        _ scores: Signal, gross: Double = 1, rebalance: Rebalance = .monthly, band: Double = 0
    ) -> Self {
        demand(gross > 0 && gross <= 2, "gross is above 0 and at most 2, was \(gross)")
        let share = scores.shareOfUniverse()
        return .weight(gross == 1 ? share : Signal(gross) * share, rebalance: rebalance, band: band)
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
