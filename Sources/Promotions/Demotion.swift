/// The statement that takes a promotion back. Signed like a manifest, and for good.
public struct Demotion: Hashable, Sendable, Codable {
    /// The id of the promotion.
    public let promotion: String
    /// Why.
    public let reason: String
    /// When, ISO 8601.
    public let issued: String

    /// A statement from its parts.
    public init(promotion: String, reason: String, issued: String) {
        (self.promotion, self.reason, self.issued) = (promotion, reason, issued)
    }
}
