extension Definition {
    static let linearRegressionAngle = Definition(
        "linear-regression-angle", "LINEARREG_ANGLE",
        """
        The angle of that line in degrees.
        """, [.period(14, least: 2)],
        lookback: { $0.period - 1 },
        magnitude: Magnitude { x, a, _ in
            Magnitude.largest(x, over: a.period).map { max(90, 60 * $0) }
        }
    ) { x, a in
        let degrees = 180 / DoubleDouble.pi
        return [x[0].regression(a.period).slope.map { degrees * $0.arcTangent }]
    }
}
