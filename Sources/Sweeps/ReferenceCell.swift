import MarketData
import Trading

/// One cell by the trading session itself, bar by bar: what everything else is held to.
public enum ReferenceCell {
    /// Trades the conditions of a cell.
    ///
    /// - Parameters:
    ///   - index: the history and its rows.
    ///   - rules: the terms.
    ///   - conditions: the wishes, a bit a bar.
    ///   - periodsPerYear: the factor that annualises.
    ///   - values: the values of stop and target, where the rules take them.
    /// - Returns: the outcome.
    public static func run(
        _ index: PriceIndex, _ rules: TradingRules, _ conditions: CellConditions,
        periodsPerYear: Double, values: LevelValues = LevelValues()
    ) -> CellOutcome {
        var (equity, investedCount) = ([Double](), 0)
        equity.reserveCapacity(index.count)
        let session = session(index, rules, conditions, values: values) { session in
            equity.append(session.equity)
            investedCount += session.isFlat ? 0 : 1
        }
        return CellOutcome(
            session, equity: equity, investedCount: investedCount, periodsPerYear: periodsPerYear)
    }

    /// The session after the last bar, for whoever wants the trades of a cell.
    ///
    /// - Parameters:
    ///   - index: the history and its rows.
    ///   - rules: the terms.
    ///   - conditions: the wishes, a bit a bar.
    ///   - values: the values of stop and target, where the rules take them.
    ///   - visit: what to do after each close.
    /// - Returns: the session.
    public static func session(
        _ index: PriceIndex, _ rules: TradingRules, _ conditions: CellConditions,
        values: LevelValues = LevelValues(), visit: (borrowing TradingSession) -> Void = { _ in }
    ) -> TradingSession {
        var session = TradingSession(rules)
        let (history, series, hasActions) = (
            index.history, index.history.traded, index.hasActions
        )
        for bar in 0..<index.count {
            let row = index.rows.lowerBound + bar
            session.advance(
                to: series[row], actions: hasActions[bar] ? history.actions(atRow: row) : [])
            session.apply(
                Decision(
                    conditions.wishes(bar), stop: values.stop(bar),
                    target: values.target(bar),
                    decidedAt: series.closedAt[row]))
            visit(session)
        }
        return session
    }
}
