import Database
import Evaluation
import MarketData
import Promotions
import Signals
import Trading

/// One promotion on one instrument: its evaluator, its paper account, and how far it has decided.
///
/// What it decides is a function of the accepted bars alone; `rebuild` computes it from the
/// first bar on, `take` adds one bar to it, and both give the same bits.
final class Lane {
    /// A change of target with what it was decided on.
    struct Event {
        let change: StanceChange
        let bar: Bar
        let decision: Decision
        let values: String
    }

    let promotion: Promotion
    /// What messages call it: the strategy, or the id where several of one strategy run.
    var name: String
    let own: InstrumentBars
    let others: [(symbol: String, bars: InstrumentBars)]
    /// Bars up to this start only warm the rule.
    let liveAfter: Timestamp
    /// The first bar of the evaluation.
    let origin: Timestamp
    /// The last bar decided.
    private(set) var last: Bar
    private(set) var lastClosedAt: Timestamp
    /// True when something was decided since the last commit.
    var hasMoved = false
    /// True when the promotion was taken back: it decides nothing more, until it is loaded no more.
    private(set) var isHalted = false
    /// True when accepted bars have changed behind the last decision.
    var isDirty = false
    /// True until it is first computed, and when a file that it reads has changed since: its bars
    /// may be in another unit.
    var isRestated = true
    /// The latest decision of which a signal was stored when the lane was last compared.
    var storedUntil = Int64.min
    /// Own bars that wait for their turn.
    var queue: [Bar] = []
    /// Bars of others that no own bar has met yet.
    private var waiting: [(symbol: String, bar: Bar, closedAt: Timestamp)] = []
    /// The last bar of each other instrument that an own bar has met.
    private var seen: [String: Timestamp] = [:]
    private var stand: Stand
    private let shown: [(node: Int, label: String)]

    /// What the bars so far have left: one value, so that a bar reaches for it once.
    private struct Stand: ~Copyable {
        var evaluator: IncrementalEvaluator
        var session: TradingSession
        var tally: SessionTally

        /// Decides on a bar; one that only warms the rule is not traded.
        mutating func take(
            _ bar: Bar, _ actions: ArraySlice<CorporateAction>, closedAt: Timestamp, isLive: Bool
        ) -> (change: StanceChange, decision: Decision)? {
            evaluator.advance(to: bar, closedAt: closedAt)
            guard isLive else {
                tally.warm(bar)
                return nil
            }
            let decision = evaluator.decision(decidedAt: closedAt)
            let change = session.change(on: bar, actions, decision, &tally)
            return change.map { ($0, decision) }
        }
    }

    init(
        _ promotion: Promotion, _ instrument: ManifestInstrument, own: InstrumentBars,
        others: [(symbol: String, bars: InstrumentBars)]
    ) {
        (self.promotion, self.own, self.others) = (promotion, own, others)
        name = promotion.manifest.strategy
        liveAfter = Timestamp(microseconds: instrument.last)
        origin = Timestamp(microseconds: instrument.first)
        last = Bar(time: Timestamp(microseconds: .min))
        lastClosedAt = Timestamp(microseconds: .min)
        let evaluator = IncrementalEvaluator(
            promotion.plan, own.schedule,
            others: Dictionary(others.map { ($0.symbol, $0.bars.schedule) }) { one, _ in one })
        stand = Stand(
            evaluator: evaluator, session: TradingSession(promotion.rules),
            tally: SessionTally(own.schedule))
        shown = promotion.plan.shownNodes
    }

    /// Decides nothing more.
    func halt() { isHalted = true }

    /// Computes everything again from the accepted bars up to one of them.
    ///
    /// - Returns: every change of target since the promotion went live.
    func rebuild(through time: Timestamp) throws(LiveError) -> [Event] {
        let view = promotion.view
        let archived = try own.accepted(through: time)
        let series = archived.series.rows(
            archived.series.firstRow(notBefore: origin)..<archived.series.count)
        guard series.count > 0 else {
            throw .promotion(id: promotion.id, reason: "\(own.key.symbol) has no bar at its origin")
        }
        var histories: [String: AdjustedHistory] = [:]
        for (symbol, bars) in others {
            let all = try bars.accepted(through: Timestamp(microseconds: .max - 1))
            histories[symbol] = AdjustedHistory(all.series, actions: all.actions, view: view)
        }
        let history = AdjustedHistory(series, actions: archived.actions, view: view)
            .reading(histories)
        let events = replay(history, OtherBars(histories))
        last = series[series.count - 1]
        lastClosedAt = series.closedAt[series.count - 1]
        (waiting, seen) = ([], [:])
        for (symbol, other) in histories.sorted(by: { $0.key < $1.key }) {
            let bars = other.traded
            seen[symbol] = bars.closedAt.lastIndex { $0 <= lastClosedAt }.map { bars.times[$0] }
            for row in 0..<bars.count where bars.closedAt[row] > lastClosedAt {
                waiting.append((symbol, bars[row], bars.closedAt[row]))
            }
        }
        return events
    }

    /// Evaluates and trades a whole history, and stands where it ends.
    private func replay(_ history: AdjustedHistory, _ others: OtherBars) -> [Event] {
        var others = others
        var run = HistoryEvaluator(promotion.plan, history)
        var session = TradingSession(promotion.rules)
        var tally = SessionTally(own.schedule)
        var events: [Event] = []
        for row in 0..<history.count {
            run.advance()
            let bar = history.traded[row]
            others.add(through: history.traded.closedAt[row], to: &tally)
            guard bar.time > liveAfter else {
                tally.warm(bar)
                continue
            }
            let decision = run.decision()
            let due = history.actions(atRow: row)
            guard let change = session.change(on: bar, due, decision, &tally) else { continue }
            events.append(
                Event(
                    change: change, bar: bar, decision: decision,
                    values: text(of: shown.map { run.value(ofNode: $0.node) })))
        }
        stand = Stand(evaluator: run.released(), session: session, tally: tally)
        return events
    }

    /// Takes a bar of another instrument; false when it comes after an own bar that should have
    /// seen it.
    func receive(_ bar: Bar, of symbol: String, closedAt: Timestamp) -> Bool {
        guard closedAt > lastClosedAt else { return false }
        waiting.removeAll { $0.symbol == symbol && $0.bar.time == bar.time }
        waiting.append((symbol, bar, closedAt))
        return true
    }

    /// True when a split takes effect with an own bar, or with one of another instrument that it
    /// is the first to see: everything before it is then looked at on another basis.
    func restarts(at bar: Bar, closedAt: Timestamp) -> Bool {
        guard promotion.view == .splits else { return false }
        if own.actions(after: last.time, through: bar.time).contains(where: \.isSplit) {
            return true
        }
        return others.contains { symbol, bars in
            guard bars.actions.contains(where: \.isSplit) else { return false }
            let seen = seen[symbol] ?? Timestamp(microseconds: .min)
            let due = waiting.filter { $0.symbol == symbol && $0.closedAt <= closedAt }
            return due.contains { entry in
                bars.actions(after: seen, through: entry.bar.time).contains(where: \.isSplit)
            }
        }
    }

    /// Decides on the next own bar.
    func take(_ bar: Bar, closedAt: Timestamp) -> Event? {
        if !waiting.isEmpty {
            for entry in waiting where entry.closedAt <= closedAt {
                stand.evaluator.receive(entry.bar, of: entry.symbol, closedAt: entry.closedAt)
                stand.tally.read(entry.bar, of: entry.symbol)
                seen[entry.symbol] = max(seen[entry.symbol] ?? entry.bar.time, entry.bar.time)
            }
            waiting.removeAll { $0.closedAt <= closedAt }
            stand.evaluator.settle(at: closedAt)
        }
        let due =
            promotion.view == .splits && !own.actions.isEmpty
            ? own.actions(after: last.time, through: bar.time) : []
        (last, lastClosedAt) = (bar, closedAt)
        let isLive = bar.time > liveAfter
        guard
            let (change, decision) = stand.take(bar, due[...], closedAt: closedAt, isLive: isLive)
        else { return nil }
        return Event(
            change: change, bar: bar, decision: decision,
            values: text(of: shown.map { stand.evaluator.value(ofNode: $0.node) }))
    }

    private func text(of values: [TracedValue]) -> String {
        let pairs = zip(shown, values).map { node, value in "\"\(node.label)\":\(value.json)" }
        return "{\(pairs.joined(separator: ","))}"
    }

    /// The rows of the paper account's sessions that have changed since they were last taken.
    func takenEquity() -> [EquityRecord] {
        stand.tally.taken(promotion: promotion.id, symbol: own.key.symbol)
    }

    /// Where the lane stands.
    func checkpoint(engine: String) -> CheckpointRecord {
        let session = stand.session
        let position = session.position
        return CheckpointRecord(
            promotion: promotion.id, symbol: own.key.symbol,
            interval: own.key.interval.microseconds, barTime: last.time.microseconds,
            decidedAt: lastClosedAt.microseconds, plan: promotion.manifest.fingerprint,
            engine: engine, origin: origin.microseconds, stance: session.stance.rawValue,
            quantity: position?.quantity ?? 0, entryPrice: position?.entryPrice,
            equity: session.equity, cash: session.cash,
            tradeCount: Int64(session.tradeCount))
    }

    /// The start of the bar that another instrument should have before an instant and has not.
    func missing(of other: InstrumentBars, before closedAt: Timestamp) -> Timestamp? {
        guard other.schedule.hasExpectation else { return nil }
        let next = other.expectedStart(after: other.last.time)
        return other.closedAt(ofBarAt: next) <= closedAt ? next : nil
    }
}

extension TradingSession {
    /// Trades a bar and the decision of its close, and notes the account; the change of target.
    fileprivate mutating func change(
        on bar: Bar, _ actions: ArraySlice<CorporateAction>, _ decision: Decision,
        _ tally: inout SessionTally
    ) -> StanceChange? {
        let mark = stanceMark
        advance(to: bar, actions: actions)
        apply(decision)
        tally.add(bar, equity: equity, quantity: position?.quantity ?? 0)
        let change = stanceChange(since: mark)
        forgetHistory()
        return change
    }
}
