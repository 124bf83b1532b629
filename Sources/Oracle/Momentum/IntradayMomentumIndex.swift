extension Definition {
    static let intradayMomentumIndex = Definition(
        "intraday-momentum-index", "IMI",
        """
        100 Σ(c − o) over the rising bars / Σ|c − o| over n bars; 50 where nothing moved.
        """, [.period(14)], [.open, .close],
        lookback: { $0.period - 1 }, magnitude: .constant(100)
    ) { x, a in
        let move = x[1] - x[0]
        let gain = move.map { $0 < 0 ? .zero : $0 }.sum(a.period)
        return [(100 * gain).over(move.magnitude.sum(a.period), orElse: 50)]
    }
}
