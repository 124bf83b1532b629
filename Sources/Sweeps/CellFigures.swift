/// What is kept of one cell: the means of its instruments, which are added in one order.
public struct CellFigures: Sendable, Hashable, Codable {
    private var (sharpeSum, returnSum, exposureSum) = (0.0, 0.0, 0.0)
    private var (symbolCount, definedCount) = (0, 0)
    /// The deepest drawdown of any instrument, as a fraction.
    public private(set) var worstDrawdown = 0.0
    /// The closed round trips of all instruments.
    public private(set) var tradeCount = 0
    /// All commission paid.
    public private(set) var fees = 0.0

    /// The figures of no instrument.
    public init() {}

    /// Adds the outcome of one instrument.
    public mutating func add(_ outcome: CellOutcome) {
        symbolCount += 1
        if outcome.sharpe.isFinite {
            sharpeSum += outcome.sharpe
            definedCount += 1
        }
        returnSum += outcome.totalReturn
        exposureSum += outcome.exposure
        worstDrawdown = max(worstDrawdown, outcome.drawdown)
        tradeCount += outcome.trades
        fees += outcome.fees
    }

    /// The mean of the annual Sharpe ratios that are defined; nil without one.
    public var sharpe: Double? { definedCount == 0 ? nil : sharpeSum / Double(definedCount) }
    /// The mean total return, as a fraction.
    public var totalReturn: Double { returnSum / Double(symbolCount) }
    /// The mean share of bars with a position.
    public var exposure: Double { exposureSum / Double(symbolCount) }

    /// The figure of a metric; nil where it is undefined.
    public func value(of metric: SweepMetric) -> Double? {
        let value: Double? =
            switch metric {
            case .sharpe: sharpe
            case .totalReturn: totalReturn
            case .drawdown: worstDrawdown
            case .trades: Double(tradeCount)
            case .exposure: exposure
            case .fees: fees
            }
        return value.flatMap { $0.isFinite ? $0 : nil }
    }
}
