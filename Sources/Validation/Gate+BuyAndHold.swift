extension Gate {
    /// Trading does better than holding, risk for risk.
    static let buyAndHold = Gate(
        name: "buy-and-hold", question: "Is the Sharpe ratio above that of buying and holding?",
        comparison: .atLeast, unit: .ratio
    ) { examination, _ in
        let (traded, held) = (examination.traded, examination.held)
        let text = { (ratio: Double?) in GateUnit.ratio.text(ratio, undefined: "undefined") }
        return Finding(
            value: traded.sharpe.flatMap { own in held.sharpe.map { own - $0 } },
            why: "the Sharpe ratio is \(text(traded.sharpe)), and \(text(held.sharpe)) of holding "
                + "the same",
            evidence: [
                GateTable(
                    "Beside buying and holding", label: "Account",
                    columns: [
                        .init("Return", .fraction), .init("Sharpe", .ratio),
                        .init("Volatility a year", .fraction),
                    ],
                    rows: [("Strategy", traded), ("Holding", held)].map { name, pool in
                        .init(
                            name,
                            [
                                pool.totalReturn, pool.sharpe,
                                pool.returns.volatility(periodsPerYear: pool.periodsPerYear),
                            ])
                    })
            ])
    }
}
