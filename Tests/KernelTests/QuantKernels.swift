import Kernels

/// Kernels as quants write them: held by the same laws as the catalogue's.
enum QuantKernels {
    static let all = [CompiledKernel(Leak(rate: 0.125)), CompiledKernel(LastRise())]
}

/// A leaky average that starts at the first input.
struct Leak: ScalarKernel {
    static let name = "leak"
    let rate: Double
    var level = Double.nan

    var lookback: Int { 0 }
    var kind: KernelKind { .settling(bars: 207) }
    var unit: KernelUnit { .input }

    mutating func step(_ x: Double) -> Double {
        level = level.isNaN ? x : level + rate * (x - level)
        return level
    }
}

/// The change against the input before.
struct LastRise: ScalarKernel {
    static let name = "last-rise"
    var previous = Double.nan

    var lookback: Int { 1 }
    var unit: KernelUnit { .distance }

    mutating func step(_ x: Double) -> Double {
        defer { previous = x }
        return x - previous
    }
}
