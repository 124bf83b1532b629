import Evaluation
import Kernels
import MarketData
import Signals
import Strategies
import Testing

/// What every rule that compares a universe must satisfy.
@Suite("Laws of cross-sections")
struct UniverseTests {
    /// Every operation, one comparison of another, and what is made of one afterwards.
    private struct Everything: Strategy {
        func target(_ bars: Bars) -> TargetExposure {
            let change = bars.close.roc(period: 3)
            let score = change.zScoreAcrossUniverse() + change.percentileAcrossUniverse()
            let again = score.sma(period: 4).rankedAcrossUniverse()
            let weight = change.winsorizedAcrossUniverse(lower: 0.1, upper: 0.9).shareOfUniverse()
            let breadth = (bars.close > bars.close.sma(period: 5)).shareOfUniverse()
            let week = bars.resampled(to: .week).close.neutralized().ema(period: 3)
            return .long(
                enter: again > 4 && breadth > 0.25 && change.isTop(5),
                exit: change.isBottom(2) || week > 1e9, stop: .distance(weight.magnitude),
                size: .weight(weight))
        }
    }

    private static let rules: [any Strategy.Type] =
        StrategyCatalog.all.filter { Plan($0.init()).isCrossSectional } + [Everything.self]

    /// Eight ragged walks: some begin later, end earlier, and miss days.
    private static let ragged = (0..<8).map { place in
        let walk = place < 5 ? LawMarket.whole[place] : LawMarket.series[place]
        return walk.rows(23 * place..<walk.count - 7 * place)
    }

    private static func plan(_ index: Int) -> Plan { Plan(rules[index].init()) }

    @Test("columns and single bars agree for each member", arguments: rules.indices)
    func evaluatorsAgree(index: Int) {
        let plan = Self.plan(index)
        let members = LawMarket.universe(Self.ragged)
        let decisions = ColumnarEvaluator(plan).decisions(for: members)
        var wishCount = 0
        for (member, columns) in zip(members, decisions) {
            let trace = ColumnarEvaluator(plan).trace(member)
            #expect(trace == LawMarket.incremental(plan, member))
            var live = HistoryEvaluator(plan, member)
            for row in 0..<member.count {
                live.advance()
                let decision = columns[0].decision(
                    row: row, decidedAt: member.traded.closedAt[row])
                #expect(decision.wishes == live.decision().wishes)
                wishCount += decision.wishes.isEmpty ? 0 : 1
            }
        }
        #expect(wishCount > 0)
    }

    @Test("a poisoned future moves no bit of any member's past", arguments: rules.indices)
    func poison(index: Int) {
        let plan = Self.plan(index)
        let evaluator = ColumnarEvaluator(plan)
        let honest = LawMarket.universe(Self.ragged).map { evaluator.trace($0) }
        for cut in [40, 300, 500] {
            let known = LawMarket.series[0].closedAt[cut]
            let poisoned = LawMarket.universe(Self.ragged.map { $0.absurd(after: known) })
            for (member, trace) in zip(poisoned, honest) {
                let rows = member.traded.closedAt.prefix { $0 <= known }.count
                let seen = evaluator.trace(member)
                #expect(seen.map { $0.prefix(rows) } == trace.map { $0.prefix(rows) })
            }
        }
    }

    @Test(
        "what is decided at a close is the same when nothing is known of what closes later",
        arguments: rules.indices)
    func poisonedAtEveryClose(index: Int) {
        let evaluator = ColumnarEvaluator(Self.plan(index))
        let walks = LawMarket.whole.prefix(5).map { $0.rows(0..<330) }
        let honest = evaluator.decisions(for: [LawMarket.universe(walks)[2]])[0][0]
        for (row, known) in walks[2].closedAt.enumerated() {
            let poisoned = LawMarket.universe(walks.map { $0.absurd(after: known) })[2]
            let seen = evaluator.decisions(for: [poisoned])[0][0]
            let (one, other) = (
                seen.decision(row: row, decidedAt: known),
                honest.decision(row: row, decidedAt: known)
            )
            #expect(one.wishes == other.wishes, "\(row)")
            #expect(one.stop.bitPattern == other.stop.bitPattern, "\(row)")
            #expect(one.weight.bitPattern == other.weight.bitPattern, "\(row)")
        }
    }

    @Test("a node is known from its lookback on, and a number not before", arguments: rules.indices)
    func lookbackIsExact(index: Int) {
        let plan = Self.plan(index)
        let member = LawMarket.universe(LawMarket.whole)[3]
        let trace = ColumnarEvaluator(plan).trace(member)
        var readsAcross: [Bool] = []
        for (node, values) in zip(plan.nodes, trace) {
            // A bar of another frame is known at a bar that no count of own bars tells.
            readsAcross.append(node.frame != .own || node.inputs.contains { readsAcross[$0] })
            let known = readsAcross[readsAcross.count - 1] ? 600 : node.lookback
            #expect(values[known...].allSatisfy { $0 != .unknown }, "\(node.label)")
            guard !node.isCondition else { continue }
            #expect(values[..<node.lookback].allSatisfy { $0 == .unknown }, "\(node.label)")
        }
    }

    @Test("every block size gives the same bits", arguments: rules.indices)
    func blocksAgree(index: Int) {
        let plan = Self.plan(index)
        let members = LawMarket.universe(Self.ragged)
        let whole = ColumnarEvaluator(plan, blockRowCount: 2_100).trace(members[1])
        for rows in [1, 7, 64] {
            let trace = ColumnarEvaluator(plan, blockRowCount: rows).trace(members[1])
            #expect(trace == whole, "\(rows) rows")
        }
    }

    @Test("bars shorter than a day are compared whenever some close")
    func hours() {
        let hourly = Self.ragged.map { walk in
            let bars = walk.bars.map { bar in
                // Days become hours, weekends included, each walk with its own gaps.
                let days = bar.time.microseconds / Interval.day.microseconds
                return Bar(
                    time: Timestamp(microseconds: days * Interval.hour.microseconds),
                    open: bar.open, high: bar.high, low: bar.low, close: bar.close,
                    volume: bar.volume)
            }
            return Series(symbol: walk.symbol, interval: .hour, bars: bars)
        }
        let plan = Self.plan(Self.rules.count - 1)
        for member in LawMarket.universe(hourly) {
            #expect(ColumnarEvaluator(plan).trace(member) == LawMarket.incremental(plan, member))
        }
    }

    @Test("the order in which members are listed moves no bit", arguments: rules.indices)
    func listing(index: Int) {
        let evaluator = ColumnarEvaluator(Self.plan(index))
        let ordered = LawMarket.universe(Self.ragged)
        let turned = LawMarket.universe(Self.ragged.reversed())
        for (one, other) in zip(ordered, turned.reversed()) {
            #expect(evaluator.trace(one) == evaluator.trace(other))
        }
    }

    @Test("a plan is read back as it was written", arguments: rules.indices)
    func canonicalForm(index: Int) throws {
        let plan = Self.plan(index)
        let read = try Plan(canonicalText: plan.canonicalText, custom: plan.kernels)
        #expect(read.canonicalText == plan.canonicalText && read.isCrossSectional)
        let member = LawMarket.universe(Self.ragged)[2]
        #expect(ColumnarEvaluator(read).trace(member) == ColumnarEvaluator(plan).trace(member))
    }

    @Test("members close at their own times: each sees what had been compared by then")
    func twoExchanges() throws {
        // The second closes three and a half hours before the first, on the same days.
        func series(_ symbol: String, _ calendar: Calendar, _ closes: [Double]) throws -> Series {
            let bars = try closes.enumerated().map { day, close in
                Bar(
                    time: try #require(Timestamp(iso8601: "2024-03-0\(4 + day)")), open: close,
                    high: close, low: close, close: close, volume: 1)
            }
            return Series(symbol: symbol, interval: .day, calendar: calendar, bars: bars)
        }
        let members = try LawMarket.universe(
            [
                series("LATE", .newYork, [1, 5, 2]), series("EARLY", .london, [3, 4, 9]),
                // No bar on the second day: it takes no part in it.
                series("REST", .newYork, [2, 7]).rows(0..<1),
            ], others: [:])
        let plan = Plan(
            .long(enter: Bars().close.rankedAcrossUniverse() > 0, exit: .never), name: "Ranks")
        let node = try #require(plan.nodes.firstIndex { $0.label.hasPrefix("across") })
        let traces = members.map { ColumnarEvaluator(plan).trace($0)[node] }
        func number(_ value: Double) -> TracedValue { .number(bits: value.bitPattern) }
        #expect(traces[0] == [1, 2, 1].map(number))
        // London's close comes before the comparison of its day.
        #expect(traces[1] == [.unknown, number(3), number(1)])
        #expect(traces[2] == [number(2)])
        for (member, trace) in zip(members, traces) {
            #expect(LawMarket.incremental(plan, member)[node] == trace)
        }
    }

    @Test("a split starts the own rule again; what the universe said stays said")
    func split() {
        let plan = Self.plan(Self.rules.count - 1)
        let members = LawMarket.among(
            LawMarket.whole.enumerated().map { place, series in
                let split = CorporateAction(
                    exDate: series.times[300 + 40 * place], kind: .split(new: 3, old: 1))
                return AdjustedHistory(
                    series, actions: place.isMultiple(of: 3) ? [split] : [], view: .splits)
            })
        for member in members {
            let trace = ColumnarEvaluator(plan).trace(member)
            #expect(trace == LawMarket.incremental(plan, member))
        }
    }

    @Test("the top has never more members than asked for, ties or not")
    func top() {
        let flat = (0..<5).map { place in
            let close = Double(place / 2)
            let bars = LawMarket.whole[0].bars.prefix(20).map {
                Bar(time: $0.time, open: close, high: close, low: close, close: close, volume: 1)
            }
            return Series(symbol: "S\(place)", interval: .day, bars: Array(bars))
        }
        let members = LawMarket.universe(flat, others: [:])
        for (count, expected) in [(1, [4]), (2, [4]), (3, [2, 3, 4]), (5, [0, 1, 2, 3, 4])] {
            let plan = Plan(
                .long(enter: Bars().close.isTop(count), exit: .never), name: "Top")
            let decisions = ColumnarEvaluator(plan).decisions(for: members)
            let held = decisions.indices.filter {
                decisions[$0][0].wishes[10].contains(.enterLong)
            }
            #expect(held == expected, "the \(count) greatest")
        }
    }
}

extension Series {
    /// The same bars with wrong prices in those that close after an instant.
    fileprivate func absurd(after known: Timestamp) -> Series {
        let bars = zip(bars, closedAt).enumerated().map { row, pair in
            guard pair.1 > known else { return pair.0 }
            let price = row.isMultiple(of: 2) ? 1e9 : 1e-6
            return Bar(
                time: pair.0.time, open: price, high: price, low: price, close: price, volume: 1)
        }
        return Series(symbol: symbol, interval: interval, calendar: calendar, bars: bars)
    }
}
