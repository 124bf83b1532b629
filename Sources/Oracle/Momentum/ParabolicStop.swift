extension Definition {
    static let parabolicStop = Definition(
        "parabolic-stop-and-reverse", "SAR",
        """
        Wilder's stop and reverse: the acceleration starts at `acceleration`, grows by it with \
        each new extreme, to `maximum`.
        """,
        [.real("acceleration", 0.02, 0...1e6), .real("maximum", 0.2, 0...1e6)], [.high, .low],
        lookback: { _ in 1 }, magnitude: .soFar
    ) { x, a in
        ExactSeries.skippingUnknown(x) { x in
            let step = min(a["acceleration"], a["maximum"])
            var stop = ParabolicState(
                long: (step, step, a["maximum"]), short: (step, step, a["maximum"]))
            return [stop.run(x[0], x[1])]
        }
    }
}

/// The walk of the parabolic stop, one bar at a time.
struct ParabolicState {
    typealias Acceleration = (
        first: DoubleDouble, step: DoubleDouble, most: DoubleDouble
    )
    var (long, short): (Acceleration, Acceleration)
    var start = DoubleDouble.zero
    var offset = DoubleDouble.zero
    var isSigned = false
    private var isLong = true
    private var (stop, extreme, acceleration) = (
        DoubleDouble.zero, DoubleDouble.zero, DoubleDouble.zero
    )

    init(long: Acceleration, short: Acceleration) { (self.long, self.short) = (long, short) }

    mutating func run(_ high: ExactSeries, _ low: ExactSeries) -> ExactSeries {
        guard high.count > 1 else { return high.map { _ in .unknown } }
        let (up, down) = (high[1] - high[0], low[0] - low[1])
        isLong = start.high != 0 ? start > 0 : !(down > up && down > 0)
        extreme = isLong ? high[1] : low[1]
        stop = start.high != 0 ? start.magnitude : isLong ? low[0] : high[0]
        acceleration = isLong ? long.first : short.first
        var result = [DoubleDouble.unknown]
        for bar in 1..<high.count {
            let before = bar == 1 ? 1 : bar - 1
            result.append(step(high[bar], low[bar], high[before], low[before]))
        }
        return ExactSeries(result)
    }

    private mutating func step(
        _ high: DoubleDouble, _ low: DoubleDouble, _ highBefore: DoubleDouble,
        _ lowBefore: DoubleDouble
    ) -> DoubleDouble {
        let isHit = isLong ? low <= stop : high >= stop
        if isHit { turn(max(highBefore, high), min(lowBefore, low)) }
        let shown = isSigned && !isLong ? -stop : stop
        if isHit {
            acceleration = isLong ? long.first : short.first
            extreme = isLong ? high : low
        } else if isLong ? high > extreme : low < extreme {
            extreme = isLong ? high : low
            let rule = isLong ? long : short
            acceleration = min(acceleration + rule.step, rule.most)
        }
        stop = stop + acceleration * (extreme - stop)
        stop = isLong ? min(stop, lowBefore, low) : max(stop, highBefore, high)
        return shown
    }

    /// Reverses: the stop becomes the extreme, outside the last two bars.
    private mutating func turn(_ highest: DoubleDouble, _ lowest: DoubleDouble) {
        isLong.toggle()
        stop = isLong ? min(extreme, lowest) : max(extreme, highest)
        stop = stop + (isLong ? -offset : offset) * stop
    }
}
