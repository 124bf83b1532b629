import MarketData

/// When a cell is given up before its end: `max_drawdown_fraction > 0.5 after 252`.
///
/// It is a description; whoever computes the cell asks it. A cell that is given up is undefined,
/// so that it can be no best, and is counted.
public struct AbortRule: Hashable, Sendable, CustomStringConvertible {
    /// Which side of the bound is hopeless.
    public enum Side: String, Hashable, Sendable {
        /// Values above the bound.
        case above = ">"
        /// Values below the bound.
        case below = "<"
    }

    /// The metric's key.
    public let metric: String
    /// Which side of the bound is hopeless.
    public let side: Side
    /// The bound; a value equal to it is not given up.
    public let bound: Double
    /// How many bars must have passed before the rule is asked.
    public let bars: Int

    /// A rule.
    ///
    /// - Parameters:
    ///   - metric: the metric's key.
    ///   - side: which side of the bound is hopeless.
    ///   - bound: a finite number.
    ///   - bars: how many bars must have passed, at least 0.
    public init(_ metric: String, _ side: Side, _ bound: Double, afterBars bars: Int = 0) {
        precondition(bound.isFinite, "bound must be finite, was \(bound)")
        precondition(bars >= 0, "bars must be ≥ 0, was \(bars)")
        (self.metric, self.side, self.bound, self.bars) = (metric, side, bound, bars)
    }

    /// A rule from its text.
    ///
    /// - Parameters:
    ///   - text: `METRIC > NUMBER` or `METRIC < NUMBER`, and `after BARS` where it waits.
    ///   - metrics: the keys of the metrics that are known before a cell's end.
    /// - Throws: an error that says what to write instead.
    public init(_ text: String, metrics: [String]) throws(SearchError) {
        let words = text.split(separator: " ")
        guard words.count == 3 || (words.count == 5 && words[3] == "after"),
            let side = Side(rawValue: String(words[1]))
        else {
            throw .badAbortRule(
                text, problem: "write METRIC > NUMBER or METRIC < NUMBER, then 'after BARS' or not")
        }
        let metric = String(words[0])
        guard metrics.contains(metric) else {
            throw .badAbortRule(
                text,
                problem: "'\(metric)' is not known before a cell's end"
                    + SearchError.hint(nearest(metric, in: metrics))
                    + "; \(metrics.joined(separator: ", ")) are")
        }
        guard let bound = Double(words[2]), bound.isFinite else {
            throw .badAbortRule(text, problem: "'\(words[2])' is no finite number; write one")
        }
        guard let bars = words.count == 5 ? Int(words[4]) : 0, bars >= 0 else {
            throw .badAbortRule(
                text, problem: "'\(words[4])' is no number of bars; write one of 0 or more")
        }
        self.init(metric, side, bound, afterBars: bars)
    }

    /// The text that makes the rule again.
    public var description: String {
        "\(metric) \(side.rawValue) \(bound)" + (bars > 0 ? " after \(bars)" : "")
    }

    /// Whether a cell with this value is given up.
    ///
    /// - Parameters:
    ///   - value: the metric so far; NaN, which is undefined, gives nothing up.
    ///   - bar: how many bars have passed.
    /// - Returns: true where it is.
    public func givesUp(_ value: Double, afterBars bar: Int) -> Bool {
        bar >= bars && (side == .above ? value > bound : value < bound)
    }
}
