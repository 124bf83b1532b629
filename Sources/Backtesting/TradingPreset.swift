import Trading

/// The rules of another engine: `--preset`.
public enum TradingPreset: String, CaseIterable, Sendable {
    /// backtesting.py 0.6: whole units; a trade on close is booked when the next bar begins.
    case backtestingPy = "backtesting.py"
    /// vectorbt 1.2: fractional units unless told otherwise; a size beyond the cash is cut;
    /// no stop on the entry's bar.
    case vectorbt

    /// `rules` with what the engine does otherwise.
    public func applied(to rules: TradingRules) -> TradingRules {
        var rules = rules
        switch self {
        case .backtestingPy:
            rules.isWholeUnits = true
            if rules.fill == .sameClose { rules.fill = .sameCloseBookedLater }
        case .vectorbt:
            rules.protectsEntryBar = false
            rules.cutsToCash = true
        }
        return rules
    }
}
