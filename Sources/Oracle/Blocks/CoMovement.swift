extension Definition {
    static let coMovement = Definition(
        "co-movement", "",
        """
        Pearson's correlation of two inputs over n bars, and the slope of the second on the first; \
        0 where a divisor is 0.
        """, [.period(30)], [.value, .other], outputs: ["correlation", "slope"],
        lookback: { $0.period - 1 },
        magnitude: Magnitude { x, a, y in
            let conditioned = Magnitude.conditioned.of(x, a, y)
            let ratio = x[1].variance(a.period).over(x[0].variance(a.period), orElse: 0)
            return zip(conditioned, ratio.rounded).map { $0 * max(1, $1.squareRoot()) }
        }
    ) { x, a in
        [
            .window(x[0], x[1], a.period) { left, right in
                let (xx, yy, xy) = moments(left, right)
                let scale = xx.squareRoot() * yy.squareRoot()
                return scale.high == 0 ? .zero : xy / scale
            },
            .window(x[0], x[1], a.period) { left, right in
                let (xx, _, xy) = moments(left, right)
                return xx.high == 0 ? .zero : xy / xx
            },
        ]
    }
}
