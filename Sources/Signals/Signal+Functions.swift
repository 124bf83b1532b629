import Kernels

extension Signal {
    /// The angle whose cosine this is, in radians; unknown beyond 1.
    public var arcCosine: Signal { Signal(.arcCosine, of: self) }
    /// The angle whose sine this is, in radians; unknown beyond 1.
    public var arcSine: Signal { Signal(.arcSine, of: self) }
    /// The angle whose tangent this is, in radians.
    public var arcTangent: Signal { Signal(.arcTangent, of: self) }
    /// The least whole number that is not below the value.
    public var ceiling: Signal { Signal(.ceiling, of: self) }
    /// The common logarithm; unknown where the value is not positive.
    public var commonLogarithm: Signal { Signal(.commonLogarithm, of: self) }
    /// The cosine of an angle in radians; unknown beyond 2²⁰ quarter turns.
    public var cosine: Signal { Signal(.cosine, of: self) }
    /// e to this power; unknown where it overflows.
    public var exponential: Signal { Signal(.exponential, of: self) }
    /// The greatest whole number that is not above the value.
    public var floor: Signal { Signal(.floor, of: self) }
    /// The hyperbolic cosine; unknown where it overflows.
    public var hyperbolicCosine: Signal { Signal(.hyperbolicCosine, of: self) }
    /// The hyperbolic sine; unknown where it overflows.
    public var hyperbolicSine: Signal { Signal(.hyperbolicSine, of: self) }
    /// The hyperbolic tangent.
    public var hyperbolicTangent: Signal { Signal(.hyperbolicTangent, of: self) }
    /// The sine of an angle in radians; unknown beyond 2²⁰ quarter turns.
    public var sine: Signal { Signal(.sine, of: self) }
    /// The tangent of an angle in radians; unknown beyond 2²⁰ quarter turns.
    public var tangent: Signal { Signal(.tangent, of: self) }
}
