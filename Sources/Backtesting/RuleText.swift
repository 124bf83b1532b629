/// A condition of the plan in words.
public struct RuleText: Codable, Sendable, Hashable {
    /// `enter long`, `exit long`, `enter short`, `exit short`, `stop` or `target`.
    public let wish: String
    /// The expression as a quant writes it: `sma(close, 10) > sma(close, 50), begins`.
    public let text: String
    /// The drawn series that it speaks of, as indices.
    public let drawn: [Int]

    /// A rule from its parts.
    public init(wish: String, text: String, drawn: [Int]) {
        (self.wish, self.text, self.drawn) = (wish, text, drawn)
    }
}
