/// The commodity channel index: how far the typical price lies from its mean, in mean deviations.
///
/// - Definition: (p − mean p) / (0.015 mean |p − mean p|) over n bars, p = h + l + c. Prices are
///   counted from a bar *inside* the window, 3 (l − l₀) + ((h − l) + (c − l)) − ((h₀ − l₀) +
///   (c₀ − l₀)), so that no digit is lost to their level. 0 where these deviations are.
/// - Shape: `high, low, close → [bar]`; the first `period − 1` values are unknown. Units: a number.
/// - Lookback: `period − 1`. Kind: windowed. Magnitude: the output and the window's range in
///   0.015 mean deviations.
/// - Missing: a window that holds an unknown value is unknown, and heals when it has left.
/// - Complexity: O(n) per bar and lane. Precondition: `period ≥ 1`.
/// - Source: Lambert, Commodities 9 (10), 1980. Matches TA-Lib `CCI`.
struct CommodityChannelIndex: Kernel {
    static let name = "commodity-channel-index"
    static let source = "Lambert, Commodities 9 (10), 1980"
    static let inputNames = ["high", "low", "close"]
    let period: Int

    var lookback: Int { period - 1 }
    var kind: KernelKind { .windowed }
    var windowLength: Int { 5 * period }
    func scalar() -> State<Double> { State(period: period) }
    func laned() -> State<Lanes> { State(period: period) }

    /// The window memory holds n lows, n times how far high and low lie above it, and the
    /// distances from the center twice in a row, so that the last n are never broken in two; then
    /// the sums that `AnchoredRing` calls tails.
    struct State<Value: Lane>: Stepping {
        private var ring: AnchoredRing<Value>
        private var center = WindowBar<Value>(.unknown, .unknown)
        private var recent = Value.zero
        private let (share, scale): (Value, Value)

        init(period: Int) {
            ring = AnchoredRing(period: period)
            share = Value(repeating: 1 / Double(period))
            scale = Value(repeating: 0.015 / Double(period))
        }

        @inline(__always)
        mutating func step(_ input: Inputs<Value>, window: inout MutableSpan<Value>) -> Value {
            let (high, low, close) = (input.first, input.second, input.third)
            let bar = WindowBar(low, (high - low) + (close - low))
            if ring.isDue(input.anchors) { rebuild(bar, input.anchors, &window) }
            let (period, slot) = (ring.period, ring.slot)
            (window[slot], window[period + slot]) = (bar.first, bar.second)
            let distance = distance(of: bar)
            (window[2 * period + slot], window[3 * period + slot]) = (distance, distance)
            recent = recent + distance
            let oldest = ring.advance()
            let mean = (window[4 * period + oldest] + recent) * share
            let deviation = window.withUnsafeMutableBufferPointer { window in
                Self.deviation(from: mean, newest: 3 * period + slot, period, window)
            }
            let index = (distance - mean) / (deviation * scale)
            return Value.zero.kept(where: deviation .== .zero, else: index)
        }

        /// Σ |distance − mean| from the newest value back. Four sums hide the latency of the
        /// additions.
        @inline(__always)
        private static func deviation(
            from mean: Value, newest: Int, _ period: Int,
            _ window: UnsafeMutableBufferPointer<Value>
        ) -> Value {
            precondition(newest - period >= 0 && newest < window.count)
            var (first, second, third, fourth) = (Value.zero, Value.zero, Value.zero, Value.zero)
            var (place, rest) = (newest, period)
            while rest >= 4 {
                first = first + (window[place] - mean).magnitude
                second = second + (window[place - 1] - mean).magnitude
                third = third + (window[place - 2] - mean).magnitude
                fourth = fourth + (window[place - 3] - mean).magnitude
                (place, rest) = (place - 4, rest - 4)
            }
            while rest > 0 {
                first = first + (window[place] - mean).magnitude
                (place, rest) = (place - 1, rest - 1)
            }
            return (first + second) + (third + fourth)
        }

        /// Three times how far a typical price lies above that of the center.
        @inline(__always)
        private func distance(of bar: WindowBar<Value>) -> Value {
            Value(repeating: 3) * (bar.first - center.first) + (bar.second - center.second)
        }

        @inline(__always)
        private mutating func rebuild(
            _ input: WindowBar<Value>, _ anchors: UInt8, _ window: inout MutableSpan<Value>
        ) {
            let (lanes, period) = (ring.rebuild(anchors), ring.period)
            let newest = ring.before(ring.slot)
            let last = WindowBar(window[newest], window[period + newest])
            center = (period == 1 ? input : last).kept(where: lanes, else: center)
            var (slot, sum) = (ring.slot, Value.zero)
            put(sum, at: 4 * period + slot, in: &window, where: lanes)
            for _ in 1..<max(period, 1) {
                slot = ring.before(slot)
                let distance = distance(of: WindowBar(window[slot], window[period + slot]))
                put(distance, at: 2 * period + slot, in: &window, where: lanes)
                put(distance, at: 3 * period + slot, in: &window, where: lanes)
                sum = sum + distance
                put(sum, at: 4 * period + slot, in: &window, where: lanes)
            }
            recent = Value.zero.kept(where: lanes, else: recent)
        }

        @inline(__always)
        private func put(
            _ value: Value, at place: Int, in window: inout MutableSpan<Value>,
            where lanes: Value.Mask
        ) {
            window[place] = value.kept(where: lanes, else: window[place])
        }
    }
}

extension CompiledKernel {
    /// The commodity channel index of high, low and close.
    public static func commodityChannelIndex(period: Int) -> Self {
        Self(CommodityChannelIndex(period: period))
    }
}
