/// The deepest fall of an equity curve below an earlier peak.
///
/// The peak is seeded with the starting cash, so a loss on the first bar counts. Equal to the
/// peak is recovered.
public struct Drawdown: Hashable, Sendable {
    /// The fraction lost from the peak, ≥ 0.
    public let depth: Double
    /// The row of the peak; nil when it is the starting cash.
    public let peakRow: Int?
    /// The row of the trough; nil when there is no drawdown.
    public let troughRow: Int?
    /// The row at which the peak was reached again; nil while under water at the end.
    public let recoveryRow: Int?

    /// The deepest drawdown of a curve; the first of several equal ones.
    public init(equity: [Double], startingCash: Double) {
        var (peak, peakRow) = (startingCash, Int?.none)
        var (depth, deepestPeak, trough) = (0.0, Int?.none, Int?.none)
        var level = startingCash
        for (row, value) in equity.enumerated() {
            if value >= peak { (peak, peakRow) = (value, row) }
            let fall = 1 - value / peak
            if fall > depth { (depth, deepestPeak, trough, level) = (fall, peakRow, row, peak) }
        }
        (self.depth, self.peakRow, troughRow) = (depth, deepestPeak, trough)
        recoveryRow = trough.flatMap { start in
            equity.indices.first { $0 > start && equity[$0] >= level }
        }
    }
}
