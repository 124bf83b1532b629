/// How far a bar lies from the mean of the last n, in their population standard deviations.
///
/// - Definition: (x − mean) / √(Σ (x − mean)² / n), by `MomentSums`: both distances are taken from
///   a value *inside* the window, so that no digit is lost to the level of the price. 0 where the
///   bars do not vary.
/// - Shape: `[bar] → [bar]`; the first `period − 1` values are unknown. Units: a number.
/// - Lookback: `period − 1`. Kind: windowed. Magnitude: the square of the window's spread over its
///   variance, to the power 1.5.
/// - Missing: a window that holds an unknown value is unknown, and heals when it has left. It is
///   unknown too where a squared distance overflows (above about 10¹⁵⁴).
/// - Complexity: O(1 + n / 256) amortised per bar and lane. Precondition: `period ≥ 1`.
/// - Source: Chan, Golub, LeVeque, The American Statistician 37 (3), 1983, on shifted data.
struct RollingZScore: Kernel {
    static let name = "rolling-z-score"
    static let source = "Chan, Golub, LeVeque, The American Statistician 37 (3), 1983"
    let period: Int

    var lookback: Int { period - 1 }
    var kind: KernelKind { .windowed }
    var windowLength: Int { AnchoredWindow<NewestMoments<Double>>.length(period: period) }
    func scalar() -> State<Double> { State(period: period) }
    func laned() -> State<Lanes> { State(period: period) }

    struct State<Value: Lane>: SummingState {
        var sums: AnchoredWindow<NewestMoments<Value>>
        private let share: Value

        init(period: Int) {
            sums = AnchoredWindow(period: period)
            share = Value(repeating: 1 / Double(period))
        }

        @inline(__always)
        func result(_ tail: NewestMoments<Value>) -> Value {
            let first = tail.moments.first + sums.recent.moments.first
            let second = tail.moments.second + sums.recent.moments.second
            let deviation = ((second - first * first * share) * share).magnitude.root
            let score = (sums.recent.newest - first * share) / deviation
            return Value.zero.kept(where: deviation .== .zero, else: score)
        }
    }
}

/// The sums of d = x − c and of d² over a window, and d of the newest bar.
struct NewestMoments<Value: Lane>: WindowSums {
    static var count: Int { 3 }
    static var tailCount: Int { 2 }
    private(set) var moments = MomentSums<Value>()
    private(set) var newest = Value.zero

    @inline(__always)
    mutating func addNewer(_ bar: WindowBar<Value>, from center: WindowBar<Value>) {
        moments.addNewer(bar, from: center)
        newest = bar.first - center.first
    }

    @inline(__always)
    subscript(index: Int) -> Value {
        get { index < 2 ? moments[index] : newest }
        set { if index < 2 { moments[index] = newValue } else { newest = newValue } }
    }
}

extension CompiledKernel {
    /// The distance from the mean of the last `period` bars in their standard deviations.
    public static func zScore(period: Int) -> Self { Self(RollingZScore(period: period)) }
}
