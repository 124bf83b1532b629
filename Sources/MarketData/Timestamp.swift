/// An instant: microseconds since 1970-01-01 UTC.
public struct Timestamp: Comparable, Hashable, Sendable, Codable {
    /// Microseconds since 1970-01-01 UTC.
    public let microseconds: Int64

    /// An instant from microseconds since 1970-01-01 UTC.
    @inlinable
    public init(microseconds: Int64) { self.microseconds = microseconds }

    /// An instant from its number of microseconds, as it is coded.
    public init(from decoder: any Decoder) throws {
        microseconds = try decoder.singleValueContainer().decode(Int64.self)
    }

    /// Codes the number of microseconds.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(microseconds)
    }

    /// True when left is the earlier instant.
    @inlinable
    public static func < (left: Self, right: Self) -> Bool {
        left.microseconds < right.microseconds
    }

    /// The instant `interval` later.
    @inlinable
    public static func + (left: Self, right: Interval) -> Self {
        Self(microseconds: left.microseconds + right.microseconds)
    }
}
