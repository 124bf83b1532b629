import Analysis
import Trading

/// The statistics of one backtest, as Analysis defines them.
public struct CellOutcome: Sendable, Hashable {
    /// The equity at the last close.
    public var finalEquity: Double
    /// The total return, as a fraction.
    public var totalReturn: Double
    /// The annualised Sharpe ratio; NaN where nothing varies.
    public var sharpe: Double
    /// The deepest fraction below a peak, ≥ 0; the first peak is the starting cash.
    public var drawdown: Double
    /// All commission paid.
    public var fees: Double
    /// The bars with a position at their close over all bars; NaN without a bar.
    public var exposure: Double
    /// The closed round trips.
    public var trades: Int
    /// True when something is held after the last bar.
    public var isOpen: Bool

    /// An outcome from its parts.
    public init(
        finalEquity: Double, totalReturn: Double, sharpe: Double, drawdown: Double, fees: Double,
        exposure: Double, trades: Int, isOpen: Bool
    ) {
        (self.finalEquity, self.totalReturn) = (finalEquity, totalReturn)
        (self.sharpe, self.drawdown, self.fees) = (sharpe, drawdown, fees)
        (self.exposure, self.trades, self.isOpen) = (exposure, trades, isOpen)
    }

    /// The statistics of a session that has traded, from its equity at each close.
    ///
    /// - Parameters:
    ///   - session: the session after its last bar.
    ///   - equity: the equity at each close.
    ///   - investedCount: the bars with a position at their close.
    ///   - periodsPerYear: the factor that annualises.
    public init(
        _ session: TradingSession, equity: [Double], investedCount: Int, periodsPerYear: Double
    ) {
        let cash = session.rules.cash
        let returns = Returns(equity: equity, startingCash: cash)
        let underwater = UnderwaterCurve(equity: equity, startingCash: cash)
        self.init(
            finalEquity: session.equity, totalReturn: session.equity / cash - 1,
            sharpe: returns.sharpe(periodsPerYear: periodsPerYear) ?? .nan,
            drawdown: underwater.fractions.max() ?? 0, fees: session.fees,
            exposure: Double(investedCount) / Double(equity.count), trades: session.tradeCount,
            isOpen: !session.isFlat)
    }
}
