/// The phase of the dominant cycle, the trend that is left without it, and whether it trends.
///
/// - Definition: `HilbertCycle` from bar 37 on, n its smooth period, rounded. The phase is
///   atan(Σ sᵢ sin(360° i / n) / Σ sᵢ cos(360° i / n)) over the last n smoothed prices, + 90° and
///   one bar of the cycle, + 180° where the divisor is negative, − 360° above 315°; 0° where these
///   prices are equal. Over two bars or more both sums take the distances from the newest price,
///   which changes neither. The trend is the mean of the last n prices, weighted 4, 3, 2, 1 over
///   four bars. The mode is 1; 0 for less than half a period after the sine and the sine 45° ahead
///   crossed, and while the phase moves by 0.67 to 1.5 of what a cycle does; 1 again where the
///   smoothed price is 1.5 % from the trend.
/// - Shape: `[bar] → phase, trend, mode`; the first 63 values are unknown. Units: degrees,
///   −45…315; those of the input; 1 or 0.
/// - Lookback: 63. Kind: cumulative: the measured period remembers all. Magnitude: the largest
///   intermediate. One price alone gives phase 0°, its trend and mode 1; on prices that repeat
///   exactly only rounding decides.
/// - Missing: an unknown input gives an unknown output and leaves the state unchanged. A magnitude
///   of 2⁴⁸⁰ or more is unknown: the squares would overflow.
/// - Complexity: O(50) per bar and lane.
/// - Source: Ehlers, Rocket Science for Traders, 2001, ch. 9–11. Matches TA-Lib `HT_DCPHASE`,
///   `HT_TRENDLINE` and `HT_TRENDMODE`; the sines of the phase are `HT_SINE`.
struct DominantCycle: Kernel {
    static let name = "dominant-cycle"
    static let source = "Ehlers, Rocket Science for Traders, 2001"
    static let outputNames = ["phase", "trend", "mode"]

    var lookback: Int { 63 }
    var unit: KernelUnit { .number }
    func unit(ofOutput index: Int) -> KernelUnit { index == 1 ? .input : .number }
    var kind: KernelKind { .cumulative }
    func scalar() -> State<Double> { State() }
    func laned() -> State<Lanes> { State() }

    /// The last fifty values of one line, the newest first.
    private struct History<Value: Lane>: BitwiseCopyable {
        private(set) var values = InlineArray<50, Value>(repeating: .zero)

        @inline(__always)
        mutating func push(_ value: Value, where mask: Value.Mask) {
            for index in stride(from: 49, to: 0, by: -1) {
                values[index] = values[index - 1].kept(where: mask, else: values[index])
            }
            values[0] = value.kept(where: mask, else: values[0])
        }
    }

    struct State<Value: Lane>: Recurrence {
        private var cycle = HilbertCycle<Value>(start: 37)
        private var (prices, smooth) = (History<Value>(), History<Value>())
        private var means = InlineArray<3, Value>(repeating: .zero)
        private var (phase, sine, leadSine) = (Value.zero, Value.zero, Value.zero)
        private var (trend, days, mode) = (Value.zero, Value.zero, Value.zero)

        @inline(__always)
        mutating func step(_ input: Inputs<Value>) -> ThreeOutputs<Value> {
            let isUsable = Value(repeating: 0x1p480) .> input.first.magnitude
            var next = cycle
            next.add(input.first)
            cycle.take(next, where: isUsable)
            prices.push(input.first, where: isUsable)
            let count = cycle.count.kept(where: isUsable, else: .unknown)
            let isMoving = count .> Value(repeating: 37)
            if isMoving.isAny { move(where: isMoving) }
            let isReady = count .> Value(repeating: 63)
            return ThreeOutputs(
                phase.kept(where: isReady, else: .unknown),
                trend.kept(where: isReady, else: .unknown),
                mode.kept(where: isReady, else: .unknown))
        }

        private mutating func move(where isMoving: Value.Mask) {
            smooth.push(cycle.smoothPrice, where: isMoving)
            let half = Value(repeating: 0.5)
            let length = (cycle.smoothPeriod + half).mapped { $0.rounded(.down) }
            let (angle, mean) = measured(over: length)
            let radians = Value(repeating: .pi / 180)
            let wave = (angle * radians).mapped(ElementaryFunctions.sine)
            let lead = ((angle + Value(repeating: 45)) * radians)
                .mapped(ElementaryFunctions.sine)
            let line = weighted(mean)
            moveMode(angle, wave, lead, line, where: isMoving)
            phase = angle.kept(where: isMoving, else: phase)
            sine = wave.kept(where: isMoving, else: sine)
            leadSine = lead.kept(where: isMoving, else: leadSine)
            trend = line.kept(where: isMoving, else: trend)
            means[2] = means[1].kept(where: isMoving, else: means[2])
            means[1] = means[0].kept(where: isMoving, else: means[1])
            means[0] = mean.kept(where: isMoving, else: means[0])
        }

        /// The mean over four bars, counted from the newest: a constant is met to the bit.
        private func weighted(_ mean: Value) -> Value {
            let rest =
                Value(repeating: 3) * (means[0] - mean) + Value(repeating: 2) * (means[1] - mean)
                + (means[2] - mean)
            return mean + rest / Value(repeating: 10)
        }

        /// The phase in degrees, and the mean price, of the last bars.
        private func measured(over length: Value) -> (phase: Value, mean: Value) {
            var (real, imaginary, sum) = (Value.zero, Value.zero, Value.zero)
            let turn = Value(repeating: 2 * .pi) / length
            let isLong = length .> Value(repeating: 1)
            let base = smooth.values[0].kept(where: isLong, else: .zero)
            for index in 0..<50 {
                let place = Value(repeating: Double(index))
                let isIncluded = length .> place
                guard isIncluded.isAny else { break }
                let angle = (turn * place).kept(where: isIncluded, else: .zero)
                let price = (smooth.values[index] - base).kept(where: isIncluded, else: .zero)
                real = real + angle.mapped(ElementaryFunctions.sine) * price
                imaginary = imaginary + angle.mapped(ElementaryFunctions.cosine) * price
                let distance = prices.values[index] - prices.values[0]
                sum = sum + distance.kept(where: isIncluded, else: .zero)
            }
            let mean = (prices.values[0] + sum / length).kept(where: length .> .zero, else: .zero)
            let isFlat = isLong .& (real .== .zero) .& (imaginary .== .zero)
            return (Value.zero.kept(where: isFlat, else: angle(real, imaginary)), mean)
        }

        private func angle(_ real: Value, _ imaginary: Value) -> Value {
            let quarter = Value(repeating: 90)
            let side = quarter.kept(where: real .> .zero, else: .zero)
            let turned = (phase + side) - quarter.kept(where: .zero .> real, else: .zero)
            let degrees = (real / imaginary).arcTangent * Value(repeating: 180 / .pi)
            var angle = turned.kept(where: imaginary .== .zero, else: degrees)
            angle = angle + quarter + Value(repeating: 360) / cycle.smoothPeriod
            let half = Value(repeating: 180).kept(where: .zero .> imaginary, else: .zero)
            angle = angle + half
            let isBeyond = angle .> Value(repeating: 315)
            return angle - Value(repeating: 360).kept(where: isBeyond, else: .zero)
        }

        private mutating func moveMode(
            _ angle: Value, _ wave: Value, _ lead: Value, _ line: Value,
            where isMoving: Value.Mask
        ) {
            let (one, zero) = (Value(repeating: 1), Value.zero)
            // 1 where the waves crossed: above now and not before, or below now and not before.
            let wasAbove = one.kept(where: sine .> leadSine, else: zero)
            let wasBelow = one.kept(where: leadSine .> sine, else: zero)
            let up = (one - wasAbove).kept(where: wave .> lead, else: zero)
            let crossed = up + (one - wasBelow).kept(where: lead .> wave, else: zero)
            let since = days.kept(where: crossed .== zero, else: zero) + one
            var result = zero.kept(where: crossed .> zero, else: one)
            let period = cycle.smoothPeriod
            result = zero.kept(where: Value(repeating: 0.5) * period .> since, else: result)
            let (move, turn) = (angle - phase, Value(repeating: 360) / period)
            let isFast = move .> Value(repeating: 0.67) * turn
            let isBounded = Value(repeating: 1.5) * turn .> move
            let turned = zero.kept(where: isFast, else: result)
            result = turned.kept(where: isBounded, else: result)
            let distance = ((smooth.values[0] - line) / line).magnitude
            let limit = Value(repeating: 0.015)
            result = one.kept(where: (distance .> limit) .| (distance .== limit), else: result)
            days = since.kept(where: isMoving, else: days)
            mode = result.kept(where: isMoving, else: mode)
        }
    }
}

extension CompiledKernel {
    /// The phase of the dominant cycle in degrees, the trend without it, and 1 where it trends.
    public static let dominantCycle = Self(DominantCycle())
}
