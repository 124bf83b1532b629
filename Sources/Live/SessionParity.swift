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
        try compare(promotion, sessions: [session])[session] ?? (0, [])
    }

    /// The same of several sessions. Everything is computed once, however many they are.
    public func compare(
        _ promotion: Promotion, sessions: [CivilDate]
    ) throws(LiveError) -> [CivilDate: (compared: Int, differences: [ParityDifference])] {
        let only = sessions.count == 1 ? sessions[0].description : nil
        let recorded: [EquityRecord]
        let signals: [SignalRecord]
        do throws(DatabaseError) {
            recorded = try journal.equity(promotion: promotion.id, session: only)
            signals = try journal.signals(promotion: promotion.id)
        } catch {
            throw .journal(error.description)
        }
        var found: [CivilDate: (compared: Int, differences: [ParityDifference])] = [:]
        for date in sessions { found[date] = (0, []) }
        for instrument in promotion.manifest.universe {
            var due: [CivilDate: EquityRecord] = [:]
            for row in recorded where row.symbol == instrument.symbol {
                if let date = CivilDate(row.session), found[date] != nil { due[date] = row }
            }
            guard !due.isEmpty else { continue }
            let own = signals.filter { $0.symbol == instrument.symbol }
            let differences = try differences(promotion, instrument, due, own)
            for date in due.keys {
                found[date]?.compared += 1
                if let difference = differences[date] {
                    found[date]?.differences.append(difference)
                }
            }
        }
        return found
    }

    /// The first difference of each session that has one. A session is looked at up to the last
    /// bar that was decided in it.
    private func differences(
        _ promotion: Promotion, _ instrument: ManifestInstrument,
        _ due: [CivilDate: EquityRecord], _ signals: [SignalRecord]
    ) throws(LiveError) -> [CivilDate: ParityDifference] {
        let last = due.values.map(\.barTime).max() ?? .min
        let (history, histories) = try history(promotion, instrument, through: last)
        let schedule = history.traded.schedule
        let columns = ColumnarEvaluator(promotion.plan).decisions(for: [history])[0][0]
        var comparison = Comparison(promotion, instrument.symbol, history, signals)
        var (ledger, tally) = (TradingSession(promotion.rules), SessionTally(schedule))
        var others = OtherBars(histories)
        var (past, found) = ([CivilDate: EquityRecord](), [CivilDate: ParityDifference]())
        for row in 0..<history.count {
            let (bar, closedAt) = (history.traded[row], history.traded.closedAt[row])
            others.add(through: closedAt, to: &tally)
            guard bar.time.microseconds > instrument.last else {
                tally.warm(bar)
                continue
            }
            let decision = columns.decision(row: row, decidedAt: closedAt)
            let mark = ledger.stanceMark
            ledger.advance(to: bar, actions: history.actions(atRow: row))
            ledger.apply(decision)
            tally.add(bar, equity: ledger.equity, quantity: ledger.position?.quantity ?? 0)
            let date = schedule.calendar.sessionDate(
                ofBarAt: bar.time, interval: schedule.interval)
            guard let recorded = due[date], bar.time.microseconds <= recorded.barTime else {
                continue
            }
            let change = ledger.stanceChange(since: mark)
            if found[date] == nil { found[date] = comparison.difference(row, change) }
            guard bar.time.microseconds == recorded.barTime else { continue }
            past[date] = tally.taken(promotion: promotion.id, symbol: instrument.symbol)
                .first { $0.session == date.description }
        }
        for (date, recorded) in due {
            found[date] =
                comparison.difference(recorded, past[date]) ?? found[date]
                ?? comparison.accounts(recorded, past[date])
        }
        return found
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
