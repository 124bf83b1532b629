/// The phase of the dominant cycle, its sine waves, and the trend that is left without it.
///
/// - Definition: with n the smoothed period, rounded: the phase is that of Σ s sin(360 i / n) and
///   Σ s cos(360 i / n) over the last n smoothed prices, moved on by 90 degrees and by one bar, or
///   0 where n ≥ 2 of them are equal, of which there is no phase; the trend is the mean of the last
///   n prices, weighted 4, 3, 2, 1 over four bars.
/// - Source: Ehlers, Rocket Science for Traders, 2001, ch. 9–11. Seeds as TA-Lib's: the transform
///   begins at bar 37, the first output is at bar 63.
struct TrendCycle {
    private(set) var phase = DoubleDouble.zero
    private(set) var sine = DoubleDouble.zero
    private(set) var leadSine = DoubleDouble.zero
    private(set) var trend = DoubleDouble.zero
    private(set) var isTrending = false
    private var cycle = HilbertCycle()
    private var smooth: [DoubleDouble] = []
    private var means: [DoubleDouble] = [.zero, .zero, .zero]
    private var days = 0

    /// One figure of every bar; unknown before bar 63.
    static func walk(
        _ prices: [DoubleDouble], _ figure: (TrendCycle) -> DoubleDouble
    ) -> [DoubleDouble] {
        var walk = TrendCycle()
        return prices.indices.map { bar in
            walk.step(prices, bar) && bar >= 63 ? figure(walk) : .unknown
        }
    }

    private mutating func step(_ prices: [DoubleDouble], _ bar: Int) -> Bool {
        guard cycle.step(prices, bar, from: 37) else { return false }
        smooth.append(cycle.smoothPrice)
        let before = self
        let length = Int((cycle.smoothPeriod + DoubleDouble(0.5)).floor.high)
        movePhase(length)
        (sine, leadSine) = (Self.sine(phase), Self.sine(phase + 45))
        let window = prices[max(bar - length + 1, 0)..<bar + 1]
        let mean = length > 0 ? window.reduce(.zero, +) / DoubleDouble(length) : .zero
        trend = (4 * mean + 3 * means[0] + 2 * means[1] + means[2]) / 10
        means = [mean, means[0], means[1]]
        moveMode(before)
        return true
    }

    private mutating func movePhase(_ length: Int) {
        let cycle = smooth.suffix(length)
        if length > 1, cycle.count == length,
            cycle.allSatisfy({ ($0 - cycle[cycle.startIndex]).magnitude == 0 })
        {
            phase = .zero
            return
        }
        var (real, imaginary) = (DoubleDouble.zero, DoubleDouble.zero)
        for index in 0..<length {
            let turn = 360 * DoubleDouble(index) / DoubleDouble(length)
            let (sine, cosine) = (turn / HilbertCycle.degrees).sineAndCosine
            let price = index < smooth.count ? smooth[smooth.count - 1 - index] : .zero
            (real, imaginary) = (real + sine * price, imaginary + cosine * price)
        }
        if imaginary.magnitude > 0 {
            phase = (real / imaginary).arcTangent * HilbertCycle.degrees
        } else {
            phase = phase + (real < 0 ? -90 : real > 0 ? 90 : 0)
        }
        phase = phase + 90 + 360 / self.cycle.smoothPeriod
        if imaginary < 0 { phase = phase + 180 }
        if phase > 315 { phase = phase - 360 }
    }

    private static func sine(_ degrees: DoubleDouble) -> DoubleDouble {
        (degrees / HilbertCycle.degrees).sineAndCosine.sine
    }

    /// A cycle since the waves crossed less than half a period ago, or while the phase moves as a
    /// cycle's does; a trend again where the price is 1.5 % from the trend line.
    private mutating func moveMode(_ before: TrendCycle) {
        isTrending = true
        let isUp = sine > leadSine && before.sine <= before.leadSine
        let isDown = sine < leadSine && before.sine >= before.leadSine
        if isUp || isDown { (days, isTrending) = (0, false) }
        days += 1
        if DoubleDouble(days) < cycle.smoothPeriod / 2 { isTrending = false }
        let (move, turn) = (phase - before.phase, 360 / cycle.smoothPeriod)
        if move > DoubleDouble.decimal(67, places: 2) * turn
            && move < DoubleDouble.decimal(15, places: 1) * turn
        {
            isTrending = false
        }
        let distance = ((cycle.smoothPrice - trend) / trend).magnitude
        if distance >= DoubleDouble.decimal(15, places: 3) { isTrending = true }
    }
}
