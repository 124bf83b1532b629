import Kernels

extension IndicatorCatalog {
    static let candles: [Indicator] = CandlePattern.allCases.map { pattern in
        Indicator(
            pattern.rawValue, pattern.title, .candles, taLib: pattern.taLib,
            pattern.penetration.map { [.number("penetration", $0)] } ?? []
        ) { [$0.value(of: pattern, penetration: $1.first)] }
    }
}
