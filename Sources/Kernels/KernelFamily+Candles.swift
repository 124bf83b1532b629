extension KernelFamily {
    /// The candlestick patterns.
    static let candles = CandlePattern.shapes.map { candle($0.pattern) }

    private static func candle(_ pattern: CandlePattern) -> KernelFamily {
        guard let usual = pattern.penetration else { return Self(CompiledKernel(pattern, nil)) }
        return Self(pattern.rawValue, [CompiledKernel(pattern, usual)]) { parameters in
            guard parameters.are("penetration"), let share = parameters.values["penetration"],
                share >= 0
            else { return nil }
            return CompiledKernel(pattern, share)
        }
    }
}

/// The parameters of a pattern that takes some, as its identity tells them.
private struct Penetration {
    let penetration: Double
}

extension CompiledKernel {
    /// A candlestick pattern, of open, high, low and close.
    ///
    /// - Parameters:
    ///   - pattern: which.
    ///   - penetration: the share of a body by which a candle has to push into it, ≥ 0; TA-Lib's
    ///     where nil. Only a pattern that has one takes it.
    /// - Returns: the kernel.
    public static func candles(_ pattern: CandlePattern, penetration: Double? = nil) -> Self {
        precondition(
            penetration == nil || pattern.penetration != nil, "\(pattern) takes no penetration")
        precondition(
            (penetration ?? 0) >= 0, "penetration must be ≥ 0, was \(penetration ?? .nan)")
        return Self(pattern, penetration ?? pattern.penetration)
    }

    /// The kernel of a pattern; no share where it takes none.
    fileprivate init(_ pattern: CandlePattern, _ share: Double?) {
        let parameters: Any = share.map { Penetration(penetration: $0) } ?? ()
        self.init(
            CandleKernel(pattern: pattern, penetration: share ?? 0), named: pattern.rawValue,
            parametersOf: parameters)
    }
}
