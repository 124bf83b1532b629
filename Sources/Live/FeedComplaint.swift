/// What a feed could not take.
public struct FeedComplaint: Hashable, Sendable {
    /// The symbol, the place and what stands there: the same complaint has the same subject.
    public let subject: String
    /// How much was left out, the first of it, why, and the remedy.
    public let text: String
    /// True for the first since the feed was last whole: what follows is noted and not told.
    public let isTold: Bool
    /// True when a whole file could not be taken, and not some rows alone.
    public let isWhole: Bool

    /// A complaint from its parts.
    public init(subject: String, text: String, isTold: Bool, isWhole: Bool = false) {
        (self.subject, self.text, self.isTold) = (subject, text, isTold)
        self.isWhole = isWhole
    }
}
