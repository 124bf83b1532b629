import ColumnStore
import MarketData
import Testing

/// Rows that fall into one bar, and rows that are no bars of their interval.
@Suite("Rows and bars")
struct RunningBarTests {
    private func read(
        _ rows: [String], interval: Interval? = nil, calendar: MarketData.Calendar = .newYork,
        isLenient: Bool = false
    ) throws(StoreError) -> BarTable {
        let text = "time,open,high,low,close,volume\n" + rows.map { $0 + "\n" }.joined()
        return try DelimitedReader(isLenient: isLenient, interval: interval, calendar: calendar)
            .read(Array(text.utf8), named: "x.csv")
    }

    private func refusal(_ rows: [String], _ interval: Interval?) throws -> String {
        try failure { () throws(StoreError) in _ = try read(rows, interval: interval) }.description
    }

    private func bar(_ table: BarTable, _ row: Int) -> [Double] {
        [table.open[row], table.high[row], table.low[row], table.close[row], table.volume[row]]
    }

    private let weekly = [
        "2024-12-23,588,597,586,594,1000", "2024-12-30,590,592,580,585,700",
        "2025-01-03T21:00:01Z,586,593.5,584,592,300",
    ]

    @Test("a week and its live row are one bar (FDI-13)", arguments: [nil, Interval.week])
    func liveWeek(interval: Interval?) throws {
        let table = try read(weekly, interval: interval)
        #expect(table.interval == .week)
        #expect(table.times.map(\.text) == ["2024-12-23", "2024-12-30"])
        #expect(bar(table, 1) == [590, 593.5, 580, 592, 700])
        #expect(table.findings.map(\.reason) == [.liveRow])
        #expect(table.findings.map(\.line) == [4])
        #expect(table.findings.first?.description.contains("line 3") == true)
        #expect(table.findings.first?.reason.treatment == .merged)
    }

    @Test("a day and its live row are one bar, by the same rule (FDI-13)")
    func liveDay() throws {
        let dates = [
            "2024-01-02,10,11,9,10,5", "2024-01-03,10,12,9.5,11,6",
            "2024-01-03T20:00:01Z,10.5,12.5,10,12,4",
        ]
        let stamps = [
            "1704205800,10,11,9,10,5", "1704292200,10,12,9.5,11,6",
            "1704312001,10.5,12.5,10,12,4",
        ]
        for rows in [dates, stamps] {
            for interval in [nil, Interval.day] {
                let table = try read(rows, interval: interval)
                #expect(table.interval == .day && table.count == 2)
                #expect(bar(table, 1) == [10, 12.5, 9.5, 12, 6])
                #expect(table.findings.map(\.reason) == [.liveRow])
            }
        }
    }

    @Test("an hour that is repeated while it runs is one bar, known once")
    func liveHour() throws {
        let times = ["14:30", "15:30", "16:30", "17:30", "18:30", "19:30", "20:30", "20:45"]
        let rows = times.enumerated().map { "2024-01-03 \($1):00,9,\(10 + $0),8,9.5,\($0)" }
        for interval in [nil, Interval.hour] {
            let table = try read(rows, interval: interval)
            #expect(table.interval == .hour && table.count == 7)
            #expect(bar(table, 6) == [9, 17, 8, 9.5, 7])
            let closed = table.series(symbol: "X", calendar: .newYork).closedAt
            #expect(zip(closed, closed.dropFirst()).allSatisfy { $0 < $1 })
        }
    }

    @Test("the close of a session ends a bar, and its open begins one")
    func sessionEdges() throws {
        let times = ["13:00", "14:00", "14:30", "15:30", "20:30", "21:00", "22:00"]
        let rows = (2..<5).flatMap { day in times.map { "2024-01-0\(day) \($0):00,9,9,9,9,1" } }
        let table = try read(rows, interval: .hour)
        #expect(table.count == 21 && table.findings.map(\.reason) == [.outsideHours])
    }

    @Test("identical rows collapse, in a strict import too")
    func identical() throws {
        let row = "2024-01-03,10,11,9,10,"
        let table = try read(["2024-01-02,9,9,9,9,1", row, row, "2024-01-04,9,9,9,9,1"])
        #expect(table.count == 3 && table.findings.isEmpty)
        let zones = ["2024-01-02T00:00:00-05:00,9,9,9,9,1", "2024-01-02,9,9,9,9,1"]
        #expect(try read(zones + ["2024-01-03,9,9,9,9,1"], interval: .day).count == 2)
    }

    @Test("another repeated time names both lines, and the last row of the file holds")
    func repeated() throws {
        let rows = ["2024-01-02,9,9,9,9,1", "2024-01-03,9,9,9,9,1", "2024-01-02,8,8,8,8,1"]
        let text = try refusal(rows, nil)
        #expect(text.contains("x.csv:2") && text.contains("line 4 holds"), "\(text)")
        #expect(try read(rows, isLenient: true).close == [8, 9])
    }

    @Test(
        "rows that are no bars of the interval are refused, with both named",
        arguments: [
            ("2024-01-0", "", "7m", "1d"), ("2024-01-0", "", "1h", "1d"),
            ("2024-01-0", "", "1w", "1d"), ("2024-01-01 0", ":00", "1d", "1h"),
            ("2024-01-01 0", ":00", "5m", "1h"), ("2024-01-01 00:0", "", "1h", "1m"),
            ("2024-01-01 00:0", ":00", "1w", "1m"),
        ])
    func contradicted(start: String, end: String, given: String, actual: String) throws {
        let rows = (1...8).map { "\(start)\($0)\(end),9,9,9,9,1" }
        let text = try refusal(rows, Interval(name: given))
        #expect(text.contains("no bars of \(given)"), "\(text)")
        #expect(text.contains("Give --interval \(actual)"), "\(text)")
        #expect(try read(rows, isLenient: true).interval.name == actual)
    }

    @Test("weekly and monthly rows are no days and weeks")
    func sparse() throws {
        let weeks = ["01", "08", "15", "22"].map { "2024-01-\($0),9,9,9,9,1" }
        #expect(try refusal(weeks, .day).contains("Give --interval 1w"))
        let months = ["01", "02", "03", "04"].map { "2024-\($0)-01,9,9,9,9,1" }
        #expect(try refusal(months, .week).contains("no bars of 1w"))
        #expect(try refusal(months, nil).contains("names no interval"))
    }

    @Test("weeks begin on Monday, whatever day of them the source writes (FDI-11)")
    func mondays() throws {
        let table = try read(["1969-12-26,9,9,9,9,1", "1970-01-02,9,9,9,9,1"], interval: .week)
        #expect(table.times.map(\.text) == ["1969-12-22", "1969-12-29"])
        #expect(table.times[0].microseconds == -864_000_000_000)
        let sundays = try read(["2024-01-07,9,9,9,9,1", "2024-01-14,9,9,9,9,1"])
        #expect(sundays.times.map(\.text) == ["2024-01-01", "2024-01-08"])
        #expect(sundays.findings.map(\.reason) == [.sundayWeek])
    }

    @Test("days before 1970 make weeks of Mondays (FDI-11)")
    func before1970() throws {
        let rows = [
            "1969-12-22,90,91,89,90.5,10", "1969-12-23,90.5,92,90,91.5,11",
            "1969-12-24,91.5,93,91,92.5,12", "1969-12-26,92.5,94,92,93.5,13",
            "1969-12-29,93.5,95,93,94.5,14", "1969-12-30,94.5,96,94,95.5,15",
            "1969-12-31,95.5,97,95,96.5,16", "1970-01-02,96.5,98,96,97.5,17",
        ]
        let series = try read(rows).series(symbol: "X", calendar: .newYork)
        let weeks = series.resampled(to: .week)
        #expect(weeks.times.map(\.text) == ["1969-12-22", "1969-12-29"])
        #expect(weeks.open == [90, 93.5] && weeks.high == [94, 98] && weeks.low == [89, 93])
        #expect(weeks.close == [93.5, 97.5] && weeks.volume == [46, 62])
    }

    @Test("every accepted table closes its bars one after the other")
    func rising() throws {
        var generator = SplitMix(state: 11)
        var accepted = 0
        for _ in 0..<400 {
            let step = [5, 15, 60, 240, 1_440][Int(generator.next() % 5)]
            var minute = Int(generator.next() % 1_440)
            let rows = (0..<30).map { _ in
                minute += generator.next() % 12 == 0 ? Int(generator.next() % 90) : step
                let time = Timestamp(
                    microseconds: 1_704_067_200_000_000 + Int64(minute) * 60_000_000)
                return "\(time.microseconds / 1_000_000),9,9,9,9,1"
            }
            let interval = Interval.minutes(step)
            guard let table = try? read(rows, interval: interval, isLenient: true) else { continue }
            accepted += 1
            let closed = table.series(symbol: "X", calendar: .newYork).closedAt
            #expect(zip(closed, closed.dropFirst()).allSatisfy { $0 < $1 }, "\(rows)")
        }
        #expect(accepted > 100)
    }
}
