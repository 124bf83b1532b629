import MarketData
import Testing

@Suite("Calendar")
struct CalendarTests {
    private func date(_ text: String) throws -> CivilDate { try #require(CivilDate(text)) }

    @Test(
        "counts New York's sessions of a year",
        arguments: [
            (2001, 248), (2004, 252), (2012, 250), (2018, 251), (2020, 253), (2021, 252),
            (2022, 251), (2024, 252), (2025, 250),
        ])
    func sessionsOfYear(year: Int, expected: Int) throws {
        let first = try date("\(year)-01-01").daysSince1970
        let last = try date("\(year)-12-31").daysSince1970
        let sessions = (first...last).filter {
            Calendar.newYork.isSession(CivilDate(daysSince1970: $0))
        }
        #expect(sessions.count == expected)
    }

    @Test(
        "closes New York on holidays and on days nobody planned",
        arguments: [
            "2007-01-02", "2012-10-29", "2012-10-30", "2018-12-05", "2020-07-03", "2021-12-24",
            "2022-06-20", "2025-01-09",
        ])
    func closed(text: String) throws {
        #expect(!Calendar.newYork.isSession(try date(text)))
    }

    @Test("does not move a New Year that falls on a Saturday")
    func newYearOnSaturday() throws {
        #expect(Calendar.newYork.isSession(try date("2021-12-31")))
    }

    @Test(
        "opens and closes at the right instant in UTC",
        arguments: [
            ("XNYS", "2024-03-08", "14:30", "21:00"), ("XLON", "2024-03-08", "08:00", "16:30"),
            ("XNYS", "2024-03-11", "13:30", "20:00"), ("XLON", "2024-03-11", "08:00", "16:30"),
            ("XNYS", "2024-04-02", "13:30", "20:00"), ("XLON", "2024-04-02", "07:00", "15:30"),
            ("XNYS", "2024-10-28", "13:30", "20:00"), ("XLON", "2024-10-28", "08:00", "16:30"),
            ("XNYS", "2024-11-04", "14:30", "21:00"), ("XLON", "2024-11-04", "08:00", "16:30"),
            ("XNYS", "2024-12-24", "14:30", "18:00"), ("XLON", "2024-12-24", "08:00", "12:30"),
            ("NYSE", "2020-07-02", "13:30", "20:00"), ("nyse", "2024-07-03", "13:30", "17:00"),
            ("NYSE", "2024-11-29", "14:30", "18:00"), ("LSE", "2022-12-23", "08:00", "12:30"),
            ("NYSE", "1992-11-27", "14:30", "19:00"), ("NYSE", "1984-06-01", "14:00", "20:00"),
        ])
    func hours(name: String, text: String, opens: String, closes: String) throws {
        let calendar = try #require(Calendar.named(name))
        let session = try date(text)
        #expect(calendar.isSession(session))
        #expect(calendar.opensAt(session) == Timestamp(iso8601: "\(text)T\(opens)"))
        #expect(calendar.closesAt(session) == Timestamp(iso8601: "\(text)T\(closes)"))
    }

    @Test("knows London's moved and single holidays")
    func london() throws {
        let closed = [
            "1999-12-31", "2002-06-03", "2002-06-04", "2011-04-29", "2012-06-05", "2020-05-08",
            "2022-06-02", "2022-06-03", "2022-09-19", "2023-05-08", "2020-12-28", "2021-12-27",
            "2021-12-28", "2022-12-27", "2022-01-03", "2024-04-01", "2024-08-26",
        ]
        for text in closed { #expect(!Calendar.london.isSession(try date(text)), "\(text)") }
        let open = ["2002-05-27", "2012-05-28", "2020-05-04", "2022-05-30", "2022-12-28"]
        for text in open { #expect(Calendar.london.isSession(try date(text)), "\(text)") }
    }

    @Test("never knows a bar after the close of its session")
    func intraday() throws {
        let start = try #require(Timestamp(iso8601: "2024-07-03T16:30"))
        let bell = Timestamp(iso8601: "2024-07-03T17:00")
        #expect(Calendar.newYork.closedAt(ofBarAt: start, interval: .hour) == bell)
        let day = try date("2024-07-03").midnight
        #expect(Calendar.newYork.closedAt(ofBarAt: day, interval: .day) == bell)
        #expect(Calendar.continuous.closedAt(ofBarAt: start, interval: .hour) == start + .hour)
    }

    @Test("closes the bars of a column as it closes them one by one", arguments: Calendar.all)
    func column(calendar: Calendar) throws {
        // Over a half day, a change of the clocks, nights and a week without bars.
        let starts = ["2024-03-09T00:00", "2024-07-03T13:00", "2024-11-02T22:10"]
        for interval in [Interval.minute, .hour, .day] {
            var times: [Timestamp] = []
            for start in try starts.map({ try #require(Timestamp(iso8601: $0)) }) {
                times += (0..<200).map { step in
                    Timestamp(
                        microseconds: start.microseconds + Int64(step) * interval.microseconds)
                }
            }
            times.sort()
            times = times.reduce(into: []) { if $0.last != $1 { $0.append($1) } }
            let series = Series(
                symbol: "X", interval: interval, calendar: calendar,
                bars: times.map { Bar(time: $0) })
            #expect(
                series.closedAt
                    == times.map { calendar.closedAt(ofBarAt: $0, interval: interval) })
        }
    }

    @Test("knows a weekly bar at the last planned close of its week")
    func weekly() throws {
        let easterWeek = try date("2024-03-25").midnight
        let thursday = Timestamp(iso8601: "2024-03-28T20:00")
        #expect(Calendar.newYork.closedAt(ofBarAt: easterWeek, interval: .week) == thursday)
        let stormWeek = try date("2004-06-07").midnight
        let friday = Timestamp(iso8601: "2004-06-11T20:00")
        #expect(Calendar.newYork.closedAt(ofBarAt: stormWeek, interval: .week) == friday)
    }

    @Test("counts the bars of a year")
    func periods() {
        #expect(Calendar.newYork.periodsPerYear(of: .day) == 252)
        #expect(Calendar.newYork.periodsPerYear(of: .hour) == 252 * 7)
        #expect(Calendar.newYork.periodsPerYear(of: .minute) == 252 * 390)
        #expect(Calendar.continuous.periodsPerYear(of: .day) == 365)
        #expect(Calendar.continuous.periodsPerYear(of: .minute) == 365 * 1_440)
        #expect(Calendar.named("moon") == nil)
    }

    @Test("closes 5,000 daily bars in well under 5 ms")
    func speed() {
        let times = (0..<5_000).map { CivilDate(daysSince1970: 10_000 + $0).midnight }
        let duration = ContinuousClock().measure {
            let sum = times.reduce(Int64(0)) {
                $0 ^ Calendar.newYork.closedAt(ofBarAt: $1, interval: .day).microseconds
            }
            #expect(sum != 0)
        }
        #expect(duration < .milliseconds(50), "\(duration)")
    }
}
