/// What the statistics of trades need to know of a closed round trip.
public struct MeasuredTrade: Hashable, Sendable {
    /// Net of both sides' costs, in money.
    public let profit: Double
    /// The profit over the amount committed at the entry.
    public let returnFraction: Double
    /// The row of the entry's bar.
    public let entryRow: Int
    /// The row of the exit's bar.
    public let exitRow: Int
    /// The time from the start of the entry's bar to the start of the exit's, in days.
    public let days: Double
    /// The worst point of the way as a fraction of the entry price, ≤ 0.
    public let adverseExcursion: Double
    /// The best point of the way as a fraction of the entry price, ≥ 0.
    public let favorableExcursion: Double

    /// A trade from its parts.
    public init(
        profit: Double, returnFraction: Double, entryRow: Int, exitRow: Int, days: Double,
        adverseExcursion: Double = 0, favorableExcursion: Double = 0
    ) {
        precondition(entryRow <= exitRow, "entered at \(entryRow), left at \(exitRow)")
        (self.profit, self.returnFraction) = (profit, returnFraction)
        (self.entryRow, self.exitRow, self.days) = (entryRow, exitRow, days)
        (self.adverseExcursion, self.favorableExcursion) = (adverseExcursion, favorableExcursion)
    }
}
