/// A kernel as a quant writes it: parameters and state in one struct, and one scalar `step`.
///
/// ```swift
/// struct Leak: ScalarKernel {
///     static let name = "leak"
///     let rate: Double
///     var level = 0.0
///
///     var lookback: Int { 0 }
///     mutating func step(_ x: Double) -> Double {
///         level += rate * (x - level)
///         return level
///     }
/// }
/// let level = bars.close.scan(Leak(rate: 0.1))
/// ```
///
/// A step sees only known values below 2¹⁰⁰⁰: another input gives an unknown output and leaves the
/// state as it was. An infinite output is unknown. All laws of kernels hold for it.
public protocol ScalarKernel: BitwiseCopyable, Hashable, Sendable {
    /// The name in the plan's canonical form. Part of the fingerprint: never reuse one.
    static var name: String { get }
    /// The bars that pass before the first known output, when every input is known.
    var lookback: Int { get }
    /// How the output depends on where the history begins; cumulative unless said otherwise.
    var kind: KernelKind { get }
    /// What the output counts in; a plain number unless said otherwise.
    var unit: KernelUnit { get }
    /// The output at this bar.
    mutating func step(_ x: Double) -> Double
}

extension ScalarKernel {
    /// Needs the origin, unless the kernel says otherwise: the cautious claim.
    @inlinable public var kind: KernelKind { .cumulative }
    /// A plain number, unless the kernel says otherwise.
    @inlinable public var unit: KernelUnit { .number }
}

/// A scalar kernel in the general shape: one copy of it for each lane.
@usableFromInline
struct LanedKernel<Base: ScalarKernel>: Kernel {
    @usableFromInline let base: Base

    @inlinable
    init(_ base: Base) { self.base = base }

    @inlinable static var name: String { Base.name }
    @inlinable var lookback: Int { base.lookback }
    @inlinable var kind: KernelKind { base.kind }
    @inlinable var unit: KernelUnit { base.unit }
    @inlinable
    func scalar() -> One { One(base: base) }
    @inlinable
    func laned() -> Eight { Eight(bases: InlineArray(repeating: base)) }

    @usableFromInline
    struct One: Recurrence {
        @usableFromInline var base: Base

        @inlinable
        init(base: Base) { self.base = base }

        @inlinable @inline(__always)
        mutating func step(_ input: Inputs<Double>) -> Double { stepped(&base, input.first) }
    }

    @usableFromInline
    struct Eight: Recurrence {
        @usableFromInline var bases: InlineArray<8, Base>

        @inlinable
        init(bases: InlineArray<8, Base>) { self.bases = bases }

        @inlinable @inline(__always)
        mutating func step(_ input: Inputs<Lanes>) -> Lanes {
            var values = Lanes.unknown
            for lane in 0..<8 { values[lane] = stepped(&bases[lane], input.first[lane]) }
            return values
        }
    }
}

@inlinable @inline(__always)
func stepped<Base: ScalarKernel>(_ base: inout Base, _ x: Double) -> Double {
    x.isModerate ? base.step(x) : .nan
}

extension CompiledKernel {
    /// Erases and specialises a quant's kernel.
    @inlinable
    public init<Base: ScalarKernel>(_ kernel: Base) {
        self.init(LanedKernel(kernel), named: Base.name, parametersOf: kernel)
    }
}
