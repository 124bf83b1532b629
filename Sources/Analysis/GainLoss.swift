import Trading

/// Gains against losses, bar by bar, above and below a target return.
///
/// The ratios over losses are undefined without a losing bar; where the downside
/// deviation is undefined the losses are rounding.
public struct GainLoss: Hashable, Sendable {
    /// Bars above the target.
    public let gainCount: Int
    /// Bars below the target.
    public let lossCount: Int
    /// Σ max(r − T, 0).
    public let gains: Double
    /// Σ max(T − r, 0).
    public let losses: Double
    private let isRounding: Bool

    /// Gains and losses of returns that are already in excess of their target.
    public init(_ excess: Returns) {
        var (gains, losses) = (CompensatedSum(), CompensatedSum())
        var (gainCount, lossCount) = (0, 0)
        for value in excess.values {
            if value > 0 {
                gains.add(value)
                gainCount += 1
            } else if value < 0 {
                losses.add(-value)
                lossCount += 1
            }
        }
        (self.gainCount, self.lossCount) = (gainCount, lossCount)
        (self.gains, self.losses) = (gains.value, losses.value)
        isRounding = excess.downsideDeviation == nil
    }

    /// Gains over losses. Source: Shadwick, Keating, Journal of Performance Measurement 6 (3),
    /// 2002.
    public var omega: Double? { isRounding ? nil : gains / losses }

    /// The sum of the returns over the losses. Source: Schwager, Hedge Fund Market Wizards, 2012.
    public var gainToPain: Double? { isRounding ? nil : (gains - losses) / losses }

    /// Bars above the target over those that are not on it; nil where all are.
    public var winRate: Double? {
        let count = gainCount + lossCount
        return count > 0 ? Double(gainCount) / Double(count) : nil
    }

    /// The mean gain over the mean loss; nil without a gain or a loss.
    public var payoff: Double? {
        guard gainCount > 0, !isRounding else { return nil }
        return (gains / Double(gainCount)) / (losses / Double(lossCount))
    }
}
