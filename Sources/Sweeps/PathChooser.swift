import Trading

/// Says which path computes the cells of a sweep, and why no faster one.
public enum PathChooser {
    /// The fastest path that has the session's result.
    ///
    /// The choice is partly dynamic: a cell whose account comes near nothing, hardly moves, or
    /// moves so evenly that its deviation cancels, leaves the events for the session; an
    /// `EventSweep` counts those.
    public static func path(_ rules: TradingRules, _ index: PriceIndex) -> SweepPath {
        guard let reason = index.obstacle ?? obstacle(rules) else { return .events }
        guard let second = LaneLedger.obstacle(rules, index) else { return .lanes(reason) }
        return .reference(second)
    }

    /// What of the rules the event form cannot express; nil when it can express all of them.
    static func obstacle(_ rules: TradingRules) -> PathReason? {
        if rules.commission.fixed != 0 || rules.commission.perUnit != 0 { return .commission }
        if rules.isWholeUnits { return .wholeUnits }
        switch rules.sizing {
        case .allIn: break
        case .fraction(let fraction): if !(fraction > 0 && fraction <= 1) { return .sizing }
        case .fixed, .cash, .equity, .risk, .weight: return .sizing
        }
        if !(0..<1).contains(rules.slippage) { return .slippage }
        if rules.stop == .chandelier || rules.target.follows { return .level }
        return obstacle(rules.limits)
    }

    /// What of the limits no faster path than the session can express.
    static func obstacle(_ limits: Limits) -> PathReason? {
        let isBar =
            limits.breakEven == nil && limits.dailyLoss == nil && limits.scaleIn == nil
            && limits.scaleOut.isEmpty
        return isBar ? nil : .limits(limits.words)
    }
}
