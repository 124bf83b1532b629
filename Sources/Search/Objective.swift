import MarketData

/// A metric that a search makes as great or as small as it can.
public struct Objective: Hashable, Sendable, CustomStringConvertible {
    /// Which way is better.
    public enum Direction: String, Hashable, Sendable {
        /// More is better.
        case maximize = "max"
        /// Less is better.
        case minimize = "min"
    }

    /// The metric's key, such as `sharpe_annualized`.
    public let metric: String
    /// Which way is better.
    public let direction: Direction

    /// An objective.
    public init(_ metric: String, _ direction: Direction) {
        (self.metric, self.direction) = (metric, direction)
    }

    /// An objective from its text.
    ///
    /// - Parameters:
    ///   - text: a metric's key or its beginning where only one begins so, with `max:` or `min:`
    ///     before it where the usual direction is not meant: `sharpe`, `max:turnover_annualized`.
    ///   - metrics: the keys that there are.
    /// - Throws: an error with the nearest key.
    public init(_ text: String, metrics: [String]) throws(SearchError) {
        let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        var given: Direction?
        if parts.count == 2 {
            given = Direction(rawValue: String(parts[0]))
            if given == nil {
                throw .badObjective(
                    text, problem: "'\(parts[0])' is no direction; write max:METRIC or min:METRIC")
            }
        }
        let metric = try Self.key(String(parts[parts.count - 1]), of: metrics, in: text)
        self.init(metric, given ?? Self.usualDirection(of: metric))
    }

    /// Several objectives from one text, apart by commas: `sharpe,max_drawdown_fraction`.
    ///
    /// - Throws: as `init(_:metrics:)`, or when a metric stands twice.
    public static func list(
        _ text: String, metrics: [String]
    ) throws(SearchError) -> [Objective] {
        var objectives: [Objective] = []
        for part in text.split(separator: ",", omittingEmptySubsequences: false) {
            let objective = try Objective(String(part), metrics: metrics)
            guard !objectives.contains(where: { $0.metric == objective.metric }) else {
                throw .badObjective(
                    text, problem: "'\(objective.metric)' stands twice; leave one out")
            }
            objectives.append(objective)
        }
        return objectives
    }

    /// The text that makes the objective again.
    public var description: String { "\(direction.rawValue):\(metric)" }

    /// A value of the metric as a score, of which more is better.
    ///
    /// - Parameter value: the metric's value.
    /// - Returns: the score; nil where the value is undefined, which is never the best.
    public func score(_ value: Double?) -> Double? {
        guard let value, value.isFinite else { return nil }
        return direction == .maximize ? value : -value
    }

    /// The direction that people mean when they give none: less of what costs or hurts.
    ///
    /// - Parameter metric: the metric's key.
    /// - Returns: the usual direction; more is better of everything else.
    public static func usualDirection(of metric: String) -> Direction {
        let costs = [
            "drawdown", "underwater", "ulcer_index", "volatility", "deviation", "turnover", "fees",
            "losing_streak", "tracking_error", "recovery_days", "recovery_bars", "down_capture",
            "min_track_record",
        ]
        return costs.contains(where: metric.contains) ? .minimize : .maximize
    }

    private static func key(
        _ name: String, of metrics: [String], in text: String
    ) throws(SearchError) -> String {
        if metrics.contains(name) { return name }
        let begun = name.isEmpty ? [] : metrics.filter { $0.hasPrefix(name) }
        if begun.count == 1 { return begun[0] }
        if begun.count > 1 {
            throw .badObjective(
                text,
                problem: "'\(name)' may be \(begun.joined(separator: " or ")); write one of them")
        }
        throw .badObjective(
            text,
            problem: "there is no metric '\(name)'"
                + SearchError.hint(nearest(name, in: metrics))
                + "; there are \(metrics.joined(separator: ", "))")
    }
}
