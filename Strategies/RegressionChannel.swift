import Signals

/// Buys a dip below a rising line, sells above it.
///
/// - Rule: enters while the least-squares line over `period` closes rises and the close is below
///   its end by more than `deviations` standard deviations of such distances; leaves while the
///   close is above the line by as much, or as the line falls.
/// - Idea: a trend has a width; within it the price goes from one edge to the other.
/// - Breaks: the lower edge is also where the end of every trend begins.
/// - Source: Raff, Trading the Regression Channel, 1991.
public struct RegressionChannel: Strategy {
    @Parameter(5...400) var period = 60
    @Parameter(0.1...5) var deviations = 1.0

    /// The rule with its defaults.
    public init() {}

    /// Enters below the channel of a rise, leaves above it or as the line falls.
    public func target(_ bars: Bars) -> TargetExposure {
        let line = bars.close.linearRegression(period: period)
        let distance = bars.close - line.value
        let width = Signal(deviations) * distance.standardDeviation(period: period)
        return .long(
            enter: line.slope > 0 && distance < -width, exit: line.slope < 0 || distance > width)
    }
}
