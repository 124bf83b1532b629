import MarketData

/// Reads the dates of bar files.
enum DateText {
    /// A time as a file has it.
    struct Written {
        /// The instant; text without a zone is taken as UTC.
        let time: Timestamp
        /// The days since 1970 of the date as written: the session's name in a daily file. Nil
        /// for a stamp, which names no date.
        let day: Int64?
        /// True when no time of day is written, or midnight: the row names a date.
        let isMidnight: Bool
        /// True when no time of day is written.
        let isDate: Bool
        /// True when a time of day is written without a zone or an offset.
        let isZoneless: Bool

        @inline(__always)
        init(days: Int64, seconds: Int64? = nil) {
            time = Timestamp(microseconds: (days * 86_400 + (seconds ?? 0)) * 1_000_000)
            (day, isMidnight, isDate) = (days, (seconds ?? 0) == 0, seconds == nil)
            isZoneless = seconds != nil
        }

        init(
            time: Timestamp, written: Timestamp?, isDate: Bool = false, isZoneless: Bool = false
        ) {
            (self.time, self.isDate, self.isZoneless) = (time, isDate, isZoneless)
            day = written.map { Int64(CivilDate($0).daysSince1970) }
            isMidnight = written.map { $0 == CivilDate($0).midnight } ?? false
        }
    }

    /// The time in a cell; nil when it is no date.
    ///
    /// Forms: `YYYY-MM-DD`, with `hh:mm:ss` after a blank or `T`, with `Z` or an offset; seconds
    /// or milliseconds since 1970; `Mon dd, yyyy`.
    @inline(__always)
    static func time(in text: Span<UInt8>, _ range: Range<Int>) -> Written? {
        let start = range.lowerBound
        let isPlain = range.count == 10 || range.count == 19
        if isPlain, let days = days(text, start) {
            if range.count == 10 { return Written(days: days) }
            let blank = text[start + 10]
            if blank == 0x20 || blank == 0x54, let seconds = clock(text, start + 11) {
                return Written(days: days, seconds: seconds)
            }
        }
        return slow(String(decoding: range.map { text[$0] }, as: UTF8.self))
    }

    @inline(__always)
    private static func number(_ text: Span<UInt8>, _ start: Int, _ count: Int) -> Int? {
        var value = 0
        for index in start..<start + count {
            let digit = text[index] &- 0x30
            guard digit < 10 else { return nil }
            value = value * 10 + Int(digit)
        }
        return value
    }

    @inline(__always)
    private static func days(_ text: Span<UInt8>, _ start: Int) -> Int64? {
        guard text[start + 4] == 0x2D, text[start + 7] == 0x2D,
            let year = number(text, start, 4), let month = number(text, start + 5, 2),
            let day = number(text, start + 8, 2),
            let date = CivilDate(year: year, month: month, day: day)
        else { return nil }
        return Int64(date.daysSince1970)
    }

    @inline(__always)
    private static func clock(_ text: Span<UInt8>, _ start: Int) -> Int64? {
        guard text[start + 2] == 0x3A, text[start + 5] == 0x3A,
            let hour = number(text, start, 2), let minute = number(text, start + 3, 2),
            let second = number(text, start + 6, 2), hour < 24, minute < 60, second < 60
        else { return nil }
        return Int64(hour * 3_600 + minute * 60 + second)
    }

    private static func slow(_ text: String) -> Written? {
        if let plain = Timestamp(iso8601: text) {
            return Written(time: plain, written: plain, isZoneless: !text.hasSuffix("Z"))
        }
        if let date = worded(text) { return Written(time: date, written: date, isDate: true) }
        return offset(text) ?? epoch(text).map { Written(time: $0, written: nil) }
    }

    private static func offset(_ text: String) -> Written? {
        guard text.utf8.count > 16, let sign = text.lastIndex(where: { $0 == "+" || $0 == "-" })
        else { return nil }
        let digits = text[sign...].dropFirst().filter { $0 != ":" }
        guard digits.utf8.count == 4, let number = Int(digits), number >= 0, number % 100 < 60,
            number / 100 <= 15, let local = Timestamp(iso8601: text[..<sign])
        else { return nil }
        let minutes = Int64(number / 100 * 60 + number % 100) * (text[sign] == "-" ? -1 : 1)
        return Written(
            time: Timestamp(microseconds: local.microseconds - minutes * 60_000_000),
            written: local)
    }

    private static func epoch(_ text: String) -> Timestamp? {
        let digits = text.utf8.count - (text.hasPrefix("-") ? 1 : 0)
        guard (9...13).contains(digits), !text.hasPrefix("+"), let number = Int64(text) else {
            return nil
        }
        return Timestamp(microseconds: number * (digits > 11 ? 1_000 : 1_000_000))
    }

    private static func worded(_ text: String) -> Timestamp? {
        let parts = text.split { $0 == " " || $0 == "," }
        let months = [
            "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
        ]
        guard parts.count == 3, let day = Int(parts[1]), parts[2].utf8.count == 4,
            let year = Int(parts[2]), let month = months.firstIndex(of: parts[0].lowercased())
        else { return nil }
        return CivilDate(year: year, month: month + 1, day: day)?.midnight
    }
}
