import Foundation

/// A number of about 106 bits: the unevaluated sum of two doubles.
///
/// - Shape: `high` is the sum rounded to a double, `low` what that leaves out. Unknown, and every
///   overflow, is NaN in `high`.
/// - Accuracy: a sum, product or quotient is within 2⁻¹⁰⁴ of its value, relatively, unless it
///   underflows.
/// - Source: Dekker, Numerische Mathematik 18, 1971; Hida, Li, Bailey, ARITH-15, 2001.
public struct DoubleDouble: Sendable {
    /// The value, rounded to a double.
    public let high: Double
    /// The rest: at most half a unit in the last place of `high`.
    public let low: Double

    /// A double, exactly; unknown where it is not finite.
    public init(_ value: Double) { self.init(high: value.isFinite ? value : .nan, low: 0) }

    init(high: Double, low: Double) { (self.high, self.low) = (high, low) }

    /// The sum of two doubles of which the first is the larger, without error.
    private init(larger: Double, smaller: Double) {
        high = larger + smaller
        low = smaller - (high - larger)
    }

    /// The sum of two doubles, without error.
    private init(exactly left: Double, plus right: Double) {
        high = left + right
        let part = high - left
        low = (left - (high - part)) + (right - part)
    }

    /// Not known.
    public static let unknown = DoubleDouble(.nan)
    /// Nothing.
    public static let zero = DoubleDouble(0)

    /// True when the value is finite.
    public var isKnown: Bool { high.isFinite }
    /// The distance from zero.
    public var magnitude: DoubleDouble { high < 0 ? -self : self }

    /// The correctly rounded sum's neighbour, within 2⁻¹⁰⁵.
    public static func + (left: DoubleDouble, right: DoubleDouble) -> DoubleDouble {
        let high = DoubleDouble(exactly: left.high, plus: right.high)
        let low = DoubleDouble(exactly: left.low, plus: right.low)
        let sum = DoubleDouble(larger: high.high, smaller: high.low + low.high)
        return DoubleDouble(larger: sum.high, smaller: sum.low + low.low)
    }

    /// The value with its sign turned.
    public static prefix func - (value: DoubleDouble) -> DoubleDouble {
        DoubleDouble(high: -value.high, low: -value.low)
    }

    /// The difference.
    public static func - (left: DoubleDouble, right: DoubleDouble) -> DoubleDouble {
        left + -right
    }

    /// The product.
    public static func * (left: DoubleDouble, right: DoubleDouble) -> DoubleDouble {
        let product = left.high * right.high
        let rest = (-product).addingProduct(left.high, right.high)
        let cross = left.high * right.low + left.low * right.high
        return DoubleDouble(larger: product, smaller: rest + cross)
    }

    /// The quotient; unknown where the divisor is zero.
    public static func / (left: DoubleDouble, right: DoubleDouble) -> DoubleDouble {
        guard right.high != 0 else { return .unknown }
        let first = left.high / right.high
        var rest = left - right * DoubleDouble(first)
        let second = rest.high / right.high
        rest = rest - right * DoubleDouble(second)
        let sum = DoubleDouble(larger: first, smaller: second)
        return sum + DoubleDouble(rest.high / right.high)
    }

    /// The square root; unknown below zero.
    public func squareRoot() -> DoubleDouble {
        guard high != 0 else { return .zero }
        let guess = DoubleDouble(high.squareRoot())
        let better = (guess + self / guess) * DoubleDouble(0.5)
        return (better + self / better) * DoubleDouble(0.5)
    }

    /// The value times 2 to a power.
    func scaled(byPowerOfTwo power: Int) -> DoubleDouble {
        let half = power / 2
        let (one, two) = (Double(sign: .plus, exponent: half, significand: 1), power - half)
        let other = Double(sign: .plus, exponent: two, significand: 1)
        return DoubleDouble(high: high * one * other, low: low * one * other)
    }

    /// The largest whole number that is not above the value.
    var floor: DoubleDouble {
        let whole = high.rounded(.down)
        return whole == high
            ? DoubleDouble(larger: whole, smaller: low.rounded(.down)) : DoubleDouble(whole)
    }
}

extension DoubleDouble: Comparable, ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral {
    /// An integer, exactly below 2⁵³.
    public init(integerLiteral value: Int) { self.init(Double(value)) }
    /// The double nearest the literal, not the decimal itself.
    public init(floatLiteral value: Double) { self.init(value) }
    /// An integer, exactly below 2⁵³.
    init(_ value: Int) { self.init(Double(value)) }

    /// The decimal `units` / 10 ^ `places`, to the last bit.
    static func decimal(_ units: Int, places: Int) -> DoubleDouble {
        var power = 1
        for _ in 0..<places { power *= 10 }
        return DoubleDouble(units) / DoubleDouble(power)
    }

    /// True when left is less; false where either is unknown.
    public static func < (left: DoubleDouble, right: DoubleDouble) -> Bool {
        left.high < right.high || (left.high == right.high && left.low < right.low)
    }
    /// True when left is greater; false where either is unknown.
    public static func > (left: DoubleDouble, right: DoubleDouble) -> Bool { right < left }
    /// True when left is not greater; false where either is unknown.
    public static func <= (left: DoubleDouble, right: DoubleDouble) -> Bool {
        left < right || left == right
    }
    /// True when left is not less; false where either is unknown.
    public static func >= (left: DoubleDouble, right: DoubleDouble) -> Bool { right <= left }
    /// True when equal; false where either is unknown.
    public static func == (left: DoubleDouble, right: DoubleDouble) -> Bool {
        left.high == right.high && left.low == right.low
    }
}
