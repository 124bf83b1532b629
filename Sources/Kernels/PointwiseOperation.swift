/// One arithmetic operation, written once for every lane type.
protocol PointwiseOperation: Hashable, Sendable {
    static var name: String { get }
    static var inputCount: Int { get }
    static var staysFinite: Bool { get }
    static var unit: KernelUnit { get }
    static var magnitude: KernelMagnitude { get }
    static func apply<V: Lane>(_ left: V, _ right: V) -> V
}

extension PointwiseOperation {
    static var inputCount: Int { 2 }
    static var staysFinite: Bool { false }
    static var unit: KernelUnit { .input }
    static var magnitude: KernelMagnitude { .output }
}

enum Sum: PointwiseOperation {
    static let name = "sum"
    @inline(__always) static func apply<V: Lane>(_ left: V, _ right: V) -> V { left + right }
}

enum Difference: PointwiseOperation {
    static let name = "difference"
    @inline(__always) static func apply<V: Lane>(_ left: V, _ right: V) -> V { left - right }
}

enum Product: PointwiseOperation {
    static let name = "product"
    static var unit: KernelUnit { .product }
    @inline(__always) static func apply<V: Lane>(_ left: V, _ right: V) -> V { left * right }
}

enum Quotient: PointwiseOperation {
    static let name = "quotient"
    static var unit: KernelUnit { .number }
    @inline(__always) static func apply<V: Lane>(_ left: V, _ right: V) -> V { left / right }
}

/// A zero is +0, so that the operands may be swapped.
enum Maximum: PointwiseOperation {
    static let name = "maximum"
    static var staysFinite: Bool { true }
    @inline(__always) static func apply<V: Lane>(_ left: V, _ right: V) -> V {
        (left.larger(right) + .zero).kept(where: left.isKnown, else: .unknown)
    }
}

/// A zero is +0, so that the operands may be swapped.
enum Minimum: PointwiseOperation {
    static let name = "minimum"
    static var staysFinite: Bool { true }
    @inline(__always) static func apply<V: Lane>(_ left: V, _ right: V) -> V {
        (left.lesser(right) + .zero).kept(where: left.isKnown, else: .unknown)
    }
}

enum Absolute: PointwiseOperation {
    static let name = "absolute"
    static var staysFinite: Bool { true }
    static var inputCount: Int { 1 }
    @inline(__always) static func apply<V: Lane>(_ left: V, _ right: V) -> V {
        left.magnitude
    }
}

enum Negation: PointwiseOperation {
    static let name = "negation"
    static var staysFinite: Bool { true }
    static var inputCount: Int { 1 }
    @inline(__always) static func apply<V: Lane>(_ left: V, _ right: V) -> V {
        left * V(repeating: -1)
    }
}

/// Zero where the right operand is, or has sunk below 2⁻⁹⁶⁰: an average of what has long been zero
/// loses its digits on its way to there.
enum Ratio: PointwiseOperation {
    static let name = "ratio"
    static var unit: KernelUnit { .number }
    @inline(__always) static func apply<V: Lane>(_ left: V, _ right: V) -> V {
        V.zero.kept(where: V(repeating: 0x1p-960) .> right.magnitude, else: left / right)
            .kept(where: left.isKnown, else: .unknown)
    }
}

enum KnownWith: PointwiseOperation {
    static let name = "known-with"
    static var staysFinite: Bool { true }
    @inline(__always) static func apply<V: Lane>(_ left: V, _ right: V) -> V {
        left.kept(where: right.isKnown, else: .unknown)
    }
}

enum NaturalLogarithm: PointwiseOperation {
    static let name = "natural-logarithm"
    static var inputCount: Int { 1 }
    static var unit: KernelUnit { .number }
    @inline(__always) static func apply<V: Lane>(_ left: V, _ right: V) -> V { left.logarithm }
}

enum SquareRoot: PointwiseOperation {
    static let name = "square-root"
    static var inputCount: Int { 1 }
    static var staysFinite: Bool { true }
    static var unit: KernelUnit { .number }
    @inline(__always) static func apply<V: Lane>(_ left: V, _ right: V) -> V { left.root }
}
