/// The sums of two terms that are not centered: of those that have one sign no digit is lost.
struct PairSums<Value: Lane>: WindowSums {
    static var inputCount: Int { 2 }
    static var count: Int { 2 }
    private(set) var (first, second) = (Value.zero, Value.zero)

    @inline(__always)
    mutating func addNewer(_ bar: WindowBar<Value>, from center: WindowBar<Value>) {
        (first, second) = (first + bar.first, second + bar.second)
    }

    @inline(__always)
    subscript(index: Int) -> Value {
        get { index == 0 ? first : second }
        set { if index == 0 { first = newValue } else { second = newValue } }
    }
}
