/// Bars in exact numbers, and the measures by which patterns call a part of them long or short.
///
/// Lengths are equal when they differ by less than 2⁻⁴⁸ of the price: distances of decimals that
/// are the same are so in binary only up to rounding. Prices are compared as they are.
struct ExactCandles {
    /// What a length is measured by: `factor` times the mean over `count` bars before; the bar's
    /// own where that is 0.
    enum Measure {
        case longBody, shortBody, doji, longShadow, veryLongShadow, shortShadow, noShadow
        case near, far, equal

        var count: Int {
            switch self {
            case .longShadow, .veryLongShadow: 0
            case .near, .far, .equal: 5
            default: 10
            }
        }
    }

    let open, high, low, close: ExactSeries

    init(_ columns: [ExactSeries]) {
        (open, high, low, close) = (columns[0], columns[1], columns[2], columns[3])
    }

    func body(_ t: Int) -> DoubleDouble { (close[t] - open[t]).magnitude }
    func range(_ t: Int) -> DoubleDouble { high[t] - low[t] }
    func top(_ t: Int) -> DoubleDouble { max(open[t], close[t]) }
    func bottom(_ t: Int) -> DoubleDouble { min(open[t], close[t]) }
    func upper(_ t: Int) -> DoubleDouble { high[t] - top(t) }
    func lower(_ t: Int) -> DoubleDouble { bottom(t) - low[t] }
    /// 1 for white, −1 for black; what closes where it opened is white.
    func colour(_ t: Int) -> Int { close[t] >= open[t] ? 1 : -1 }
    func isWhite(_ t: Int) -> Bool { colour(t) == 1 }
    func isBlack(_ t: Int) -> Bool { colour(t) == -1 }

    func measure(_ measure: Measure, _ t: Int) -> DoubleDouble {
        func mean(_ length: (Int) -> DoubleDouble) -> DoubleDouble {
            (t - measure.count..<t).reduce(.zero) { $0 + length($1) }
                / DoubleDouble(measure.count)
        }
        switch measure {
        case .longBody, .shortBody: return mean(body)
        case .doji, .noShadow: return mean(range) / 10
        case .longShadow: return body(t)
        case .veryLongShadow: return 2 * body(t)
        case .shortShadow: return mean { (upper($0) + lower($0)) / 2 }
        case .near: return mean(range) / 5
        case .far: return mean(range) * DoubleDouble.decimal(6, places: 1)
        case .equal: return mean(range) / 20
        }
    }

    /// True where the first length is greater, beyond rounding.
    func isMore(_ length: DoubleDouble, _ other: DoubleDouble, _ t: Int) -> Bool {
        let price = max(high[t].magnitude, low[t].magnitude)
        return length - other > price.scaled(byPowerOfTwo: -48)
    }
    func isMore(_ length: DoubleDouble, than measure: Measure, _ t: Int) -> Bool {
        isMore(length, self.measure(measure, t), t)
    }
    func isLess(_ length: DoubleDouble, than measure: Measure, _ t: Int) -> Bool {
        isMore(self.measure(measure, t), length, t)
    }
    /// True where two prices are apart by no more than the measure.
    func isWithin(_ measure: Measure, _ t: Int, _ a: DoubleDouble, _ b: DoubleDouble) -> Bool {
        !isMore((a - b).magnitude, than: measure, t)
    }

    func isLong(_ t: Int) -> Bool { isMore(body(t), than: .longBody, t) }
    func isShort(_ t: Int) -> Bool { isLess(body(t), than: .shortBody, t) }
    func isSmall(_ t: Int) -> Bool { !isMore(body(t), than: .shortBody, t) }
    func isDoji(_ t: Int) -> Bool { !isMore(body(t), than: .doji, t) }
    func noUpper(_ t: Int) -> Bool { isLess(upper(t), than: .noShadow, t) }
    func noLower(_ t: Int) -> Bool { isLess(lower(t), than: .noShadow, t) }
    func someUpper(_ t: Int) -> Bool { isMore(upper(t), than: .noShadow, t) }
    func someLower(_ t: Int) -> Bool { isMore(lower(t), than: .noShadow, t) }

    /// Bodies apart: a above b.
    func gapUp(_ a: Int, over b: Int) -> Bool { bottom(a) > top(b) }
    func gapDown(_ a: Int, under b: Int) -> Bool { top(a) < bottom(b) }
}

extension Definition {
    /// A candlestick pattern: `value` of the bars, a bar's number and the penetration. `reach` are
    /// the bars before the present one that count as the pattern's.
    static func candles(
        _ name: String, _ alias: String, _ text: String, reach: Int,
        _ measures: [ExactCandles.Measure], penetration: Double? = nil,
        value: @escaping @Sendable (ExactCandles, Int, DoubleDouble) -> Int
    ) -> Definition {
        let lookback = reach + (measures.map(\.count).max() ?? 0)
        return Definition(
            name, alias, text,
            penetration.map { [.real("penetration", $0, 0...1e300)] } ?? [],
            [.open, .high, .low, .close], lookback: { _ in lookback }, magnitude: .exact
        ) { x, a in
            let candles = ExactCandles(x)
            let sizes = ExactSeries.map(x[0].magnitude + x[1].magnitude, x[2].magnitude) {
                $0 + $1
            }
            let isKnown = (sizes + x[3].magnitude).values.map {
                $0.isKnown && $0 < DoubleDouble(0x1p1000)
            }
            var known = 0
            return [
                ExactSeries(
                    isKnown.enumerated().map { bar, isKnown in
                        known = isKnown ? known + 1 : 0
                        guard known > lookback else { return .unknown }
                        return DoubleDouble(value(candles, bar, a["penetration"]))
                    })
            ]
        }
    }
}
