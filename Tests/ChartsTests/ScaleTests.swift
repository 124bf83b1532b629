import Charts
import Testing

@Suite("Scales and ticks")
struct ScaleTests {
    @Test("places its ends and its middle")
    func linear() {
        let scale = LinearScale(lower: -10, upper: 10, start: 200, end: 0)
        #expect(scale.position(of: -10) == 200)
        #expect(scale.position(of: 0) == 100)
        #expect(scale.position(of: 10) == 0)
    }

    @Test("gives equal ratios equal room")
    func logarithmic() {
        let scale = LogarithmicScale(lower: 1, upper: 100, start: 0, end: 200)
        #expect(abs(scale.position(of: 10) - 100) < 1e-9)
        #expect(scale.position(of: 0).isNaN)
        #expect(scale.ticks(atMost: 8).values == [1, 2, 5, 10, 20, 50, 100])
        #expect(scale.ticks(atMost: 3).values == [1, 10, 100])
        let narrow = LogarithmicScale(lower: 90, upper: 110, start: 0, end: 200)
        #expect(narrow.ticks(atMost: 5).values == [90, 95, 100, 105, 110])
    }

    @Test("labels round values, each the double nearest its decimal")
    func nice() {
        #expect(NiceTicks(from: 0, to: 0.5, atMost: 6).values == [0, 0.1, 0.2, 0.3, 0.4, 0.5])
        #expect(NiceTicks(from: -31, to: 0, atMost: 4).values == [-30, -20, -10, 0])
        #expect(NiceTicks(from: 98, to: 1_302, atMost: 5).values == [500, 1_000])
        #expect(NiceTicks(from: 8_800, to: 31_000, atMost: 5).values.count == 5)
    }

    @Test(
        "never gives more ticks than asked for, all within the bounds",
        arguments: [(1e-9, 2e-9), (-1e12, 1e12), (99.999, 100.001), (0, 1e-300), (-5, -4.3)])
    func bounded(lower: Double, upper: Double) {
        for count in 2...12 {
            let ticks = NiceTicks(from: lower, to: upper, atMost: count)
            #expect((1...count).contains(ticks.values.count))
            #expect(ticks.values.allSatisfy { $0 >= lower && $0 <= upper })
            #expect(ticks.step > 0)
        }
    }

    @Test("writes a number with the decimals of its step")
    func format() {
        #expect(TickFormat.number.text(of: 25_000, step: 5_000) == "25,000")
        #expect(TickFormat.number.text(of: 0.3, step: 0.1) == "0.3")
        #expect(TickFormat.percent.text(of: -0.2, step: 0.1) == "-20%")
        #expect(NumberText.fixed(-0.001, decimals: 2) == "0.00")
        #expect(NumberText.fixed(.nan, decimals: 2) == "–")
        #expect(NumberText.fixed(1_234_567.891, decimals: 1, isGrouped: true) == "1,234,567.9")
        #expect(NumberText.fixed(3.9, decimals: 2, isSigned: true) == "+3.90")
    }

    @Test("labels years, months, days and hours where they begin")
    func calendar() {
        let years = ["2019-12-30", "2019-12-31", "2020-01-02", "2021-01-04", "2022-01-03"]
        #expect(
            CalendarTicks.ticks(times: years, atMost: 3).map(\.label) == ["2020", "2021", "2022"])
        #expect(CalendarTicks.ticks(times: years, atMost: 3).map(\.row) == [2, 3, 4])
        let hours = (8..<14).map { "2024-03-01T\($0 < 10 ? "0" : "")\($0):00:00Z" }
        #expect(
            CalendarTicks.ticks(times: hours, atMost: 5).map(\.label)
                == ["09:00", "10:00", "11:00", "12:00", "13:00"])
        #expect(
            CalendarTicks.ticks(times: ["2024-03-01"], atMost: 5).map(\.label) == ["2024-03-01"])
        #expect(CalendarTicks.ticks(times: [], atMost: 5).isEmpty)
        let decades = (0..<90).map { "\(1_930 + $0)-01-02" }
        #expect(CalendarTicks.ticks(times: decades, atMost: 9).map(\.label).first == "1940")
    }

    @Test("labels short ranges too, three times at least")
    func shortRanges() {
        let days = (1...14).map { "2024-03-\($0 < 10 ? "0" : "")\($0)" }
        #expect(CalendarTicks.ticks(times: days, atMost: 12).count >= 3)
        let sessions = (0..<32).filter { $0 % 7 < 5 }.map { day in
            day < 20 ? "2014-03-\(day + 12)" : "2014-04-\(day < 29 ? "0" : "")\(day - 19)"
        }
        #expect(sessions.count == 24)
        #expect((3...12).contains(CalendarTicks.ticks(times: sessions, atMost: 12).count))
        let minutes = (0..<24).map { "2024-03-01T14:\(30 + $0):00Z" }
        #expect(
            CalendarTicks.ticks(times: minutes, atMost: 12).map(\.label).prefix(2)
                == ["14:32", "14:34"])
        let halfDays = (0..<24).map {
            "2024-03-\($0 / 2 < 9 ? "0" : "")\($0 / 2 + 1)T\($0 % 2 == 0 ? "00" : "12"):00:00Z"
        }
        #expect(CalendarTicks.ticks(times: halfDays, atMost: 12).first?.label == "Mar 2")
    }
}
