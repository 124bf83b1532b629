import Trading

extension Gate {
    /// Half of the edge survives twice the costs.
    static let costsDoubled = Gate(
        name: "costs-doubled",
        question: "How much of the Sharpe ratio is left at twice the costs?",
        comparison: .atLeast, unit: .fraction
    ) { examination, thresholds in
        let least = thresholds[GateThresholds.leastCost]
        guard let harder = examination.rules.withCostsDoubled(atLeast: least) else {
            return Finding(
                why: "neither commission nor slippage is charged, so that there is nothing to "
                    + "double; state what trading costs")
        }
        let rate = examination.rules.commission.rate + examination.rules.slippage
        let how =
            rate < least
            ? "at twice the costs; each side costs \(GateUnit.fraction.text(least, apartFrom: 0)) "
                + "more at least" : "at twice the costs"
        return retention(examination, examination.traded(under: harder), how, "Costs doubled")
    }

    /// Half of the edge survives a decision that comes one bar late.
    static let oneBarDelay = Gate(
        name: "one-bar-delay",
        question: "How much of the Sharpe ratio is left when every decision comes a bar late?",
        comparison: .atLeast, unit: .fraction
    ) { examination, _ in
        retention(examination, examination.tradedLate(), "a bar later", "One bar late")
    }

    /// The Sharpe ratio under harder terms over that under the terms asked for; undefined where
    /// there is no positive one to begin with.
    private static func retention(
        _ examination: Examination, _ harder: PooledReturns, _ how: String, _ head: String
    ) -> Finding {
        let (own, rest) = (examination.traded.sharpe, harder.sharpe)
        let evidence = [
            GateTable(
                head, label: "Terms",
                columns: [
                    .init("Return", .fraction), .init("Sharpe", .ratio), .init("Trades", .count),
                ],
                rows: [("As asked for", examination.traded), (head, harder)].map { name, pool in
                    .init(name, [pool.totalReturn, pool.sharpe, Double(pool.tradeCount)])
                })
        ]
        let text = { (ratio: Double?) in GateUnit.ratio.text(ratio, undefined: "undefined") }
        guard let own, own > 0 else {
            return Finding(
                why: "the Sharpe ratio is \(text(own)) to begin with: there is no edge that could "
                    + "survive", evidence: evidence)
        }
        return Finding(
            value: rest.map { $0 / own },
            why: "the Sharpe ratio is \(text(own)), and \(text(rest)) \(how)", evidence: evidence)
    }
}

extension TradingRules {
    /// The same terms at twice the commission and slippage; nil where neither is charged. The rate
    /// and the slippage of a side grow by `least` at least, so that a cost of next to nothing does
    /// not stand for one.
    fileprivate func withCostsDoubled(atLeast least: Double) -> TradingRules? {
        guard commission != Commission() || slippage > 0 else { return nil }
        // A rate of one or more would be more than the whole amount.
        let doubled = { (rate: Double) in min(2 * rate, 1 - 1e-9) }
        var harder = self
        harder.commission = Commission(
            rate: min(
                doubled(commission.rate) + max(0, least - commission.rate - slippage), 1 - 1e-9),
            fixed: 2 * commission.fixed,
            perUnit: 2 * commission.perUnit)
        harder.slippage = doubled(slippage)
        return harder
    }
}
