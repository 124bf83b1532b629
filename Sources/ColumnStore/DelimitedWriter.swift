import MarketData

/// Writes bars of four decimals and whole volumes as delimited text.
enum DelimitedWriter {
    /// The header and a line a bar; a time of day where bars are shorter than a day.
    static func bytes(of series: Series) -> [UInt8] {
        let isDaily = series.interval.microseconds >= Interval.day.microseconds
        var text = Array("date,open,high,low,close,volume\n".utf8)
        text.reserveCapacity(series.count * 64)
        for row in 0..<series.count {
            append(series.times[row], isDaily: isDaily, to: &text)
            for column in [series.open, series.high, series.low, series.close] {
                text.append(0x2C)
                append(price: column[row], to: &text)
            }
            text.append(0x2C)
            append(Int(series.volume[row]), digits: 1, to: &text)
            text.append(0x0A)
        }
        return text
    }

    private static func append(_ time: Timestamp, isDaily: Bool, to text: inout [UInt8]) {
        let date = CivilDate(time)
        append(date.year, digits: 4, to: &text)
        text.append(0x2D)
        append(date.month, digits: 2, to: &text)
        text.append(0x2D)
        append(date.day, digits: 2, to: &text)
        guard !isDaily else { return }
        let seconds = Int((time.microseconds - date.midnight.microseconds) / 1_000_000)
        text.append(0x20)
        append(seconds / 3_600, digits: 2, to: &text)
        text.append(0x3A)
        append(seconds / 60 % 60, digits: 2, to: &text)
        text.append(0x3A)
        append(seconds % 60, digits: 2, to: &text)
    }

    private static func append(price: Double, to text: inout [UInt8]) {
        let ticks = Int((price * 10_000).rounded(.toNearestOrEven))
        append(ticks / 10_000, digits: 1, to: &text)
        text.append(0x2E)
        append(ticks % 10_000, digits: 4, to: &text)
    }

    private static func append(_ number: Int, digits: Int, to text: inout [UInt8]) {
        let start = text.count
        var (rest, count) = (number, 0)
        while rest > 0 || count < digits {
            text.append(0x30 + UInt8(rest % 10))
            rest /= 10
            count += 1
        }
        text[start...].reverse()
    }
}
