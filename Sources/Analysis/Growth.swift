import Foundation
import MarketData

/// What an account has grown by, whole and a year.
public struct Growth: Sendable {
    /// Last equity over the starting cash, less one; below −1 where ruin left a deficit.
    public let total: Double
    /// (E / E₀)^(365.25 / days) − 1 over the calendar days between the first and the last bar.
    /// Nil for one bar; −1 after ruin.
    public let compoundAnnual: Double?
    /// True when the range is shorter than a calendar year.
    public let isExtrapolated: Bool

    /// The growth of an account. The instants are the starts of the first and the last bar.
    public init(
        from startingCash: Double, to equity: Double, first: Timestamp, last: Timestamp
    ) {
        precondition(startingCash > 0, "starting cash must be > 0, was \(startingCash)")
        total = equity / startingCash - 1
        let elapsed = last.microseconds - first.microseconds
        let days = Double(elapsed) / Double(Interval.day.microseconds)
        isExtrapolated = days < 365
        if days <= 0 {
            compoundAnnual = nil
        } else if equity <= 0 {
            compoundAnnual = -1
        } else {
            compoundAnnual = pow(equity / startingCash, 365.25 / days) - 1
        }
    }
}
