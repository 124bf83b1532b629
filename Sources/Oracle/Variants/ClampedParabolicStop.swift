extension Definition {
    static let clampedParabolicStop = Definition(
        "clamped-parabolic-stop", "SAR.tulip",
        """
        A stop and reverse that starts by the middles of the first two bars and is clamped \
        before it is tested.
        """,
        [.real("acceleration", 0.02, 0...1e6), .real("maximum", 0.2, 0...1e6)], [.high, .low],
        lookback: { _ in 1 }, magnitude: .soFar
    ) { x, a in
        ExactSeries.skippingUnknown(x) { x in
            let (high, low) = (x[0].values, x[1].values)
            guard high.count > 1 else { return [x[0].map { _ in .unknown }] }
            var isLong = high[0] + low[0] <= high[1] + low[1]
            var (stop, extreme) = isLong ? (low[0], high[0]) : (high[0], low[0])
            var speed = a["acceleration"]
            var result = [DoubleDouble.unknown]
            for bar in 1..<high.count {
                stop = stop + speed * (extreme - stop)
                let before = max(bar - 2, 0)
                stop =
                    isLong
                    ? min(stop, low[bar - 1], low[before]) : max(stop, high[bar - 1], high[before])
                if isLong ? high[bar] > extreme : low[bar] < extreme {
                    extreme = isLong ? high[bar] : low[bar]
                    speed = min(speed + a["acceleration"], a["maximum"])
                }
                if isLong ? low[bar] < stop : high[bar] > stop {
                    isLong.toggle()
                    (stop, extreme) = (extreme, isLong ? high[bar] : low[bar])
                    speed = a["acceleration"]
                }
                result.append(stop)
            }
            return [ExactSeries(result)]
        }
    }
}
