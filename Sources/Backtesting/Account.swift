import Evaluation
import MarketData
import Trading

/// One account that has traded one instrument: the ledger's result before anything is measured.
public struct Account: Sendable {
    /// The rows that were traded.
    public let rows: Range<Int>
    /// The equity at each close of `rows`.
    public private(set) var equity: [Double] = []
    /// The signed units held at each close of `rows`, on the share basis of that bar.
    public private(set) var positions: [Double] = []
    /// The session after the last bar.
    public private(set) var session: TradingSession

    /// An account before its first bar.
    public init(_ rules: TradingRules, rows: Range<Int>) {
        (self.rows, session) = (rows, TradingSession(rules))
        equity.reserveCapacity(rows.count)
        positions.reserveCapacity(rows.count)
    }

    /// Trades the decisions that the columnar evaluator found.
    public init(
        _ rules: TradingRules, _ history: AdjustedHistory, _ decisions: DecisionColumns,
        rows: Range<Int>
    ) {
        self.init(rules, rows: rows)
        for row in rows {
            let decidedAt = history.traded.closedAt[row]
            advance(
                to: history.traded[row], actions: history.actions(atRow: row),
                decision: decisions.decision(row: row, decidedAt: decidedAt))
        }
    }

    /// Takes one bar and the decision of its close.
    public mutating func advance(
        to bar: Bar, actions: ArraySlice<CorporateAction>, decision: Decision
    ) {
        session.advance(to: bar, actions: actions)
        session.apply(decision)
        equity.append(session.equity)
        positions.append(session.position?.quantity ?? 0)
    }
}
