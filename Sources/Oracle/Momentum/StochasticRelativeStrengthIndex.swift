extension Definition {
    static let stochasticRelativeStrengthIndex = Definition(
        "stochastic-relative-strength-index", "STOCHRSI",
        """
        The fast stochastic oscillator of the relative strength index; 0 where the price, and \
        with it that index, stays. It divides by the range of that index.
        """,
        [.period(14), .count("k", 5), .count("d", 3)], outputs: ["fastk", "fastd"],
        lookback: { $0.period + $0.count("k") + $0.count("d") - 2 },
        magnitude: Magnitude("100 + 10⁴ / the range of the index") { x, a, _ in
            let index = x[0].relativeStrength(a.period)
            let bars = a.count("k") + a.count("d") - 1
            let range = index.highest(a.count("k")) - index.lowest(a.count("k"))
            return range.magnitude.lowest(bars - a.count("k") + 1).values.map {
                $0.high > 0 ? 100 + 10_000 / $0.high : 100
            }
        }
    ) { x, a in
        let index = x[0].relativeStrength(a.period)
        let raw = ExactSeries.stochastic(index, index, index, a.count("k"))
        let signal = raw.mean(a.count("d"))
        return [raw.known(with: signal), signal]
    }
}
