import Database
import Evaluation
import MarketData
import Promotions
import Signals
import Trading

/// Compares what was recorded live in a session with a columnar backtest over the same bars.
public struct SessionParity {
    private let archive: any BarArchive
    private let journal: JournalDatabase

    /// A comparison of what a journal holds with what an archive and it give.
    public init(archive: any BarArchive, journal: JournalDatabase) {
        (self.archive, self.journal) = (archive, journal)
    }

    /// The first difference of each instrument that a promotion trades, and how many of them have
    /// decided in the session.
    public func compare(
        _ promotion: Promotion, session: CivilDate
    ) throws(LiveError) -> (compared: Int, differences: [ParityDifference]) {
        var (compared, differences) = (0, [ParityDifference]())
        let recorded: [EquityRecord]
        let signals: [SignalRecord]
        do throws(DatabaseError) {
            recorded = try journal.equity(promotion: promotion.id, session: session.description)
            signals = try journal.signals(promotion: promotion.id)
        } catch {
            throw .journal(error.description)
        }
        for instrument in promotion.manifest.universe {
            guard let equity = recorded.first(where: { $0.symbol == instrument.symbol }) else {
                continue
            }
            compared += 1
            let own = signals.filter { $0.symbol == instrument.symbol }
            let found = try difference(promotion, instrument, session, equity, own)
            if let found { differences.append(found) }
        }
        return (compared, differences)
    }

    private func difference(
        _ promotion: Promotion, _ instrument: ManifestInstrument, _ session: CivilDate,
        _ equity: EquityRecord, _ signals: [SignalRecord]
    ) throws(LiveError) -> ParityDifference? {
        func difference(_ kind: ParityDifference.Kind, _ text: String) -> ParityDifference {
            ParityDifference(
                promotion: promotion.id, symbol: instrument.symbol, kind: kind, text: text)
        }
        let (history, others) = try history(promotion, instrument, through: equity.barTime)
        let schedule = history.traded.schedule
        let columns = ColumnarEvaluator(promotion.plan).decisions(for: [history])[0][0]
        let read = digest(of: history.traded, others, in: session, after: instrument.last)
        guard read == equity.barDigest else {
            return difference(
                .input, "the bars up to the end of the session are not those that were decided on")
        }
        var ledger = TradingSession(promotion.rules)
        var tally = SessionTally(schedule)
        var latest: [Int64: SignalRecord] = [:]
        for signal in signals { latest[signal.decidedAt] = signal }
        for row in 0..<history.count
        where history.traded.times[row].microseconds > instrument.last {
            let bar = history.traded[row]
            let decision = columns.decision(row: row, decidedAt: history.traded.closedAt[row])
            let mark = ledger.stanceMark
            ledger.advance(to: bar, actions: history.actions(atRow: row))
            ledger.apply(decision)
            tally.add(bar, equity: ledger.equity, quantity: ledger.position?.quantity ?? 0)
            let date = schedule.calendar.sessionDate(
                ofBarAt: bar.time, interval: schedule.interval)
            guard date == session else { continue }
            let change = ledger.stanceChange(since: mark)
            var record: SignalRecord?
            if let found = latest[decision.decidedAt.microseconds], !found.isWithdrawn {
                record = found
            }
            let live: String = record.map { Self.words(of: $0) } ?? "none"
            let past: String = change.map { Self.words(of: $0) } ?? "none"
            let levels = record.flatMap { Self.levels($0, change) }
            if live == past, levels == nil { continue }
            if let record, let node = node(record, promotion, history, row) {
                return difference(.node, node)
            }
            return live != past
                ? difference(.decision, "at \(bar.time.text) live \(live), backtest \(past)")
                : difference(.order, "at \(bar.time.text) \(levels ?? "")")
        }
        let rows = tally.taken(promotion: promotion.id, symbol: instrument.symbol)
        guard let past = rows.first(where: { $0.session == session.description }) else {
            return difference(.input, "the session's bars are gone")
        }
        return past.equity.bitPattern == equity.equity.bitPattern
            ? nil
            : difference(.order, "equity live \(equity.equity), backtest \(past.equity)")
    }

    /// The digest of everything that was read up to the last bar of a session.
    private func digest(
        of bars: Series, _ histories: [String: AdjustedHistory], in session: CivilDate,
        after last: Int64
    ) -> String? {
        var tally = SessionTally(bars.schedule)
        var others = OtherBars(histories)
        for row in 0..<bars.count {
            others.add(through: bars.closedAt[row], to: &tally)
            if bars.times[row].microseconds > last {
                tally.add(bars[row], equity: 0, quantity: 0)
            } else {
                tally.warm(bars[row])
            }
        }
        return tally.taken(promotion: "", symbol: "")
            .first { $0.session == session.description }?.barDigest
    }

    private static func words(of record: SignalRecord) -> String {
        "\(record.from) to \(record.to) (\(record.reason))"
    }

    private static func words(of change: StanceChange) -> String {
        "\(change.from.rawValue) to \(change.to.rawValue) (\(change.reason))"
    }

    /// The first node whose recorded value is not that of the columns.
    private func node(
        _ record: SignalRecord, _ promotion: Promotion, _ history: AdjustedHistory, _ row: Int
    ) -> String? {
        let traces = ColumnarEvaluator(promotion.plan).trace(history)
        return promotion.plan.shownNodes.lazy.map { node, label in
            (label, "\"\(label)\":\(traces[node][row].json)")
        }.first { !record.values.contains($0.1) }.map {
            "\($0.0) at \(history.traded.times[row].text): live \(record.values), backtest \($0.1)"
        }
    }

    /// The first level that the signal told otherwise than the backtest has it.
    private static func levels(_ record: SignalRecord, _ change: StanceChange?) -> String? {
        let pairs = [
            ("stop", record.stop, change?.stop), ("target", record.target, change?.target),
        ]
        func words(_ level: Double?) -> String { level.map { "\($0)" } ?? "none" }
        return pairs.first { $1?.bitPattern != $2?.bitPattern }
            .map { "\($0) live \(words($1)), backtest \(words($2))" }
    }

    private func history(
        _ promotion: Promotion, _ instrument: ManifestInstrument, through time: Int64
    ) throws(LiveError) -> (own: AdjustedHistory, others: [String: AdjustedHistory]) {
        var others: [String: AdjustedHistory] = [:]
        for symbol in promotion.plan.symbols {
            let all = try accepted(symbol, promotion, through: .max - 1)
            others[symbol] = AdjustedHistory(all.series, actions: all.actions, view: promotion.view)
        }
        let own = try accepted(instrument.symbol, promotion, through: time)
        let origin = own.series.firstRow(notBefore: Timestamp(microseconds: instrument.first))
        let history = AdjustedHistory(
            own.series.rows(origin..<own.series.count), actions: own.actions,
            view: promotion.view
        ).reading(others)
        return (history, others)
    }

    private func accepted(
        _ symbol: String, _ promotion: Promotion, through time: Int64
    ) throws(LiveError) -> ArchivedBars {
        try SeriesReader(archive: archive, journal: journal).bars(
            of: SeriesKey(symbol: symbol, interval: promotion.interval),
            through: Timestamp(microseconds: time))
    }
}
