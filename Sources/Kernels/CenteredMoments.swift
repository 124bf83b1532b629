/// The mean and the variance of the last n values, from sums that are centred on a value *inside*
/// the window and rebuilt at time anchors.
///
/// One member's square is at most n times the variance, so cancellation costs a factor n + 1 at
/// worst, and a flat window gives 0. S₁² / n is at most (n − 1) / n of S₂, so only an underflow can
/// give less than +0: −0. Source: Chan, Golub, LeVeque, The American Statistician 37 (3), 1983.
struct CenteredMoments<Value: Lane>: BitwiseCopyable {
    /// The length of the window memory: n inputs, then n tail sums of d = x − c, then n of d².
    static func windowLength(period: Int) -> Int { 3 * period }

    private var ring: AnchoredRing<Value>
    private var (center, sum, squares) = (Value.unknown, Value.zero, Value.zero)
    private let share: Value
    /// The mean of the window.
    private(set) var mean = Value.unknown
    /// Its population variance; never less than 0.
    private(set) var variance = Value.unknown

    init(period: Int) {
        ring = AnchoredRing(period: period)
        share = Value(repeating: 1 / Double(period))
    }

    /// Takes one value into the window.
    @inline(__always)
    mutating func add(_ input: Value, _ anchors: UInt8, _ window: inout MutableSpan<Value>) {
        if ring.isDue(anchors) { rebuild(input, anchors, &window) }
        window[ring.slot] = input
        let distance = input - center
        (sum, squares) = (sum + distance, squares + distance * distance)
        let tail = ring.period + ring.advance()
        let (first, second) = (window[tail] + sum, window[tail + ring.period] + squares)
        mean = center + first * share
        variance = ((second - first * first * share) * share).magnitude
    }

    @inline(__always)
    private mutating func rebuild(
        _ input: Value, _ anchors: UInt8, _ window: inout MutableSpan<Value>
    ) {
        let lanes = ring.rebuild(anchors)
        var (slot, first, second) = (ring.slot, Value.zero, Value.zero)
        center = ring.newest(input, window).kept(where: lanes, else: center)
        note(first, second, at: slot, in: &window, where: lanes)
        for _ in 1..<max(ring.period, 1) {
            slot = ring.before(slot)
            let distance = window[slot] - center
            (first, second) = (first + distance, second + distance * distance)
            note(first, second, at: slot, in: &window, where: lanes)
        }
        sum = Value.zero.kept(where: lanes, else: sum)
        squares = Value.zero.kept(where: lanes, else: squares)
    }

    @inline(__always)
    private func note(
        _ first: Value, _ second: Value, at slot: Int, in window: inout MutableSpan<Value>,
        where lanes: Value.Mask
    ) {
        let (one, two) = (ring.period + slot, 2 * ring.period + slot)
        window[one] = first.kept(where: lanes, else: window[one])
        window[two] = second.kept(where: lanes, else: window[two])
    }
}
