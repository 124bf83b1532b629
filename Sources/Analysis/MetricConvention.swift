/// Whose formulas the metrics follow.
///
/// Signs, keys and units stay ours: a drawdown is ≥ 0 under each, and a ratio that the library
/// multiplies by 100 is a fraction. A figure that the library has not keeps Finstage's formula.
public enum MetricConvention: String, CaseIterable, Sendable, Codable {
    /// Our own: `docs` and each definition say which.
    case finstage
    /// quantstats 0.0.86: growth by bars, normal VaR and CVaR, sample moments, an information ratio
    /// that is not annualised, ratios of wins and losses on bars instead of trades.
    case quantstats
    /// empyrical-reloaded 0.7: growth by bars, compounded alpha, capture of annualised returns,
    /// an information ratio that is not annualised.
    case empyrical
    /// vectorbt 1.2: a year of 365 days whatever the market, growth by bars.
    case vectorbt
    /// backtesting.py 0.6.6: geometric annual return over compounded volatility, profit factor of
    /// percentages, beta of log returns, alpha of the whole.
    case backtestingPy = "backtesting.py"
}
