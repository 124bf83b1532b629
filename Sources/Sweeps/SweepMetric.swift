/// A figure that every cell of a sweep has.
public enum SweepMetric: String, CaseIterable, Sendable {
    /// The mean of the instruments' annual Sharpe ratios.
    case sharpe = "sharpe_annualized"
    /// The mean total return.
    case totalReturn = "total_return_fraction"
    /// The deepest drawdown of any instrument.
    case drawdown = "max_drawdown_fraction"
    /// The closed round trips of all instruments.
    case trades = "trade_count"
    /// The mean share of bars with a position.
    case exposure = "exposure_fraction"
    /// All commission paid.
    case fees = "fees_money"
}
