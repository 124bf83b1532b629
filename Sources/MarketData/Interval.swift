/// The length of a bar.
public struct Interval: Hashable, Sendable, Codable {
    /// The length in microseconds.
    public let microseconds: Int64

    /// An interval from its length in microseconds.
    public init(microseconds: Int64) {
        precondition(microseconds > 0, "an interval must be > 0, was \(microseconds) µs")
        self.microseconds = microseconds
    }

    /// One minute.
    public static let minute = Interval(microseconds: 60_000_000)
    /// One hour.
    public static let hour = Interval(microseconds: 3_600_000_000)
    /// One day.
    public static let day = Interval(microseconds: 86_400_000_000)
    /// One week.
    public static let week = Interval(microseconds: 604_800_000_000)

    /// The stretch of time that a bar falls into: 256 bars of calendar time, counted from 1970.
    ///
    /// A bar is an anchor when the bar before it lies in another stretch. Division rounds down,
    /// so that stretches before 1970 are as long as those after.
    public func anchorStretch(of time: Timestamp) -> Range<Timestamp> {
        let length = 256 * microseconds
        let remainder = time.microseconds % length
        let start = time.microseconds - (remainder < 0 ? remainder + length : remainder)
        return Timestamp(microseconds: start)..<Timestamp(microseconds: start + length)
    }
}
