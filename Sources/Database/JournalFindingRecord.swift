/// Something that the runner saw and did not take as it came. Told once.
public struct JournalFindingRecord: Hashable, Sendable {
    /// `gap`, `jump`, `late`, `price`, `clock` and so on.
    public let kind: String
    /// The symbol, or the promotion; empty for the runner as a whole.
    public let subject: String
    /// The instant it is about, in microseconds since 1970.
    public let time: Int64
    /// The words.
    public let text: String
    /// True when people are told.
    public let isTold: Bool

    /// A record from its parts.
    public init(kind: String, subject: String, time: Int64, text: String, isTold: Bool) {
        (self.kind, self.subject, self.time) = (kind, subject, time)
        (self.text, self.isTold) = (text, isTold)
    }
}
