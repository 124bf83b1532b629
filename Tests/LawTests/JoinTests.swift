import Evaluation
import MarketData
import Signals
import Testing

/// What a rule knows of other instruments and of longer bars at each of its own.
@Suite("Joins by the instant of the close")
struct JoinTests {
    private struct Other: Strategy {
        func target(_ bars: Bars) -> TargetExposure {
            .long(enter: bars.of("OTHER").close > 0, exit: bars.close < 0)
        }
    }

    private struct Day: Strategy {
        func target(_ bars: Bars) -> TargetExposure {
            .long(enter: bars.resampled(to: .day).close > 0, exit: bars.close < 0)
        }
    }

    private func time(_ text: String) throws -> Timestamp {
        try #require(Timestamp(iso8601: text))
    }

    private func series(
        _ interval: Interval, on calendar: MarketData.Calendar = .continuous,
        _ closes: [(String, Double)]
    ) throws -> Series {
        let bars = try closes.map { text, close in
            Bar(
                time: try time(text), open: close, high: close, low: close, close: close,
                volume: 1)
        }
        return Series(symbol: "S", interval: interval, calendar: calendar, bars: bars)
    }

    /// The close of the other frame at each own bar, from columns and from single bars.
    private func seen(_ plan: Plan, _ own: Series, _ other: Series? = nil) throws -> [Double] {
        let others = other.map { ["OTHER": $0] } ?? [:]
        let history = LawMarket.history(own, others: others)
        let trace = ColumnarEvaluator(plan).trace(history)
        #expect(trace == LawMarket.incremental(plan, history))
        let node = try #require(plan.nodes.firstIndex { $0.frame != .own && !$0.isCondition })
        return trace[node].map { value in
            guard case .number(let bits) = value else { return .nan }
            return Double(bitPattern: bits)
        }
    }

    @Test("an hour is known to a quarter-hour bar that closes with it, in any order of receipt")
    func quarterHours() throws {
        let hours = try series(
            .hour,
            [
                ("2024-01-02T09:00", 3), ("2024-01-02T10:00", 5), ("2024-01-02T11:00", 9),
                ("2024-01-02T12:00", 4),
            ])
        let starts = ["10:45", "11:00", "11:15", "11:30", "11:45", "12:00", "12:15"]
        let quarters = try series(.minutes(15), starts.map { ("2024-01-02T\($0)", 1) })
        let plan = Plan(Other())
        #expect(try seen(plan, quarters, hours) == [5, 5, 5, 5, 9, 9, 9])
        let expected = ColumnarEvaluator(plan).trace(
            LawMarket.history(quarters, others: ["OTHER": hours]))
        for isOwnFirst in [true, false] {
            let trace = received(plan, quarters, hours, isOwnFirst: isOwnFirst)
            #expect(trace == expected)
        }
    }

    /// Every node at each own bar, when the bars of an instant come in an order.
    private func received(
        _ plan: Plan, _ own: Series, _ other: Series, isOwnFirst: Bool
    ) -> [[TracedValue]] {
        var evaluator = IncrementalEvaluator(
            plan, own.schedule, others: ["OTHER": other.schedule])
        var traces = plan.nodes.map { _ in [TracedValue]() }
        for instant in Set(own.closedAt + other.closedAt).sorted() {
            func give(_ series: Series, _ symbol: String?) -> Bool {
                guard let row = series.closedAt.firstIndex(of: instant) else { return false }
                evaluator.receive(series[row], of: symbol, closedAt: instant)
                return true
            }
            var isOwn = isOwnFirst && give(own, nil)
            _ = give(other, "OTHER")
            if !isOwnFirst { isOwn = give(own, nil) }
            evaluator.settle(at: instant)
            for node in traces.indices where isOwn {
                traces[node].append(evaluator.value(ofNode: node))
            }
        }
        return traces
    }

    @Test("a day is known to the bar that closes with it, and to none before")
    func days() throws {
        let bars = try series(
            .hours(8),
            [
                ("2024-01-01T00:00", 10), ("2024-01-01T08:00", 11), ("2024-01-01T16:00", 12),
                ("2024-01-02T00:00", 13), ("2024-01-02T08:00", 14), ("2024-01-02T16:00", 9),
                ("2024-01-03T00:00", 8),
            ])
        let seen = try seen(Plan(Day()), bars)
        #expect(seen.prefix(2).allSatisfy { $0.isNaN })
        #expect(seen.dropFirst(2) == [12, 12, 12, 9, 9])
    }

    @Test("a stock's close sees the coin's bar of the day before, never that of its own date")
    func weekend() throws {
        let dates = (15...20).map { "2024-02-\($0)" }
        let coin = try series(.day, zip(dates, [10, 11, 12, 13, 14, 15]).map { ($0, $1) })
        let stock = try series(
            .day, on: .newYork, [("2024-02-15", 1), ("2024-02-16", 1), ("2024-02-20", 1)])
        let seen = try seen(Plan(Other()), stock, coin)
        #expect(seen[0].isNaN)
        #expect(seen.dropFirst() == [10, 14])
    }

    @Test("New York sees London's bar of its date, London sees New York's of the session before")
    func exchanges() throws {
        let dates = [
            "2024-03-08", "2024-03-11", "2024-04-02", "2024-10-28", "2024-11-04", "2024-12-24",
        ]
        let closes = dates.enumerated().map { ($0.element, Double($0.offset)) }
        let newYork = try series(.day, on: .newYork, closes)
        let london = try series(.day, on: .london, closes)
        #expect(try seen(Plan(Other()), newYork, london) == [0, 1, 2, 3, 4, 5])
        let behind = try seen(Plan(Other()), london, newYork)
        #expect(behind[0].isNaN)
        #expect(behind.dropFirst() == [0, 1, 2, 3, 4])
    }

    @Test("what mixes two frames counts in own bars; what stays in one counts in its own")
    func counting() throws {
        struct Counting: Strategy {
            func target(_ bars: Bars) -> TargetExposure {
                let other = bars.of("OTHER").close
                return .long(
                    enter: other.lagged(by: 1) > 0, exit: (other + bars.close).lagged(by: 1) > 0)
            }
        }
        let own = try series(.day, [("2024-01-01", 1), ("2024-01-02", 1), ("2024-01-05", 1)])
        let other = try series(
            .day,
            [("2024-01-01", 10), ("2024-01-02", 20), ("2024-01-03", 30), ("2024-01-04", 40)])
        let plan = Plan(Counting())
        let trace = ColumnarEvaluator(plan).trace(
            LawMarket.history(own, others: ["OTHER": other]))
        func last(_ frame: Frame) throws -> TracedValue? {
            let node = plan.nodes.firstIndex {
                $0.frame == frame && $0.label.contains("kernel lag")
            }
            return trace[try #require(node)].last
        }
        #expect(try last(Frame(symbol: "OTHER")) == number(30))
        #expect(try last(.own) == number(21))
    }

    private func number(_ value: Double) -> TracedValue { .number(bits: value.bitPattern) }

    @Test("another instrument's split is known from the bar on that knows its first new price")
    func split() throws {
        let smooth = try #require(LawMarket.others["MARKET"])
        let row = 300
        let halved = smooth.scaled(
            prices: smooth.times.indices.map { $0 < row ? 1 : 0.5 },
            volumes: smooth.times.indices.map { $0 < row ? 1 : 2 })
        let split = CorporateAction(exDate: smooth.times[row], kind: .split(new: 2, old: 1))
        let asia = AdjustedHistory(
            try #require(LawMarket.others["ASIA"]), actions: [], view: .splits)
        func history(_ market: Series, _ actions: [CorporateAction]) -> AdjustedHistory {
            AdjustedHistory(LawMarket.whole[2], actions: [], view: .splits).reading([
                "ASIA": asia,
                "MARKET": AdjustedHistory(market, actions: actions, view: .splits),
            ])
        }
        let plan = Plan(JoinedStrategies.Relative())
        let evaluator = ColumnarEvaluator(plan)
        let trace = evaluator.trace(history(halved, [split]))
        #expect(trace == LawMarket.incremental(plan, history(halved, [split])))
        let first = try #require(
            LawMarket.whole[2].closedAt.firstIndex { $0 >= smooth.closedAt[row] })
        let before = evaluator.trace(history(smooth, []))
        #expect(trace.map { $0.prefix(first) } == before.map { $0.prefix(first) })
        let adjusted = smooth.scaled(
            prices: smooth.times.map { _ in 0.5 }, volumes: smooth.times.map { _ in 2 })
        let after = evaluator.trace(history(adjusted, []))
        #expect(trace.map { $0[first...] } == after.map { $0[first...] })
    }
}
