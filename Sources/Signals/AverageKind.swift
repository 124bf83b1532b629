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
    /// Hull's.
    case hma
    /// Zero-lag exponential.
    case zlema
    /// Wilder's.
    case rma

    /// TA-Lib's number.
    public var number: Int {
        switch self {
        case .sma: 0
        case .ema: 1
        case .wma: 2
        case .dema: 3
        case .tema: 4
        case .trima: 5
        case .kama: 6
        case .mama: 7
        case .t3: 8
        case .hma: 9
        case .zlema: 12
        case .rma: 13
        }
    }

    /// The kind of that number; the simple one where there is none such.
    init(number: Double) { self = Self.allCases.first { Double($0.number) == number } ?? .sma }

    /// The bars before the first value of an average of that period.
    func lookback(period: Int) -> Int {
        if period == 1 { return 0 }
        return switch self {
        case .mama: 32
        case .dema: 2 * (period - 1)
        case .tema: 3 * (period - 1)
        case .t3: 6 * (period - 1)
        case .kama: period
        case .hma: period - 1 + Int(Double(period).squareRoot()) - 1
        case .zlema: period - 1 + (period - 1) / 2
        case .sma, .ema, .wma, .trima, .rma: period - 1
        }
    }

    /// True where an average depends on the bars of its window alone.
    var isWindowed: Bool { [.sma, .wma, .trima, .hma].contains(self) }
}
