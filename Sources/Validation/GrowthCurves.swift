import MarketData

/// What one unit of money became on the mean of the accounts, for a drawing.
public struct GrowthCurves: Hashable, Sendable, Codable {
    /// The starts of the bars.
    public let times: [Timestamp]
    /// The strategy, at each of `times`.
    public let traded: [Double]
    /// Buying and holding, at each of `times`.
    public let held: [Double]

    init(_ examination: Examination) {
        times = examination.traded.times
        (traded, held) = (examination.traded.growth, examination.held.growth)
    }
}
