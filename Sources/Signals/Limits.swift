import Trading

/// What bounds a position and an account beside the rule's conditions, as the trading session
/// knows it: a strategy file imports `Signals` alone.
public typealias Limits = Trading.Limits
