/// A stop and reverse that is clamped before it is tested.
///
/// - Definition: at the second bar the direction is up where the middle of the bar does not lie
///   below that of the first, else down; the stop starts at the first low (up) or high, the extreme
///   at the first high (up) or low. At each bar, going up: stop += factor (extreme − stop), at most
///   the last two lows; a high above the extreme becomes the extreme, and the factor grows by
///   `acceleration`, up to `maximum`; a low below the stop turns: the stop becomes the extreme, the
///   extreme the low, and the factor `acceleration`. Going down likewise.
/// - Shape: `high, low → [bar]`; the first value is unknown. Units: price.
/// - Lookback: 1. Kind: cumulative. Magnitude: the largest |price| so far, for the way from the
///   extreme to the stop is kept, as in `ParabolicStop`.
/// - Missing: a bar with an unknown input is skipped. A magnitude of 2¹⁰⁰⁰ or more is unknown.
/// - Complexity: O(1) per bar and lane.
/// - Source: Tulip Indicators, `psar`.
struct ClampedParabolicStop: Kernel {
    static let name = "clamped-parabolic-stop"
    static let source = "Tulip Indicators, psar"
    static let inputNames = ["high", "low"]
    let acceleration: Double
    let maximum: Double

    var lookback: Int { 1 }
    var unit: KernelUnit { .input }
    var kind: KernelKind { .cumulative }
    func scalar() -> State<Double> { State(of: self) }
    func laned() -> State<Lanes> { State(of: self) }

    /// A downward stop is an upward one of the negated prices: the extreme is kept negated then.
    struct State<Value: Lane>: Recurrence {
        private var (high, low) = (Value.unknown, Value.unknown)
        private var (highBefore, lowBefore) = (Value.unknown, Value.unknown)
        /// The extreme, and how far above it the stop lies: below 0.
        private var (peak, gap) = (Value.zero, Value.zero)
        private var factor = Value.zero
        /// 1 upward, −1 downward, 0 before the second bar.
        private var direction = Value.zero
        private let (acceleration, maximum): (Value, Value)

        init(of kernel: ClampedParabolicStop) {
            acceleration = Value(repeating: kernel.acceleration)
            maximum = Value(repeating: kernel.maximum)
        }

        @inline(__always)
        mutating func step(_ input: Inputs<Value>) -> Value {
            let (present, lowest) = (input.first, input.second)
            let isUsable = (present.magnitude + lowest.magnitude).isModerate
            let isMove = high.kept(where: isUsable, else: .unknown).isKnown
            var next = self
            let isFirst = direction .== .zero
            if isFirst.isAny { next.begin(present, lowest, where: isFirst) }
            next.advance(present, lowest)
            peak = next.peak.kept(where: isMove, else: peak)
            gap = next.gap.kept(where: isMove, else: gap)
            factor = next.factor.kept(where: isMove, else: factor)
            direction = next.direction.kept(where: isMove, else: direction)
            highBefore = high.kept(where: isUsable, else: highBefore)
            lowBefore = low.kept(where: isUsable, else: lowBefore)
            high = present.kept(where: isUsable, else: high)
            low = lowest.kept(where: isUsable, else: low)
            return ((peak + gap) * direction).kept(where: isMove, else: .unknown)
        }

        @inline(__always)
        private mutating func begin(
            _ present: Value, _ lowest: Value, where isFirst: Value.Mask
        ) {
            let isDown = (high + low) .> (present + lowest)
            let sign = Value(repeating: -1).kept(where: isDown, else: Value(repeating: 1))
            let extreme = low.kept(where: isDown, else: high) * sign
            peak = extreme.kept(where: isFirst, else: peak)
            gap = (low - high).kept(where: isFirst, else: gap)
            factor = acceleration.kept(where: isFirst, else: factor)
            direction = sign.kept(where: isFirst, else: direction)
            highBefore = high.kept(where: isFirst, else: highBefore)
            lowBefore = low.kept(where: isFirst, else: lowBefore)
        }

        /// Moves the stop over one bar.
        @inline(__always)
        private mutating func advance(_ present: Value, _ lowest: Value) {
            let (isUp, sign) = (direction .> .zero, direction)
            let top = present.kept(where: isUp, else: lowest) * sign
            let bottom = lowest.kept(where: isUp, else: present) * sign
            let floor = (low.kept(where: isUp, else: high) * sign)
                .lesser(lowBefore.kept(where: isUp, else: highBefore) * sign)
            let raised = (gap - factor * gap).lesser(floor - peak)
            let isNew = top .> peak
            let reached = top.kept(where: isNew, else: peak)
            let pace = (factor + acceleration).lesser(maximum).kept(where: isNew, else: factor)
            let turns = raised .> (bottom - peak)
            gap = (bottom - reached).kept(where: turns, else: raised + (peak - reached))
            peak = (.zero - bottom).kept(where: turns, else: reached)
            factor = acceleration.kept(where: turns, else: pace)
            direction = (.zero - sign).kept(where: turns, else: sign)
        }
    }
}

extension CompiledKernel {
    /// A stop and reverse of high and low that is clamped before it is tested. The factor starts
    /// with `acceleration` and grows by it, up to `maximum`.
    public static func clampedParabolicStop(acceleration: Double, maximum: Double) -> Self {
        Self(ClampedParabolicStop(acceleration: acceleration, maximum: maximum))
    }
}
