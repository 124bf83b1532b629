/// The mean and the variance of the last n values, from sums that are centred on a value *inside*
/// the window and rebuilt at time anchors.
///
/// One member's square is at most n times the variance, so cancellation costs a factor n + 1 at
/// worst, and a flat window gives 0. S₁² / n is at most (n − 1) / n of S₂, so only an underflow can
/// give less than +0: −0. Source: Chan, Golub, LeVeque, The American Statistician 37 (3), 1983.
protocol MomentState<Value>: SummingState where Sums == MomentSums<Value> {
    /// One over the period.
    var share: Value { get }
}

extension MomentState {
    /// The mean of the window.
    @inline(__always)
    func mean(_ tail: Sums) -> Value {
        sums.center.first + (tail.first + sums.recent.first) * share
    }

    /// Its population variance; never less than 0.
    @inline(__always)
    func variance(_ tail: Sums) -> Value {
        let first = tail.first + sums.recent.first
        let second = tail.second + sums.recent.second
        return ((second - first * first * share) * share).magnitude
    }
}

/// The sums of d = x − c and of d² over a window.
struct MomentSums<Value: Lane>: WindowSums {
    static var count: Int { 2 }
    private(set) var (first, second) = (Value.zero, Value.zero)

    @inline(__always)
    mutating func addNewer(_ bar: WindowBar<Value>, from center: WindowBar<Value>) {
        let distance = bar.first - center.first
        (first, second) = (first + distance, second + distance * distance)
    }

    @inline(__always)
    subscript(index: Int) -> Value {
        get { index == 0 ? first : second }
        set { if index == 0 { first = newValue } else { second = newValue } }
    }
}
