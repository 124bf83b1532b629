/// How a kernel's output depends on where the history begins.
public enum KernelKind: Hashable, Sendable {
    /// Depends on the last bars alone: the same bits from any start, once a time anchor has passed.
    case windowed
    /// Forgets its start: from any start, the output lies within 10⁻¹² of the first difference
    /// once `bars` bars have passed.
    case settling(bars: Int)
    /// Depends on every bar since the origin.
    case cumulative

    /// The kind of an exponential average whose first value comes after `lookback` bars.
    static func settling(weight: Double, after lookback: Int) -> KernelKind {
        .settling(bars: lookback + barsToForget(weight: weight))
    }

    /// The least k with (1 − weight)ᵏ ≤ 10⁻¹², found by doubling: no logarithm is needed.
    static func barsToForget(weight: Double) -> Int {
        guard weight < 1 else { return 1 }
        guard weight > 0x1p-40 else { return .max / 4 }
        var powers = [1 - weight]
        while powers[powers.count - 1] > 1e-12 {
            powers.append(powers[powers.count - 1] * powers[powers.count - 1])
        }
        var (remaining, bars) = (1.0, 0)
        for (exponent, power) in powers.enumerated().reversed() where remaining * power > 1e-12 {
            (remaining, bars) = (remaining * power, bars + 1 << exponent)
        }
        return bars + 1
    }
}
