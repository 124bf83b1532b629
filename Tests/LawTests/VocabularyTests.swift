import Evaluation
import Kernels
import MarketData
import Signals
import Testing

/// The words for conditions and for the calendar, beside plain loops over the same bars.
@Suite("Vocabulary")
struct VocabularyTests {
    private static let series = LawMarket.whole[2]
    private static let close = series.close
    private static let bars = Bars()

    /// The values of a signal at every bar, NaN where unknown.
    private func values(_ signal: Signal, of series: Series = series) -> [Double] {
        let plan = Plan(showing: [signal], name: "shown")
        let history = AdjustedHistory(series, actions: [], view: .none)
        return ColumnarEvaluator(plan).numbers(of: plan.shownNodes, for: [history])[0][0]
    }

    private func expect(_ signal: Signal, _ loop: (Int) -> Double?) {
        for (bar, value) in values(signal).enumerated() {
            let expected = loop(bar)
            #expect(expected == nil ? value.isNaN : value == expected, "bar \(bar)")
        }
    }

    private static func isUp(_ bar: Int) -> Bool { bar > 0 && close[bar] > close[bar - 1] }
    private static let up = bars.close > bars.close.lagged(by: 1)

    @Test("a condition as a number, its count, and whether it happened or held")
    func counts() {
        let (up, isUp) = (Self.up, Self.isUp)
        expect(up.number) { $0 == 0 ? nil : isUp($0) ? 1 : 0 }
        expect(up.count(within: 4)) { bar in
            bar < 4 ? nil : Double((bar - 3...bar).count { isUp($0) })
        }
        expect(up.within(3).number) { bar in
            bar < 3 ? nil : (bar - 2...bar).contains { isUp($0) } ? 1 : 0
        }
        expect(Self.bars.close.rising(for: 3).number) { bar in
            bar < 3 ? nil : (bar - 2...bar).allSatisfy { isUp($0) } ? 1 : 0
        }
        expect(Self.bars.close.falling(for: 2).number) { bar in
            bar < 2
                ? nil
                : (bar - 1...bar).allSatisfy { Self.close[$0] < Self.close[$0 - 1] } ? 1 : 0
        }
    }

    @Test("bars since, and in a row, are unknown before the first time")
    func since() {
        expect(Self.up.barsSince) { bar in
            (1...max(bar, 1)).last { $0 <= bar && Self.isUp($0) }.map { Double(bar - $0) }
        }
        expect(Self.up.streak) { bar in
            (1...max(bar, 1)).last { $0 <= bar && !Self.isUp($0) }.map { Double(bar - $0) }
        }
        let never = Condition.never.barsSince
        expect(never) { _ in nil }
        expect(Condition.always.barsSince) { _ in 0 }
    }

    @Test("one of two values, changes and bounds")
    func choices() {
        let bars = Self.bars
        expect(.when(Self.up, then: bars.high, else: bars.low)) { bar in
            bar == 0 ? nil : Self.isUp(bar) ? Self.series.high[bar] : Self.series.low[bar]
        }
        // What is not chosen need not be known.
        expect(.when(.always, then: 2, else: bars.close.sma(period: 600))) { _ in 2 }
        expect(bars.close.change(over: 5)) { bar in
            bar < 5 ? nil : Self.close[bar] - Self.close[bar - 5]
        }
        expect(bars.close.change().clamped(to: -0.5...0.25)) { bar in
            bar < 1 ? nil : min(max(Self.close[bar] - Self.close[bar - 1], -0.5), 0.25)
        }
    }

    @Test("an unknown bar is unknown, and counts nowhere")
    func unknownBar() {
        var bars = Array(Self.series.bars.prefix(20))
        bars[10] = Bar(time: bars[10].time)
        let series = Series(symbol: "S", interval: .day, bars: bars)
        let positive = Self.bars.close > 0
        #expect(values(positive.number, of: series).map(\.isNaN).count(where: \.self) == 1)
        let counted = values(positive.count(within: 3), of: series)
        #expect(counted.indices.filter { counted[$0].isNaN } == [0, 1, 10, 11, 12])
        let since = values((Self.bars.close < 0).barsSince, of: series)
        #expect(since.allSatisfy { $0.isNaN })
    }

    @Test("the calendar and the clock of New York, half days and holidays included")
    func calendar() throws {
        func at(_ text: String, _ interval: Interval, _ signal: Signal) throws -> Double {
            let time = try #require(Timestamp(iso8601: text))
            let bar = Bar(time: time, open: 1, high: 1, low: 1, close: 1, volume: 1)
            let series = Series(
                symbol: "S", interval: interval, calendar: .newYork, bars: [bar])
            return values(signal, of: series)[0]
        }
        let bars = Self.bars
        // The Friday after Thanksgiving of 2024 ended at 13:00, and was November's last session.
        let friday = "2024-11-29T00:00:00Z"
        #expect(try at(friday, .day, bars.weekday) == 5)
        #expect(try at(friday, .day, bars.monthDay) == 29)
        #expect(try at(friday, .day, bars.yearMonth) == 11)
        #expect(try at(friday, .day, bars.sessionsLeftInMonth) == 0)
        #expect(try at(friday, .day, bars.sessionOfMonth) == 20)
        #expect(try at(friday, .day, bars.minuteOfDay) == 780)
        #expect(try at(friday, .day, bars.minutesToClose) == 0)
        // The bar from 12:00 to 12:30 of that day, in winter time.
        let noon = "2024-11-29T17:00:00Z"
        #expect(try at(noon, .minutes(30), bars.minuteOfDay) == 750)
        #expect(try at(noon, .minutes(30), bars.minutesSinceOpen) == 180)
        #expect(try at(noon, .minutes(30), bars.minutesToClose) == 30)
        #expect(try at("2024-11-26T00:00:00Z", .day, bars.sessionsLeftInMonth) == 2)
    }

    @Test("nobody holds beyond the end of a session who does not want to")
    func endOfSession() {
        let day = CivilDate(year: 2024, month: 3, day: 5)
        let open = Calendar.newYork.opensAt(day ?? CivilDate(daysSince1970: 0))
        let bars = (0..<78).map { index in
            Bar(
                time: Timestamp(microseconds: open.microseconds + Int64(index) * 300_000_000),
                open: 1, high: 1, low: 1, close: 1, volume: 1)
        }
        let series = Series(
            symbol: "S", interval: .minutes(5), calendar: .newYork, bars: bars)
        let exposure = TargetExposure.long(
            enter: .always, limits: Limits(minutesBeforeClose: 10))
        let plan = Plan(exposure, name: "Day")
        let history = AdjustedHistory(series, actions: [], view: .none)
        let wishes = ColumnarEvaluator(plan).decisions(for: [history])[0][0].wishes
        // The bars that close at 15:50, 15:55 and 16:00; the first order fills at 15:50.
        #expect(wishes.indices.filter { wishes[$0].contains(.exitLong) } == [75, 76, 77])
        #expect(wishes.indices.filter { wishes[$0].contains(.enterLong) } == Array(0..<75))
    }
}
