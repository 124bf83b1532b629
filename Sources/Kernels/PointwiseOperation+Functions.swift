/// An elementary function of one value, lane by lane.
protocol ElementaryOperation: PointwiseOperation {
    static func value(_ x: Double) -> Double
}

extension ElementaryOperation {
    static var inputCount: Int { 1 }
    static var unit: KernelUnit { .number }
    @inline(__always) static func apply<V: Lane>(_ left: V, _ right: V) -> V {
        left.mapped(value)
    }
}

enum ArcCosine: ElementaryOperation {
    static let name = "arc-cosine"
    static func value(_ x: Double) -> Double { ElementaryFunctions.arcCosine(x) }
}

enum ArcSine: ElementaryOperation {
    static let name = "arc-sine"
    static func value(_ x: Double) -> Double { ElementaryFunctions.arcSine(x) }
}

enum ArcTangent: ElementaryOperation {
    static let name = "arc-tangent"
    static func value(_ x: Double) -> Double { ElementaryFunctions.arcTangent(x) }
}

enum Ceiling: ElementaryOperation {
    static let name = "ceiling"
    static func value(_ x: Double) -> Double { x.rounded(.up) }
}

enum CommonLogarithm: ElementaryOperation {
    static let name = "common-logarithm"
    static func value(_ x: Double) -> Double { ElementaryFunctions.commonLogarithm(x) }
}

enum Cosine: ElementaryOperation {
    static let name = "cosine"
    static var magnitude: KernelMagnitude { .number(1) }
    static func value(_ x: Double) -> Double { ElementaryFunctions.cosine(x) }
}

enum Exponential: ElementaryOperation {
    static let name = "exponential"
    static func value(_ x: Double) -> Double { ElementaryFunctions.exponential(x) }
}

enum Floor: ElementaryOperation {
    static let name = "floor"
    static func value(_ x: Double) -> Double { x.rounded(.down) }
}

enum HyperbolicCosine: ElementaryOperation {
    static let name = "hyperbolic-cosine"
    static func value(_ x: Double) -> Double { ElementaryFunctions.hyperbolicCosine(x) }
}

enum HyperbolicSine: ElementaryOperation {
    static let name = "hyperbolic-sine"
    static func value(_ x: Double) -> Double { ElementaryFunctions.hyperbolicSine(x) }
}

enum HyperbolicTangent: ElementaryOperation {
    static let name = "hyperbolic-tangent"
    static func value(_ x: Double) -> Double { ElementaryFunctions.hyperbolicTangent(x) }
}

enum Sine: ElementaryOperation {
    static let name = "sine"
    static var magnitude: KernelMagnitude { .number(1) }
    static func value(_ x: Double) -> Double { ElementaryFunctions.sine(x) }
}

enum Tangent: ElementaryOperation {
    static let name = "tangent"
    static var magnitude: KernelMagnitude { .intermediate }
    static func value(_ x: Double) -> Double { ElementaryFunctions.tangent(x) }
}

extension CompiledKernel {
    /// The angle whose cosine is the signal, in radians; unknown beyond 1.
    public static let arcCosine = Self(Pointwise<ArcCosine>())
    /// The angle whose sine is the signal, in radians; unknown beyond 1.
    public static let arcSine = Self(Pointwise<ArcSine>())
    /// The angle whose tangent is the signal, in radians.
    public static let arcTangent = Self(Pointwise<ArcTangent>())
    /// The least whole number that is not below the signal.
    public static let ceiling = Self(Pointwise<Ceiling>())
    /// The common logarithm of a signal; unknown where that is not positive.
    public static let commonLogarithm = Self(Pointwise<CommonLogarithm>())
    /// The cosine of an angle in radians; unknown beyond 2²⁰ quarter turns.
    public static let cosine = Self(Pointwise<Cosine>())
    /// e to the power of the signal; unknown where it overflows.
    public static let exponential = Self(Pointwise<Exponential>())
    /// The greatest whole number that is not above the signal.
    public static let floor = Self(Pointwise<Floor>())
    /// The hyperbolic cosine of a signal; unknown where it overflows.
    public static let hyperbolicCosine = Self(Pointwise<HyperbolicCosine>())
    /// The hyperbolic sine of a signal; unknown where it overflows.
    public static let hyperbolicSine = Self(Pointwise<HyperbolicSine>())
    /// The hyperbolic tangent of a signal.
    public static let hyperbolicTangent = Self(Pointwise<HyperbolicTangent>())
    /// The sine of an angle in radians; unknown beyond 2²⁰ quarter turns.
    public static let sine = Self(Pointwise<Sine>())
    /// The tangent of an angle in radians; unknown beyond 2²⁰ quarter turns.
    public static let tangent = Self(Pointwise<Tangent>())
}
