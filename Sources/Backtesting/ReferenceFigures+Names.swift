extension ReferenceFigures {
    /// The catalogue's key for a key of a block; a minus where the library's sign is the other.
    static let names: [String: [String: String]] = [
        "definitions": definitions, "empyrical": empyrical, "quantstats": quantstats,
    ]

    private static let definitions = [
        "observations": "return_count", "total_return": "total_return_fraction",
        "volatility_252": "volatility_annualized_fraction", "mean_daily": "mean_return_fraction",
        "std_daily_ddof1": "return_deviation_fraction", "sharpe_252": "sharpe_annualized",
        "sortino_252": "sortino_annualized",
        "downside_deviation_252": "downside_deviation_annualized_fraction",
        "max_drawdown": "max_drawdown_fraction",
        "longest_drawdown_bars": "longest_underwater_bars", "ulcer_index": "ulcer_index_fraction",
        "var95_historical_linear": "var_95_fraction", "var99_historical_linear": "var_99_fraction",
        "cvar95_mean_at_or_below_var": "cvar_95_fraction", "omega_0": "omega_ratio",
        "tail_ratio_95_5": "tail_ratio", "gain_to_pain": "gain_to_pain_ratio",
        "win_rate_nonzero": "winning_bars_fraction", "payoff_ratio": "bar_payoff_ratio",
        "skew_population": "skewness", "kurtosis_population_nonexcess": "kurtosis_raw",
        "beta_ddof1": "beta", "correlation": "correlation", "r_squared": "r_squared_fraction",
        "tracking_error_252": "tracking_error_annualized_fraction",
        "information_ratio_252": "information_ratio_annualized",
        "up_capture_mean": "up_capture_ratio", "down_capture_mean": "down_capture_ratio",
    ]

    private static let empyrical = [
        "cum_returns_final": "total_return_fraction", "annual_return": "cagr_fraction",
        "annual_volatility": "volatility_annualized_fraction",
        "sharpe_ratio": "sharpe_annualized", "sortino_ratio": "sortino_annualized",
        "calmar_ratio": "calmar_ratio", "max_drawdown": "-max_drawdown_fraction",
        "omega_ratio": "omega_ratio", "downside_risk": "downside_deviation_annualized_fraction",
        "tail_ratio": "tail_ratio", "value_at_risk": "var_95_fraction",
        "conditional_value_at_risk": "cvar_95_fraction", "alpha": "alpha_annualized_fraction",
        "beta": "beta", "up_capture": "up_capture_ratio", "down_capture": "down_capture_ratio",
        "excess_sharpe": "information_ratio_annualized",
    ]

    private static let quantstats = [
        "comp": "total_return_fraction", "cagr": "cagr_fraction",
        "volatility": "volatility_annualized_fraction", "sharpe": "sharpe_annualized",
        "sortino": "sortino_annualized", "calmar": "calmar_ratio",
        "max_drawdown": "-max_drawdown_fraction", "ulcer_index": "ulcer_index_fraction",
        "omega": "omega_ratio", "gain_to_pain_ratio": "gain_to_pain_ratio",
        "value_at_risk": "var_95_fraction", "var": "var_95_fraction",
        "conditional_value_at_risk": "cvar_95_fraction", "cvar": "cvar_95_fraction",
        "expected_shortfall": "cvar_95_fraction", "tail_ratio": "tail_ratio",
        "payoff_ratio": "payoff_ratio", "win_loss_ratio": "payoff_ratio",
        "profit_factor": "profit_factor_ratio", "win_rate": "win_rate_fraction",
        "best": "best_day_fraction", "worst": "worst_day_fraction",
        "consecutive_wins": "longest_winning_streak_count",
        "consecutive_losses": "longest_losing_streak_count", "exposure": "exposure_fraction",
        "kelly_criterion": "kelly_fraction", "recovery_factor": "recovery_factor_ratio",
        "skew": "skewness", "probabilistic_sharpe_ratio": "psr_fraction",
        "information_ratio": "information_ratio_annualized", "r_squared": "r_squared_fraction",
        "r2": "r_squared_fraction", "greeks_alpha": "alpha_annualized_fraction",
        "greeks_beta": "beta",
    ]
}
