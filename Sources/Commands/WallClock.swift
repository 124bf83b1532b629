import Foundation
import MarketData

/// The only place that reads the clock.
package enum WallClock {
    /// Now, for reports: or the instant that SOURCE_DATE_EPOCH names, so that a repeated run can
    /// be equal to the byte.
    package static func now() -> Timestamp { fixed(by: reportVariable) ?? system }

    /// Now, for what is promoted, expires and runs: SOURCE_DATE_EPOCH, which the environments of
    /// builds set, has no say. FINSTAGE_NOW, seconds since 1970, is for rehearsals.
    package static func live() -> Timestamp { fixed(by: liveVariable) ?? system }

    /// What is wrong with a variable that names an instant; nil when each is usable or not set.
    package static var complaint: String? {
        for name in [reportVariable, liveVariable] {
            if let text = text(of: name), fixed(by: name) == nil {
                return "\(name) is '\(text)'; set it to seconds since 1970, up to 253402300799"
            }
        }
        return nil
    }

    private static let reportVariable = "SOURCE_DATE_EPOCH"
    private static let liveVariable = "FINSTAGE_NOW"

    private static var system: Timestamp {
        Timestamp(microseconds: Int64(Date().timeIntervalSince1970 * 1_000_000))
    }

    private static func text(of name: String) -> String? {
        ProcessInfo.processInfo.environment[name]
    }

    /// The instant that a variable names, up to the year 9999.
    private static func fixed(by name: String) -> Timestamp? {
        guard let seconds = text(of: name).flatMap({ Int64($0) }),
            (0...253_402_300_799).contains(seconds)
        else { return nil }
        return Timestamp(microseconds: seconds * 1_000_000)
    }

    /// `YYYYMMDD-HHMMSS` of now.
    static func stamp() -> String {
        let text = Timestamp(microseconds: now().microseconds / 1_000_000 * 1_000_000).text
        let digits = text.filter(\.isNumber)
        let whole = digits + String(repeating: "0", count: 14 - digits.count)
        return "\(whole.prefix(8))-\(whole.suffix(6))"
    }
}
