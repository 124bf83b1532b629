extension Definition {
    static let ultimateOscillator = Definition(
        "ultimate-oscillator", "ULTOSC",
        """
        100 (4 A + 2 B + C) / 7, A over the least and C over the most of the three numbers of \
        bars: each Σ(c − min(l, c′)) / Σ true range, 0 where nothing moved.
        """,
        [.count("short", 7), .count("middle", 14), .count("long", 28)], [.high, .low, .close],
        lookback: { a in ["short", "middle", "long"].map(a.count).max() ?? 0 },
        magnitude: .constant(100)
    ) { x, a in
        let previous = x[2].lag(1)
        let floor = ExactSeries.map(x[1], previous) { min($0, $1) }
        let pressure = (x[2] - floor).known(with: x[0] + previous)
        let range = ExactSeries.trueRange(x[0], x[1], x[2]).known(with: previous)
        let lengths = ["short", "middle", "long"].map(a.count).sorted()
        let terms = zip([4, 2, 1], lengths).map { weight, length in
            DoubleDouble(weight)
                * pressure.sum(length).over(range.sum(length), orElse: 0)
        }
        return [100 * (terms[0] + terms[1] + terms[2]) / 7]
    }
}
