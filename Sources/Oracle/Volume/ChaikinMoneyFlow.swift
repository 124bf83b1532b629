extension Definition {
    static let chaikinMoneyFlow = Definition(
        "chaikin-money-flow", "CMF",
        """
        Σ v ((c − l) − (h − c)) / (h − l) / Σ v over n bars; 0 without volume.
        """, [.period(20)], [.high, .low, .close, .volume],
        lookback: { $0.period - 1 }, magnitude: .constant(1)
    ) { x, a in
        let flow = ExactSeries.moneyFlow(x)
        return [flow.sum(a.period).ratio(to: x[3].known(with: flow).sum(a.period))]
    }
}
