import MarketData
import Testing

@Suite("Resampling")
struct ResamplingTests {
    private func time(_ text: String) throws -> Timestamp {
        try #require(Timestamp(iso8601: text))
    }

    @Test("a week begins on Monday, also before 1970")
    func before1970() throws {
        let rows: [(String, Double)] = [
            ("1969-12-22", 90), ("1969-12-23", 90.5), ("1969-12-24", 91.5), ("1969-12-26", 92.5),
            ("1969-12-29", 93.5), ("1969-12-30", 94.5), ("1969-12-31", 95.5), ("1970-01-02", 96.5),
        ]
        let bars = try rows.enumerated().map { index, row in
            Bar(
                time: try time(row.0), open: row.1, high: row.1 + 1.5, low: row.1 - 0.5,
                close: row.1 + 1, volume: Double(10 + index))
        }
        // The first bar of the case: 90, 91, 89, 90.5.
        let first = Bar(time: bars[0].time, open: 90, high: 91, low: 89, close: 90.5, volume: 10)
        let series = Series(
            symbol: "S", interval: .day, calendar: .newYork, bars: [first] + bars.dropFirst())
        let weeks = series.resampled(to: .week).bars
        #expect(
            weeks == [
                Bar(
                    time: try time("1969-12-22"), open: 90, high: 94, low: 89, close: 93.5,
                    volume: 46),
                Bar(
                    time: try time("1969-12-29"), open: 93.5, high: 98, low: 93, close: 97.5,
                    volume: 62),
            ])
    }

    @Test("weeks around the clock begin on Monday, not on a Thursday")
    func monday() throws {
        let start = try time("2025-10-27").microseconds
        let bars = (1...14).map { day in
            let value = Double(day)
            return Bar(
                time: Timestamp(microseconds: start + Int64(day - 1) * Interval.day.microseconds),
                open: value, high: value, low: value, close: value, volume: 1)
        }
        let weeks = Series(symbol: "S", interval: .day, bars: bars).resampled(to: .week)
        #expect(
            weeks.bars == [
                Bar(
                    time: try time("2025-10-27"), open: 1, high: 7, low: 1, close: 7, volume: 7),
                Bar(
                    time: try time("2025-11-03"), open: 8, high: 14, low: 8, close: 14, volume: 7),
            ])
    }

    /// Minutes of two sessions in New York, the second one short.
    private func minutes() throws -> Series {
        var bars: [Bar] = []
        for (text, count) in [("2024-07-02T13:30", 390), ("2024-07-03T13:30", 210)] {
            let start = try time(text).microseconds
            for minute in 0..<count {
                let value = Double(minute + 1)
                bars.append(
                    Bar(
                        time: Timestamp(microseconds: start + Int64(minute) * 60_000_000),
                        open: value, high: value, low: value, close: value, volume: 1))
            }
        }
        return Series(symbol: "S", interval: .minute, calendar: .newYork, bars: bars)
    }

    @Test("hours count from the open, and the last one ends at the bell")
    func hours() throws {
        let hours = try minutes().resampled(to: .hour)
        let expected =
            (0..<7).map { "2024-07-02T\(13 + $0):30" } + (0..<4).map { "2024-07-03T\(13 + $0):30" }
        #expect(try hours.times == expected.map { try time($0) })
        #expect(hours.volume == [60, 60, 60, 60, 60, 60, 30, 60, 60, 60, 30])
        #expect(hours.close[6] == 390 && hours.close[10] == 210)
        #expect(try hours.closedAt[6] == time("2024-07-02T20:00"))
        #expect(try hours.closedAt[10] == time("2024-07-03T17:00"))
        let days = try minutes().resampled(to: .day)
        #expect(try days.times == [time("2024-07-02"), time("2024-07-03")])
        #expect(days.volume == [390, 210])
        #expect(try days.closedAt[1] == time("2024-07-03T17:00"))
    }

    @Test("a bar after the bell belongs to no longer bar")
    func afterTheBell() throws {
        let late = Bar(
            time: try time("2024-07-02T20:05"), open: 9, high: 900, low: 9, close: 9, volume: 9)
        let bars = try minutes().bars
        let series = Series(
            symbol: "S", interval: .minute, calendar: .newYork,
            bars: bars.prefix(390) + [late] + bars.dropFirst(390))
        #expect(try series.resampled(to: .day).bars == minutes().resampled(to: .day).bars)
    }

    @Test("an unknown price is left out")
    func unknown() throws {
        let bars = [
            Bar(time: try time("2024-01-01")),
            Bar(
                time: try time("2024-01-02"), open: 2, high: 5, low: 1, close: 3, volume: .nan),
            Bar(time: try time("2024-01-03")),
        ]
        let week = Series(symbol: "S", interval: .day, bars: bars).resampled(to: .week)[0]
        #expect((week.open, week.high, week.low, week.close) == (2, 5, 1, 3))
        #expect(week.volume.isNaN)
    }

    @Test("intervals have names that read back", arguments: ["1m", "15m", "4h", "1d", "1w"])
    func names(name: String) throws {
        #expect(try #require(Interval(name: name)).name == name)
    }

    @Test("only a week, a day and parts of a day can be made, of bars that fill them")
    func nesting() {
        #expect(Interval.week.isMade(of: .day) && Interval.hours(4).isMade(of: .minutes(15)))
        #expect(!Interval.day.isMade(of: .week) && !Interval.hours(5).isMade(of: .minute))
        #expect(!Interval.hour.isMade(of: .minutes(45)))
    }
}
