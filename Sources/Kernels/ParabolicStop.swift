/// Wilder's parabolic stop and reverse.
///
/// - Definition: at the second bar the direction is down where −DM > 0, else up; the stop starts at
///   the low before (up) or the high before (down), the extreme at this bar's high or low. Going
///   up: if low ≤ stop it turns: the stop becomes the extreme, at least the last two highs, moved
///   away by `offset` of itself; the extreme becomes the low. Else the extreme follows the high,
///   and the factor then grows by its step, up to the maximum. Then
///   stop += factor (extreme − stop), at most the last two lows. Going down likewise. A
///   `start` above 0 begins an upward stop there, below 0 a downward one at −start.
/// - Shape: `high, low → stop, direction`; the first value is unknown. The direction after the bar
///   is 1 or −1, that of the shown stop comes before a turn at this bar. Units: price; a number.
/// - Lookback: 1. Kind: cumulative. Magnitude: the largest |price| so far. What is kept is the way
///   from the extreme to the stop, which shrinks: a stop of its own would round at the level of the
///   price, and stall on its way to the extreme.
/// - Missing: a bar with an unknown input is skipped. A magnitude of 2¹⁰⁰⁰ or more is unknown.
/// - Complexity: O(1) per bar and lane.
/// - Source: Wilder, New Concepts in Technical Trading Systems, 1978. Matches TA-Lib `SAR`;
///   times the direction, `SAREXT`.
struct ParabolicStop: Kernel {
    static let name = "parabolic-stop"
    static let source = "Wilder, New Concepts in Technical Trading Systems, 1978"
    static let inputNames = ["high", "low"]
    static let outputNames = ["stop", "direction"]
    let start: Double
    let offset: Double
    let longFirst: Double
    let longStep: Double
    let longMaximum: Double
    let shortFirst: Double
    let shortStep: Double
    let shortMaximum: Double

    var lookback: Int { 1 }
    var unit: KernelUnit { .input }
    func unit(ofOutput index: Int) -> KernelUnit { index == 0 ? .input : .number }
    var kind: KernelKind { .cumulative }
    func scalar() -> State<Double> { State(of: self) }
    func laned() -> State<Lanes> { State(of: self) }

    /// A downward stop is an upward one of the negated prices: the extreme is kept negated then.
    struct State<Value: Lane>: SettlingRecurrence {
        private let kernel: ParabolicStop
        private var (high, low) = (Value.unknown, Value.unknown)
        /// The extreme, and how far above it the stop lies: below 0.
        private var (peak, gap) = (Value.zero, Value.zero)
        private var factor = Value.zero
        /// 1 upward, −1 downward, 0 before the second bar.
        private var direction = Value.zero

        init(of kernel: ParabolicStop) { self.kernel = kernel }

        @inline(__always)
        mutating func step(_ input: Inputs<Value>) -> TwoOutputs<Value> {
            let (present, lowest) = (input.first, input.second)
            let isUsable = (present.magnitude + lowest.magnitude).isModerate
            let isMove = high.kept(where: isUsable, else: .unknown).isKnown
            var next = self
            let isFirst = direction .== .zero
            if isFirst.isAny { next.begin(present, lowest, where: isFirst) }
            let before = (
                present.kept(where: isFirst, else: high), lowest.kept(where: isFirst, else: low)
            )
            let shown = next.advance(present, lowest, before)
            peak = next.peak.kept(where: isMove, else: peak)
            gap = next.gap.kept(where: isMove, else: gap)
            factor = next.factor.kept(where: isMove, else: factor)
            direction = next.direction.kept(where: isMove, else: direction)
            high = present.kept(where: isUsable, else: high)
            low = lowest.kept(where: isUsable, else: low)
            return TwoOutputs(
                shown.kept(where: isMove, else: .unknown),
                direction.kept(where: isMove, else: .unknown))
        }

        var isSettled: Bool {
            let isKnown = (high + low).isKnown
            return (isKnown .& .!(direction .== .zero)).isEverywhere
        }

        @inline(__always)
        mutating func settledStep(
            _ input: Inputs<Value>, _ isSound: inout Value.Mask
        ) -> TwoOutputs<Value> {
            let (present, lowest) = (input.first, input.second)
            isSound = isSound .& (present.magnitude + lowest.magnitude).isModerate
            let shown = advance(present, lowest, (high, low))
            (high, low) = (present, lowest)
            return TwoOutputs(shown, direction)
        }

        /// Chooses the direction of the lanes that have none, from the bar before and this one.
        @inline(__always)
        private mutating func begin(
            _ present: Value, _ lowest: Value, where isFirst: Value.Mask
        ) {
            let (up, down) = (present - high, low - lowest)
            let movement = down.kept(where: down .> up, else: .zero)
            let choice =
                kernel.start == 0
                ? Value(repeating: -1).kept(where: movement .> .zero, else: Value(repeating: 1))
                : Value(repeating: kernel.start > 0 ? 1 : -1)
            let isUp = choice .> .zero
            let level =
                kernel.start == 0
                ? low.kept(where: isUp, else: high) : Value(repeating: kernel.start.magnitude)
            let extreme = present.kept(where: isUp, else: lowest)
            peak = (extreme * choice).kept(where: isFirst, else: peak)
            gap = ((level - extreme) * choice).kept(where: isFirst, else: gap)
            factor = first(isUp).kept(where: isFirst, else: factor)
            direction = choice.kept(where: isFirst, else: direction)
        }

        /// Moves the stop over one bar; gives the stop that this bar met.
        @inline(__always)
        private mutating func advance(
            _ present: Value, _ lowest: Value, _ before: (high: Value, low: Value)
        ) -> Value {
            let (isUp, sign, old) = (direction .> .zero, direction, self)
            let top = present.kept(where: isUp, else: lowest) * sign
            let bottom = lowest.kept(where: isUp, else: present) * sign
            let bottomBefore = before.low.kept(where: isUp, else: before.high) * sign
            let grown = (factor + rate(isUp, kernel.longStep, kernel.shortStep))
                .lesser(rate(isUp, kernel.longMaximum, kernel.shortMaximum))
            factor = grown.kept(where: top .> peak, else: factor)
            peak = peak.larger(top)
            gap = Self.shrunk(gap + (old.peak - peak), by: factor)
                .lesser(bottomBefore.lesser(bottom) - peak)
            let level = (old.peak + old.gap) * sign
            let holds = (bottom - old.peak) .> old.gap
            // A turn is rare: one instrument alone does not pay for it at every bar.
            if holds.isEverywhere { return level }

            let topBefore = before.high.kept(where: isUp, else: before.low) * sign
            let roof = topBefore.larger(top)
            let plain = old.peak.larger(roof)
            let turned = plain + plain * (sign * Value(repeating: kernel.offset))
            let start = rate(isUp, kernel.shortFirst, kernel.longFirst)
            let fallen = Self.shrunk(bottom - turned, by: start).lesser(bottom - roof)
            peak = peak.kept(where: holds, else: .zero - bottom)
            gap = gap.kept(where: holds, else: fallen)
            factor = factor.kept(where: holds, else: start)
            direction = sign.kept(where: holds, else: .zero - sign)
            return level.kept(where: holds, else: turned * sign)
        }

        /// What is left of a way after a share of it.
        @inline(__always)
        private static func shrunk(_ way: Value, by share: Value) -> Value { way - share * way }

        @inline(__always)
        private func first(_ isUp: Value.Mask) -> Value {
            rate(isUp, kernel.longFirst, kernel.shortFirst)
        }

        @inline(__always)
        private func rate(_ isUp: Value.Mask, _ long: Double, _ short: Double) -> Value {
            Value(repeating: long).kept(where: isUp, else: Value(repeating: short))
        }
    }
}

extension CompiledKernel {
    /// Wilder's parabolic stop of high and low, and its direction. The factor starts with `step`
    /// and grows by it, up to `maximum`.
    public static func parabolicStop(step: Double, maximum: Double) -> Self {
        let step = min(step, maximum)
        return parabolicStop(
            start: 0, offset: 0, long: (step, step, maximum), short: (step, step, maximum))
    }

    /// Wilder's parabolic stop with a start, an offset at each turn, and factors for each side:
    /// what it starts with, what it grows by, and the largest.
    public static func parabolicStop(
        start: Double, offset: Double, long: (first: Double, step: Double, maximum: Double),
        short: (first: Double, step: Double, maximum: Double)
    ) -> Self {
        Self(
            ParabolicStop(
                start: start, offset: offset, longFirst: min(long.first, long.maximum),
                longStep: min(long.step, long.maximum), longMaximum: long.maximum,
                shortFirst: min(short.first, short.maximum),
                shortStep: min(short.step, short.maximum), shortMaximum: short.maximum))
    }
}
