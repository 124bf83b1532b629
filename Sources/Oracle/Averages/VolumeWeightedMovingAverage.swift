extension Definition {
    static let volumeWeightedMovingAverage = Definition(
        "weighted-mean", "VWMA",
        """
        Σ x v / Σ v over n bars; unknown without any volume.
        """, [.period(20)], [.value, .volume],
        lookback: { $0.period - 1 },
        magnitude: Magnitude { x, a, _ in Magnitude.largest([x[0]], over: a.period) }
    ) { x, a in
        [(x[0] * x[1]).sum(a.period) / x[1].known(with: x[0]).sum(a.period)]
    }
}
