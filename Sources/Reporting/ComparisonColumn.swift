import Backtesting
import Charts

/// A figure of the comparison of many runs.
public enum ComparisonColumn: String, Sendable, Hashable, CaseIterable {
    /// Last equity over the starting cash, less one.
    case totalReturn
    /// Growth a calendar year.
    case cagr
    /// Mean over deviation, annualised.
    case sharpe
    /// The greatest fraction below an earlier peak.
    case drawdown
    /// Closed round trips.
    case trades
    /// Winning over closed trades.
    case winRate
    /// Bars with a position over all bars.
    case exposure
    /// The total return of buying and holding.
    case buyAndHoldReturn

    /// The column's head in a table for people.
    public var title: String {
        switch self {
        case .totalReturn: "Return"
        case .cagr: "CAGR"
        case .sharpe: "Sharpe"
        case .drawdown: "Drawdown"
        case .trades: "Trades"
        case .winRate: "Win rate"
        case .exposure: "Exposure"
        case .buyAndHoldReturn: "B&H return"
        }
    }

    /// The column's key in a table for machines, with its unit.
    public var key: String {
        switch self {
        case .totalReturn: "total_return_fraction"
        case .cagr: "cagr_fraction"
        case .sharpe: "sharpe_annualized"
        case .drawdown: "max_drawdown_fraction"
        case .trades: "trade_count"
        case .winRate: "win_rate_fraction"
        case .exposure: "exposure_fraction"
        case .buyAndHoldReturn: "buy_and_hold_return_fraction"
        }
    }

    /// The figure of one run; nil when it is undefined.
    public func value(of result: RunResult) -> Double? {
        let metrics = result.metrics
        let value: Double? =
            switch self {
            case .totalReturn: metrics.totalReturn
            case .cagr: metrics.cagr
            case .sharpe: metrics.sharpe
            case .drawdown: metrics.maxDrawdown
            case .trades: Double(metrics.tradeCount)
            case .winRate: metrics.winRate
            case .exposure: metrics.exposure
            case .buyAndHoldReturn: result.buyAndHoldMetrics.totalReturn
            }
        return value.flatMap { $0.isFinite ? $0 : nil }
    }

    /// The figure for people; an en dash when it is undefined.
    public func text(of value: Double?) -> String {
        guard let value else { return NumberText.undefined }
        switch self {
        case .totalReturn, .buyAndHoldReturn, .cagr:
            return FigureText.percent(value, isSigned: true)
        case .drawdown: return FigureText.percent(value)
        case .winRate, .exposure: return FigureText.percent(value, decimals: 1)
        case .sharpe: return FigureText.ratio(value)
        case .trades:
            return NumberText.fixed(value, decimals: value == value.rounded() ? 0 : 1)
        }
    }

    /// True when a smaller figure is the better one.
    var isBetterWhenLow: Bool { self == .drawdown }
}
