/// Ratios over the bars of a moving window, in one pass.
///
/// - Shape: returns `[bar]` → `[bar]`; NaN until the window is full, and where a ratio is
///   undefined.
/// - Definition: the ratios of the whole record (`Returns`, `PairedReturns`) on the last n bars.
/// - Complexity: O(1) a bar whatever the window. The window is the end of one block and the
///   beginning of the next, and sums of stretches are merged, never subtracted, so nothing drifts.
///   Source of the two-block window: van Herk, Pattern Recognition Letters 13 (7), 1992.
public struct RollingRatios: Sendable {
    /// The bars of the window.
    public let window: Int
    /// The Sharpe ratio, annualised.
    public private(set) var sharpe: [Double]
    /// The volatility, annualised; 0 where nothing varies.
    public private(set) var volatility: [Double]
    /// The slope on the benchmark's returns; NaN on bars that the benchmark lacks.
    public private(set) var beta: [Double]

    /// The ratios of an account.
    ///
    /// - Parameters:
    ///   - returns: the account's returns.
    ///   - paired: the returns that have a benchmark; nil without one. A window of beta counts
    ///     pairs.
    ///   - window: the bars of the window, at least 2.
    ///   - periodsPerYear: the factor that annualises.
    ///   - riskFree: the risk-free rate a bar.
    public init(
        _ returns: Returns, paired: PairedReturns?, window: Int, periodsPerYear: Double,
        riskFree: Double = 0
    ) {
        precondition(window >= 2, "a window has at least two bars, not \(window)")
        let count = returns.values.count
        let root = periodsPerYear.squareRoot()
        self.window = window
        var sharpe = [Double](repeating: .nan, count: count)
        var (volatility, beta) = (sharpe, sharpe)
        let isAligned = paired?.rows.count == count
        let other = isAligned ? paired?.benchmark ?? returns.values : returns.values
        Self.slide(returns.values, other, window) { row, sums in
            let deviation = sums.deviation
            volatility[row] = (deviation ?? 0) * root
            sharpe[row] = deviation.map { (sums.mean - riskFree) / $0 * root } ?? .nan
            if isAligned { beta[row] = sums.beta ?? .nan }
        }
        if let paired, !isAligned {
            Self.slide(paired.own, paired.benchmark, window) { pair, sums in
                beta[paired.rows[pair]] = sums.beta ?? .nan
            }
        }
        (self.sharpe, self.volatility, self.beta) = (sharpe, volatility, beta)
    }

    /// Gives the sums of each full window, in order.
    private static func slide(
        _ own: [Double], _ other: [Double], _ window: Int, _ body: (Int, PairedSums) -> Void
    ) {
        guard own.count >= window else { return }
        var suffixes = [PairedSums](repeating: PairedSums(), count: window)
        var start = 0
        while start + window <= own.count {
            var sums = PairedSums()
            for offset in stride(from: window - 1, through: 0, by: -1) {
                let row = start + offset
                sums = sums.merging(PairedSums(own[row], other[row]))
                suffixes[offset] = sums
            }
            body(start + window - 1, suffixes[0])
            var prefix = PairedSums()
            for offset in 1..<window {
                let row = start + window - 1 + offset
                guard row < own.count else { break }
                prefix = prefix.merging(PairedSums(own[row], other[row]))
                body(row, suffixes[offset].merging(prefix))
            }
            start += window
        }
    }
}
