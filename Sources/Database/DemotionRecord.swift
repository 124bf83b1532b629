/// A promotion that was taken back, as the journal remembers it.
public struct DemotionRecord: Hashable, Sendable {
    /// The id of the promotion.
    public let promotion: String
    /// Why.
    public let reason: String
    /// When, in microseconds since 1970.
    public let time: Int64

    /// A record from its parts.
    public init(promotion: String, reason: String, time: Int64) {
        (self.promotion, self.reason, self.time) = (promotion, reason, time)
    }
}
