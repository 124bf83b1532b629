import Foundation
import MarketData

/// The only place that reads the clock.
enum WallClock {
    /// Now, or the instant that SOURCE_DATE_EPOCH names, so that a repeated run can be equal to
    /// the byte.
    static func now() -> Timestamp {
        let fixed = ProcessInfo.processInfo.environment["SOURCE_DATE_EPOCH"].flatMap { Int64($0) }
        let seconds = fixed.map(Double.init) ?? Date().timeIntervalSince1970
        return Timestamp(microseconds: Int64(seconds * 1_000_000))
    }

    /// `YYYYMMDD-HHMMSS` of now.
    static func stamp() -> String {
        let text = Timestamp(microseconds: now().microseconds / 1_000_000 * 1_000_000).text
        let digits = text.filter(\.isNumber)
        let whole = digits + String(repeating: "0", count: 14 - digits.count)
        return "\(whole.prefix(8))-\(whole.suffix(6))"
    }
}
