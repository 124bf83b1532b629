/// Ehlers' Hilbert transform of a smoothed price, and the period of its dominant cycle.
///
/// - Definition: s = (4 x + 3 x′ + 2 x″ + x‴) / 10; H(y) = (0.0962 (y − y₆) + 0.5769 (y₂ − y₄))
///   (0.075 p + 0.54), p the period before; D = H(s), Q = H(D), I = D₃, jI = H(I), jQ = H(Q);
///   I₂ and Q₂ are I − jQ and Q + jI smoothed by 0.2, Re and Im the smoothed products with the
///   values before. The period is 360 / atan(Im / Re), at most 1.5 and at least 0.67 times the one
///   before, within 6 … 50, smoothed by 0.2.
/// - Source: Ehlers, Rocket Science for Traders, 2001, ch. 7. Seeds and constants as TA-Lib's.
struct HilbertCycle {
    static let degrees = 180 / DoubleDouble.pi
    private(set) var inPhase = DoubleDouble.zero
    private(set) var quadrature = DoubleDouble.zero
    private(set) var smoothPrice = DoubleDouble.zero
    private(set) var smoothPeriod = DoubleDouble.zero
    private(set) var period = DoubleDouble.zero
    private var (smooth, detrended, first, second) = (
        [DoubleDouble](), [DoubleDouble](), [DoubleDouble](), [DoubleDouble]()
    )
    private var (inPhaseBefore, quadratureBefore, real, imaginary) = (
        DoubleDouble.zero, DoubleDouble.zero, DoubleDouble.zero, DoubleDouble.zero
    )

    /// Takes one bar; false before the transform begins, at bar `start`.
    mutating func step(_ prices: [DoubleDouble], _ bar: Int, from start: Int) -> Bool {
        guard bar >= 3 else { return false }
        smoothPrice =
            (4 * prices[bar] + 3 * prices[bar - 1] + 2 * prices[bar - 2] + prices[bar - 3]) / 10
        guard bar >= start else { return false }
        smooth.append(smoothPrice)
        detrended.append(transform(smooth))
        first.append(transform(detrended))
        quadrature = Self.value(first, 0)
        inPhase = Self.value(detrended, 3)
        second.append(inPhase)
        let (ahead, behind) = (transform(second), transform(first))
        let mixed = Self.smoothed(inPhase - behind, inPhaseBefore)
        let crossed = Self.smoothed(quadrature + ahead, quadratureBefore)
        real = Self.smoothed(mixed * inPhaseBefore + crossed * quadratureBefore, real)
        imaginary = Self.smoothed(mixed * quadratureBefore - crossed * inPhaseBefore, imaginary)
        (inPhaseBefore, quadratureBefore) = (mixed, crossed)
        movePeriod()
        return true
    }

    private mutating func movePeriod() {
        let before = period
        if real.high != 0 && imaginary.high != 0 {
            period = 360 / ((imaginary / real).arcTangent * Self.degrees)
        }
        period = min(period, DoubleDouble.decimal(15, places: 1) * before)
        period = max(period, DoubleDouble.decimal(67, places: 2) * before)
        period = Self.smoothed(min(max(period, 6), 50), before)
        let share = DoubleDouble.decimal(33, places: 2)
        smoothPeriod = share * period + (1 - share) * smoothPeriod
    }

    private func transform(_ values: [DoubleDouble]) -> DoubleDouble {
        let near = Self.value(values, 2) - Self.value(values, 4)
        let far = Self.value(values, 0) - Self.value(values, 6)
        let sum =
            DoubleDouble.decimal(962, places: 4) * far
            + DoubleDouble.decimal(5769, places: 4) * near
        let slope = DoubleDouble.decimal(75, places: 3) * period
        return sum * (slope + DoubleDouble.decimal(54, places: 2))
    }

    /// The value of some bars ago; 0 before the first.
    private static func value(_ values: [DoubleDouble], _ bars: Int) -> DoubleDouble {
        values.count > bars ? values[values.count - 1 - bars] : .zero
    }

    private static func smoothed(_ new: DoubleDouble, _ old: DoubleDouble) -> DoubleDouble {
        let share = DoubleDouble.decimal(2, places: 1)
        return share * new + (1 - share) * old
    }
}
