import Foundation
import MarketData

/// The only place that reads the clock.
package enum WallClock {
    /// Now, or the instant that SOURCE_DATE_EPOCH names, so that a repeated run can be equal to
    /// the byte.
    package static func now() -> Timestamp {
        Timestamp(microseconds: fixed ?? Int64(Date().timeIntervalSince1970 * 1_000_000))
    }

    /// What is wrong with SOURCE_DATE_EPOCH; nil when it is usable or not set.
    package static var complaint: String? {
        guard let text = epochText, fixed == nil else { return nil }
        return "SOURCE_DATE_EPOCH is '\(text)'; set it to seconds since 1970, up to 253402300799"
    }

    private static var epochText: String? {
        ProcessInfo.processInfo.environment["SOURCE_DATE_EPOCH"]
    }

    /// The microseconds that SOURCE_DATE_EPOCH names, up to the year 9999.
    private static var fixed: Int64? {
        guard let seconds = epochText.flatMap({ Int64($0) }),
            (0...253_402_300_799).contains(seconds)
        else { return nil }
        return seconds * 1_000_000
    }

    /// `YYYYMMDD-HHMMSS` of now.
    static func stamp() -> String {
        let text = Timestamp(microseconds: now().microseconds / 1_000_000 * 1_000_000).text
        let digits = text.filter(\.isNumber)
        let whole = digits + String(repeating: "0", count: 14 - digits.count)
        return "\(whole.prefix(8))-\(whole.suffix(6))"
    }
}
