import Backtesting
import Database
import Evaluation
import Live
import MarketData
import Promotions
import Telemetry
import Trading

/// Holds what a runner stored and delivered against the backtests over the true bars.
public struct LiveVerdict {
    private let histories: [SeriesKey: ArchivedBars]
    private let journal: JournalDatabase
    private let delivered: [String]

    /// A verdict to be.
    ///
    /// - Parameters:
    ///   - histories: every bar as it finally stands, with the actions.
    ///   - journal: what the runner stored.
    ///   - delivered: the keys of all messages that arrived.
    public init(
        histories: [SeriesKey: ArchivedBars], journal: JournalDatabase, delivered: [String]
    ) {
        (self.histories, self.journal, self.delivered) = (histories, journal, delivered)
    }

    /// A change of target as a backtest has it.
    private struct Expected {
        let from: String
        let to: String
        let reason: String
        let stop: Double?
        let target: Double?
        let price: Double
    }

    /// What is lost, doubled, foreign, or differs.
    public func outcome(_ promotions: [Promotion]) throws -> SimulationOutcome {
        var outcome = SimulationOutcome()
        let arrived = Set(delivered)
        outcome.repeatedDeliveries = delivered.count - arrived.count
        let all = try journal.signals()
        for signal in all where !arrived.contains(signal.key) {
            outcome.lost += 1
            outcome.remarks.append("not delivered: \(signal.key)")
        }
        let keys = Set(all.map(\.key))
        let isSignal = { (key: String) in promotions.contains { key.hasPrefix($0.id + "/") } }
        outcome.foreign += arrived.count { isSignal($0) && !keys.contains($0) }
        for (one, two) in repeats(in: all) {
            outcome.doubled += 1
            outcome.remarks.append("doubled: \(one) and \(two)")
        }
        for promotion in promotions {
            for instrument in promotion.manifest.universe {
                try judge(promotion, instrument, &outcome)
            }
        }
        return outcome
    }

    /// Revisions that say what the one before said.
    private func repeats(in signals: [SignalRecord]) -> [(String, String)] {
        let groups = Dictionary(grouping: signals) {
            "\($0.promotion)/\($0.symbol)/\($0.decidedAt)"
        }
        return groups.values.flatMap { group in
            let ordered = group.sorted { $0.revision < $1.revision }
            return zip(ordered, ordered.dropFirst()).filter { $0.says(sameAs: $1) }
                .map { ($0.key, $1.key) }
        }
    }

    private func judge(
        _ promotion: Promotion, _ instrument: ManifestInstrument,
        _ outcome: inout SimulationOutcome
    ) throws {
        let symbol = instrument.symbol
        let key = SeriesKey(symbol: symbol, interval: promotion.interval)
        guard let history = history(promotion, key) else { return }
        let made = Timestamp(microseconds: instrument.last + 1)
        let rows = history.traded.firstRow(notBefore: made)..<history.count
        let columns = ColumnarEvaluator(promotion.plan).decisions(for: [history])[0][0]
        var expected = self.expected(promotion, history, columns, rows)
        outcome.signals += expected.count
        let stored = try journal.latestSignals(
            promotion: promotion.id, symbol: symbol, interval: key.interval.microseconds)
        for signal in stored where !signal.isWithdrawn {
            let wanted = expected.removeValue(forKey: signal.decidedAt)
            let isSame =
                wanted.map {
                    $0.from == signal.from && $0.to == signal.to && $0.reason == signal.reason
                        && $0.stop == signal.stop && $0.target == signal.target
                        && $0.price == signal.price
                } ?? false
            guard !isSame else { continue }
            outcome.foreign += 1
            outcome.remarks.append(
                "foreign: \(signal.key) \(signal.from)-\(signal.to) \(signal.reason), wanted "
                    + "\(wanted.map { "\($0)" } ?? "none")")
        }
        outcome.lost += expected.count
        for (time, wanted) in expected {
            outcome.remarks.append("lost: \(promotion.id) \(symbol) \(time) \(wanted)")
        }
        let account = Account(promotion.rules, history, columns, rows: rows)
        let paper = try journal.checkpoints().first {
            $0.promotion == promotion.id && $0.symbol == symbol
        }
        if paper?.equity.bitPattern != account.equity.last?.bitPattern {
            outcome.parityDifferences += 1
            outcome.remarks.append(
                "equity: \(promotion.id) \(symbol) \(paper?.equity ?? .nan), backtest "
                    + "\(account.equity.last ?? .nan)")
        }
    }

    private func history(_ promotion: Promotion, _ key: SeriesKey) -> AdjustedHistory? {
        func adjusted(_ key: SeriesKey) -> AdjustedHistory? {
            histories[key].map {
                AdjustedHistory($0.series, actions: $0.actions, view: promotion.view)
            }
        }
        var others: [String: AdjustedHistory] = [:]
        for symbol in promotion.plan.symbols {
            others[symbol] = adjusted(SeriesKey(symbol: symbol, interval: key.interval))
        }
        return adjusted(key)?.reading(others)
    }

    private func expected(
        _ promotion: Promotion, _ history: AdjustedHistory, _ columns: DecisionColumns,
        _ rows: Range<Int>
    ) -> [Int64: Expected] {
        var session = TradingSession(promotion.rules)
        var found: [Int64: Expected] = [:]
        for row in rows {
            let closedAt = history.traded.closedAt[row]
            let decision = columns.decision(row: row, decidedAt: closedAt)
            let mark = session.stanceMark
            session.advance(to: history.traded[row], actions: history.actions(atRow: row))
            session.apply(decision)
            guard let change = session.stanceChange(since: mark) else { continue }
            found[closedAt.microseconds] = Expected(
                from: change.from.rawValue, to: change.to.rawValue, reason: change.reason,
                stop: change.stop, target: change.target, price: history.traded.close[row])
        }
        return found
    }
}
