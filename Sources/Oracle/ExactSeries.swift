/// One value a bar in double-double; unknown is NaN.
///
/// The operators and functions here are the whole vocabulary of the definitions: arithmetic bar by
/// bar, windows of bars, averages over known values. Each is written as its formula says, and costs
/// what that costs.
public struct ExactSeries: Sendable {
    var values: [DoubleDouble]

    init(_ values: [DoubleDouble]) { self.values = values }
    init(_ values: [Double]) { self.values = values.map { DoubleDouble($0) } }

    /// The values, rounded to doubles; NaN where unknown.
    public var rounded: [Double] { values.map { $0.isKnown ? $0.high : .nan } }

    var count: Int { values.count }
    subscript(index: Int) -> DoubleDouble { values[index] }

    /// The same function of every value.
    func map(_ transform: (DoubleDouble) -> DoubleDouble) -> ExactSeries {
        ExactSeries(values.map(transform))
    }

    /// The same function of the values of two series at each bar.
    static func map(
        _ left: ExactSeries, _ right: ExactSeries,
        _ transform: (DoubleDouble, DoubleDouble) -> DoubleDouble
    ) -> ExactSeries {
        ExactSeries(zip(left.values, right.values).map(transform))
    }

    static func + (left: ExactSeries, right: ExactSeries) -> ExactSeries { map(left, right, +) }
    static func - (left: ExactSeries, right: ExactSeries) -> ExactSeries { map(left, right, -) }
    static func * (left: ExactSeries, right: ExactSeries) -> ExactSeries { map(left, right, *) }
    static func / (left: ExactSeries, right: ExactSeries) -> ExactSeries { map(left, right, /) }
    static func + (left: ExactSeries, right: DoubleDouble) -> ExactSeries {
        left.map { $0 + right }
    }
    static func - (left: ExactSeries, right: DoubleDouble) -> ExactSeries {
        left.map { $0 - right }
    }
    static func * (left: DoubleDouble, right: ExactSeries) -> ExactSeries {
        right.map { left * $0 }
    }
    static func / (left: ExactSeries, right: DoubleDouble) -> ExactSeries {
        left.map { $0 / right }
    }
    var magnitude: ExactSeries { map(\.magnitude) }
    func squareRoot() -> ExactSeries { map { $0.squareRoot() } }

    /// The quotient, `neutral` where the divisor is zero.
    func over(_ divisor: ExactSeries, orElse neutral: DoubleDouble) -> ExactSeries {
        Self.map(self, divisor) { $0.isKnown && $1.high == 0 ? neutral : $0 / $1 }
    }

    /// The quotient, zero where the divisor is, or has sunk below 2⁻⁹⁶⁰.
    func ratio(to divisor: ExactSeries) -> ExactSeries {
        let least = 0x1p-960
        return Self.map(self, divisor) {
            $0.isKnown && abs($1.high) < least ? .zero : $0 / $1
        }
    }

    /// The values; where the other series is 0, the last known one before: so is a quotient whose
    /// two parts have shrunk by one factor, however small they are.
    func unchanged(where change: ExactSeries) -> ExactSeries {
        var last = DoubleDouble.unknown
        return Self.map(self, change) { value, change in
            if last.isKnown, change.high == 0 { return last }
            if value.isKnown { last = value }
            return value
        }
    }

    /// The values where the other series is known, unknown elsewhere.
    func known(with other: ExactSeries) -> ExactSeries {
        Self.map(self, other) { $1.isKnown ? $0 : .unknown }
    }

    /// The value of `bars` bars ago.
    func lag(_ bars: Int) -> ExactSeries {
        let shown = min(bars, count)
        return ExactSeries(
            Array(repeating: .unknown, count: shown) + values.prefix(count - shown))
    }

    /// The last known value before each bar; unknown before there is one.
    var previousKnown: ExactSeries {
        var last = DoubleDouble.unknown
        return map { value in
            defer { last = value.isKnown ? value : last }
            return last
        }
    }

    /// The change from one bar to the next.
    var change: ExactSeries { self - lag(1) }
}
