/// A corporate action of an instrument.
public struct ActionRecord: Hashable, Sendable {
    /// The ex-date, in microseconds since 1970.
    public let exDate: Int64
    /// `split` or `dividend`.
    public let kind: String
    /// The new shares of a split; 0 for a dividend.
    public let numerator: Int64
    /// The old shares of a split; 0 for a dividend.
    public let denominator: Int64
    /// The amount of a dividend; 0 for a split.
    public let amount: Double

    /// A record from its parts.
    public init(exDate: Int64, kind: String, numerator: Int64, denominator: Int64, amount: Double) {
        (self.exDate, self.kind, self.amount) = (exDate, kind, amount)
        (self.numerator, self.denominator) = (numerator, denominator)
    }
}
