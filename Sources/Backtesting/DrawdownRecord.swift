/// A fall below an earlier peak.
public struct DrawdownRecord: Codable, Sendable, Hashable {
    /// The fraction lost from the peak.
    public let depth: Double
    /// The row of the peak; nil when it is the starting cash.
    public let peakRow: Int?
    /// The row of the lowest point.
    public let troughRow: Int
    /// The row at which the peak was reached again; nil while under water at the end.
    public let recoveryRow: Int?
    /// Bars from the peak to the recovery, or to the end.
    public let barCount: Int
    /// Calendar days from the peak to the recovery, or to the end.
    public let dayCount: Int
}
