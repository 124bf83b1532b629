import Database
import Evaluation
import MarketData
import Promotions
import Signals
import Trading

extension SessionParity {
    /// Holds what was told of one instrument against the backtest, bar by bar.
    struct Comparison {
        private let promotion: Promotion
        private let symbol: String
        private let history: AdjustedHistory
        /// The latest revision of every signal, by its decision.
        private let latest: [Int64: SignalRecord]
        private lazy var traces = ColumnarEvaluator(promotion.plan).trace(history)

        init(
            _ promotion: Promotion, _ symbol: String, _ history: AdjustedHistory,
            _ signals: [SignalRecord]
        ) {
            (self.promotion, self.symbol, self.history) = (promotion, symbol, history)
            latest = Dictionary(signals.map { ($0.decidedAt, $0) }) { _, last in last }
        }

        /// Where the change of target at a bar is not what was told.
        mutating func difference(_ row: Int, _ change: StanceChange?) -> ParityDifference? {
            let (time, closedAt) = (history.traded.times[row], history.traded.closedAt[row])
            let told = latest[closedAt.microseconds]
            let record = told?.isWithdrawn == true ? nil : told
            let live: String = record.map { Self.words(of: $0) } ?? "none"
            let past: String = change.map { Self.words(of: $0) } ?? "none"
            let levels = record.flatMap { Self.levels($0, change) }
            if live == past, levels == nil { return nil }
            if let record, let node = node(record, row) { return difference(.node, node) }
            return live != past
                ? difference(.decision, "at \(time.text) live \(live), backtest \(past)")
                : difference(.order, "at \(time.text) \(levels ?? "")")
        }

        /// Where the bars up to the end of a session are not those that were decided on.
        func difference(_ recorded: EquityRecord, _ past: EquityRecord?) -> ParityDifference? {
            guard let past else { return difference(.input, "the session's bars are gone") }
            guard past.barDigest != recorded.barDigest else { return nil }
            return difference(
                .input, "the bars up to the end of the session are not those that were decided on")
        }

        /// Where the paper account stands elsewhere at the end of a session.
        func accounts(_ recorded: EquityRecord, _ past: EquityRecord?) -> ParityDifference? {
            guard let past, past.equity.bitPattern != recorded.equity.bitPattern else { return nil }
            return difference(.order, "equity live \(recorded.equity), backtest \(past.equity)")
        }

        private func difference(
            _ kind: ParityDifference.Kind, _ text: String
        ) -> ParityDifference {
            ParityDifference(promotion: promotion.id, symbol: symbol, kind: kind, text: text)
        }

        private static func words(of record: SignalRecord) -> String {
            "\(record.from) to \(record.to) (\(record.reason))"
        }

        private static func words(of change: StanceChange) -> String {
            "\(change.from.rawValue) to \(change.to.rawValue) (\(change.reason))"
        }

        /// The first node whose recorded value is not that of the columns.
        private mutating func node(_ record: SignalRecord, _ row: Int) -> String? {
            for (node, label) in promotion.plan.shownNodes {
                let past = "\"\(label)\":\(traces[node][row].json)"
                // Whole: 1.5 is not the beginning of 1.57.
                guard !["\(past),", "\(past)}"].contains(where: record.values.contains) else {
                    continue
                }
                return "\(label) at \(history.traded.times[row].text): live \(record.values), "
                    + "backtest \(past)"
            }
            return nil
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
    }
}
