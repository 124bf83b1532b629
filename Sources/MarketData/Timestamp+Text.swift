extension Timestamp {
    /// An instant from `YYYY-MM-DD`, or `YYYY-MM-DDThh:mm[:ss]` with a blank or `T` and an
    /// optional `Z`; without a zone the text is taken as UTC. Nil when it is none of these.
    public init?(iso8601 text: some StringProtocol) {
        let text = text.hasSuffix("Z") ? String(text.dropLast()) : String(text)
        let parts = text.split(maxSplits: 1) { $0 == "T" || $0 == " " }
        guard let first = parts.first, let date = CivilDate(first) else { return nil }
        guard parts.count == 2 else {
            self = date.midnight
            return
        }
        let clock = parts[1].split(separator: ":", omittingEmptySubsequences: false)
        let numbers = clock.compactMap { $0.utf8.count == 2 ? Int($0) : nil }
        guard (2...3).contains(clock.count), numbers.count == clock.count,
            (0..<24).contains(numbers[0]), numbers.dropFirst().allSatisfy((0..<60).contains)
        else { return nil }
        let seconds = numbers.reduce(0) { $0 * 60 + $1 } * (clock.count == 2 ? 60 : 1)
        self.init(microseconds: date.midnight.microseconds + Int64(seconds) * 1_000_000)
    }

    /// The date for an instant at midnight UTC, else `YYYY-MM-DDThh:mm:ssZ`.
    public var text: String {
        let date = CivilDate(self)
        let seconds = Int((microseconds - date.midnight.microseconds) / 1_000_000)
        if seconds == 0 { return date.description }
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        let (hours, minutes) = (seconds / 3_600, seconds / 60 % 60)
        return "\(date)T\(two(hours)):\(two(minutes)):\(two(seconds % 60))Z"
    }
}
