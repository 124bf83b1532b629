extension ExactSeries {
    /// A function of the known values alone, in order; its results stand where they were.
    func skippingUnknown(_ function: (ExactSeries) -> ExactSeries) -> ExactSeries {
        Self.skippingUnknown([self]) { [function($0[0])] }[0]
    }

    /// A function of the bars at which every series is known; its results stand where they were.
    static func skippingUnknown(
        _ columns: [ExactSeries], _ function: ([ExactSeries]) -> [ExactSeries]
    ) -> [ExactSeries] {
        let count = columns.first?.count ?? 0
        let bars = (0..<count).filter { bar in columns.allSatisfy { $0[bar].isKnown } }
        if bars.count == count { return function(columns) }
        let results = function(columns.map { column in ExactSeries(bars.map { column[$0] }) })
        return results.map { result in
            var spread = [DoubleDouble](repeating: .unknown, count: count)
            for (index, bar) in bars.enumerated() { spread[bar] = result[index] }
            return ExactSeries(spread)
        }
    }

    /// eₜ = eₜ₋₁ + α (xₜ − eₜ₋₁) over the known values; the seed is the mean of the first
    /// `period` after `delay` of them.
    func exponential(
        _ period: Int, weight: DoubleDouble? = nil, delay: Int = 0
    ) -> ExactSeries {
        let weight = weight ?? DoubleDouble(2) / DoubleDouble(period + 1)
        return skippingUnknown { known in
            var (average, number) = (DoubleDouble.zero, 0)
            return known.map { value in
                number += 1
                let place = number - delay
                guard place >= 1 else { return .unknown }
                if place <= period {
                    average = average + value
                    if place < period { return .unknown }
                    average = average / DoubleDouble(period)
                } else {
                    average = average + weight * (value - average)
                }
                return average
            }
        }
    }

    /// Wilder's average: α = 1 / `period`.
    func wilder(_ period: Int, delay: Int = 0) -> ExactSeries {
        exponential(period, weight: DoubleDouble(1) / DoubleDouble(period), delay: delay)
    }

    /// eₜ = eₜ₋₁ + α (xₜ − eₜ₋₁) over the known values, from the first of them.
    func exponentialFromFirst(weight: DoubleDouble) -> ExactSeries {
        exponential(1, weight: weight)
    }

    /// Wilder's sum: the first `period` − 1 values are added up, then s ← s − s / n + x.
    func wilderSum(_ period: Int) -> ExactSeries {
        skippingUnknown { known in
            var (sum, number) = (DoubleDouble.zero, 0)
            return known.map { value in
                number += 1
                if number >= period { sum = sum - sum / DoubleDouble(period) }
                sum = sum + value
                return number >= period - 1 ? sum : .unknown
            }
        }
    }

    /// The sum of all known values so far.
    var runningSum: ExactSeries {
        skippingUnknown { known in
            var sum = DoubleDouble.zero
            return known.map { value in
                sum = sum + value
                return sum
            }
        }
    }

    /// An average of TA-Lib's kinds: 0 simple, 1 exponential, 2 weighted, 3 double exponential,
    /// 4 triple exponential, 5 triangular, 6 Kaufman, 7 Ehlers, 8 Tillson, 9 Hull, 12 zero-lag,
    /// 13 Wilder.
    ///
    /// - Parameters:
    ///   - kind: the number of the kind.
    ///   - period: the bars of its window.
    ///   - delay: the known values that one which remembers more than its window skips.
    /// - Returns: the average, over one bar that bar; all unknown for another kind.
    func average(kind: Int, _ period: Int, delay: Int = 0) -> ExactSeries {
        if delay > 0, ![0, 2, 5, 9].contains(kind) {
            return skippingFirst(delay).average(kind: kind, period)
        }
        guard period > 1 else { return self }
        switch kind {
        case 0: return mean(period)
        case 1: return exponential(period)
        case 2: return linearlyWeighted(period)
        case 3: return doubleExponential(period)
        case 4: return tripleExponential(period)
        case 5: return triangular(period)
        case 6: return kaufman(period)
        case 7: return mesa(fastLimit: 0.5, slowLimit: DoubleDouble.decimal(5, places: 2))[0]
        case 8: return tillson(period, factor: DoubleDouble.decimal(7, places: 1))
        case 9: return hull(period)
        case 12: return zeroLag(period)
        case 13: return wilder(period)
        default: return map { _ in .unknown }
        }
    }

    /// The series without its first known values.
    private func skippingFirst(_ count: Int) -> ExactSeries {
        var number = 0
        return map { value in
            if value.isKnown { number += 1 }
            return number > count ? value : .unknown
        }
    }
}
