import Analysis
import MarketData

extension Gate {
    /// Enough round trips for any figure to mean something.
    static let minimumTrades = Gate(
        name: "minimum-trades", question: "Are there enough closed trades to judge by?",
        comparison: .atLeast, unit: .count
    ) { examination, _ in
        let counts = examination.traded.tradeCounts
        let count = examination.traded.tradeCount
        let series = counts.count == 1 ? examination.subjects[0].symbol : "\(counts.count) series"
        return Finding(
            value: Double(count),
            why: counted(count, "round trip was", plural: "round trips were") + " closed on "
                + series,
            evidence: [
                GateTable(
                    "Closed trades", label: "Series", columns: [.init("Trades", .count)],
                    rows: zip(examination.subjects, counts).map {
                        .init($0.symbol, [Double($1)])
                    })
            ])
    }

    /// The Sharpe ratio is not what chance alone gives a record of this length and shape.
    ///
    /// Source: Bailey, López de Prado, Journal of Risk 15 (2), 2012.
    static let probabilityOfSkill = Gate(
        name: "probability-of-skill",
        question: "How probable is a true Sharpe ratio above zero?",
        comparison: .atLeast, unit: .fraction
    ) { examination, _ in
        let pool = examination.traded
        guard let skill = SharpeSignificance(pool.returns), let moments = Moments(pool.returns)
        else { return Finding(why: "the account never changes, so that nothing can be judged") }
        let (count, sharpe) = (pool.returns.values.count, GateUnit.ratio.text(pool.sharpe))
        return Finding(
            value: skill.probability(exceeding: 0),
            why: "the Sharpe ratio is \(sharpe) over \(counted(count, "bar"))",
            evidence: [
                GateTable(
                    "Significance", label: "Record",
                    columns: [
                        .init("Sharpe", .ratio), .init("Bars", .count), .init("Skewness", .ratio),
                        .init("Kurtosis", .ratio), .init("PSR", .fraction),
                        .init("Bars needed for 95 %", .count),
                    ],
                    rows: [
                        .init(
                            "Mean of the accounts",
                            [
                                pool.sharpe, Double(count), moments.skewness, moments.kurtosis,
                                skill.probability(exceeding: 0),
                                skill.minimumTrackRecord()?.rounded(.up),
                            ])
                    ])
            ])
    }
}
