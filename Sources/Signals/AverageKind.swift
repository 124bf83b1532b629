/// The kinds of moving averages that an indicator may be built on.
public enum AverageKind: String, CaseIterable, Sendable {
    /// Simple.
    case sma
    /// Exponential.
    case ema
    /// Weighted.
    case wma
    /// Double exponential.
    case dema
    /// Triple exponential.
    case tema
    /// Triangular.
    case trima
    /// Kaufman's adaptive.
    case kama
    /// Ehlers' adaptive, with the limits 0.5 and 0.05; it has no period.
    case mama
    /// Tillson's T3, with the volume factor 0.7.
    case t3
    /// Wilder's.
    case rma
    /// Hull's.
    case hma

    /// TA-Lib's number, 0…8; those that it lacks count on.
    public var number: Int { Self.allCases.firstIndex(of: self) ?? 0 }

    /// The kind of that number; the simple one where there is none such.
    init(number: Double) {
        self = Self.allCases.indices.contains(Int(number)) ? Self.allCases[Int(number)] : .sma
    }
}
