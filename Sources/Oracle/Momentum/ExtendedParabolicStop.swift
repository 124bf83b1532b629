extension Definition {
    static let extendedParabolicStop = Definition(
        "extended-parabolic-stop", "SAREXT",
        """
        The parabolic stop with its own accelerations for long and short, a start value (its \
        sign the direction) and an offset at each reversal. Negative while short.
        """,
        [
            .real("start", 0), .real("offset", 0, 0...1e6),
            .real("longFirst", 0.02, 0...1e6), .real("longStep", 0.02, 0...1e6),
            .real("longMaximum", 0.2, 0...1e6), .real("shortFirst", 0.02, 0...1e6),
            .real("shortStep", 0.02, 0...1e6), .real("shortMaximum", 0.2, 0...1e6),
        ], [.high, .low], lookback: { _ in 1 }, magnitude: .soFar
    ) { x, a in
        ExactSeries.skippingUnknown(x) { x in
            func rule(_ side: String) -> ParabolicState.Acceleration {
                let most = a["\(side)Maximum"]
                return (min(a["\(side)First"], most), min(a["\(side)Step"], most), most)
            }
            var stop = ParabolicState(long: rule("long"), short: rule("short"))
            (stop.start, stop.offset, stop.isSigned) = (a["start"], a["offset"], true)
            return [stop.run(x[0], x[1])]
        }
    }
}
