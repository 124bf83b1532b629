import Foundation

/// Bars as plain arrays: all that the loops of `PublishedRuleTests` know. Nothing here comes from
/// the framework; a value that is not known yet is NaN.
struct PlainBars {
    let (open, high, low, close): ([Double], [Double], [Double], [Double])
    /// `2013-01` of each bar.
    let months: [String]

    var count: Int { close.count }
}

/// A published rule: when it enters, when it leaves, and how far below the entry its stop lies.
struct PlainRule {
    var enter: [Bool?]
    var exit: [Bool?]
    /// The distance of the stop, by the bar that decides the entry; nil without a stop.
    var stopDistance: [Double]?
    /// Units in all, and how far beyond the last one the close has to be for another, as a share of
    /// the stop's distance; the stop of all then lies that distance below the new one.
    var pyramid: (units: Int, every: Double) = (1, 0)

    /// A round trip by its rows; `exit` is nil while it is open.
    struct Trip: Equatable {
        let entry: Int
        let exit: Int?
    }

    /// Walks the bars once: an order is decided at a close and filled at the next open.
    func trips(_ bars: PlainBars) -> [Trip] {
        var trips: [Trip] = []
        var (held, stop) = (Int?.none, -Double.infinity)
        var (isBuying, isSelling, distance) = (false, false, 0.0)
        var (units, last, isAdding) = (0, 0.0, false)
        for row in 0..<bars.count {
            if isSelling, let entry = held {
                trips.append(Trip(entry: entry, exit: row))
                held = nil
            }
            if isBuying {
                (held, units, last) = (row, 1, bars.open[row])
                stop = stopDistance == nil ? -.infinity : bars.open[row] - distance
            }
            if isAdding {
                (units, last) = (units + 1, bars.open[row])
                stop = max(stop, bars.open[row] - distance)
            }
            (isBuying, isSelling, isAdding) = (false, false, false)
            if let entry = held, bars.low[row] <= stop {
                trips.append(Trip(entry: entry, exit: row))
                held = nil
            }
            if held != nil {
                isSelling = exit[row] == true
                isAdding =
                    !isSelling && units < pyramid.units
                    && bars.close[row] - last >= pyramid.every * distance
            } else if enter[row] == true, exit[row] != true {
                isBuying = true
                distance = stopDistance?[row] ?? 0
            }
        }
        return trips + (held.map { [Trip(entry: $0, exit: nil)] } ?? [])
    }
}

/// Indicators as the books have them, one loop each.
enum Plain {
    static func mean(_ values: [Double], _ count: Int) -> [Double] {
        windows(values, count) { window in
            var sum = 0.0
            for value in window { sum += value }
            return sum / Double(count)
        }
    }

    static func deviation(_ values: [Double], _ count: Int) -> [Double] {
        windows(values, count) { window in
            var (sum, squares) = (0.0, 0.0)
            for value in window { sum += value }
            let mean = sum / Double(count)
            for value in window { squares += (value - mean) * (value - mean) }
            return (squares / Double(count)).squareRoot()
        }
    }

    static func highest(_ values: [Double], _ count: Int) -> [Double] {
        windows(values, count) { $0.max() ?? .nan }
    }

    static func lowest(_ values: [Double], _ count: Int) -> [Double] {
        windows(values, count) { $0.min() ?? .nan }
    }

    /// The value of `count` bars ago.
    static func ago(_ values: [Double], _ count: Int) -> [Double] {
        values.indices.map { $0 < count ? .nan : values[$0 - count] }
    }

    /// A share of the way to each value; the first average is the mean of `count` values.
    static func smoothed(_ values: [Double], _ count: Int, share: Double) -> [Double] {
        var averages = values.map { _ in Double.nan }
        guard let start = values.firstIndex(where: { !$0.isNaN }) else { return averages }
        let first = start + count - 1
        guard first < values.count else { return averages }
        var average = values[start...first].reduce(0, +) / Double(count)
        averages[first] = average
        for row in (first + 1)..<values.count {
            average = average * (1 - share) + values[row] * share
            averages[row] = average
        }
        return averages
    }

    static func exponential(_ values: [Double], _ count: Int) -> [Double] {
        smoothed(values, count, share: 2 / Double(count + 1))
    }

    static func wilder(_ values: [Double], _ count: Int) -> [Double] {
        smoothed(values, count, share: 1 / Double(count))
    }

    static func changes(_ values: [Double]) -> [Double] {
        values.indices.map { $0 == 0 ? .nan : values[$0] - values[$0 - 1] }
    }

    /// Wilder's index: 100 − 100 / (1 + average gain / average loss).
    static func strength(_ values: [Double], _ count: Int) -> [Double] {
        let moves = changes(values)
        let gains = wilder(moves.map { $0.isNaN ? $0 : max($0, 0) }, count)
        let losses = wilder(moves.map { $0.isNaN ? $0 : max(-$0, 0) }, count)
        return zip(gains, losses).map { 100 - 100 / (1 + $0 / $1) }
    }

    /// Wilder's average of the range that counts the close before.
    static func range(_ bars: PlainBars, _ count: Int) -> [Double] {
        let ranges = bars.close.indices.map { row in
            guard row > 0 else { return Double.nan }
            let before = bars.close[row - 1]
            return max(
                bars.high[row] - bars.low[row], abs(bars.high[row] - before),
                abs(bars.low[row] - before))
        }
        return wilder(ranges, count)
    }

    /// 100 × (close − lowest low) / (highest high − lowest low).
    static func place(_ bars: PlainBars, _ count: Int) -> [Double] {
        zip(bars.close, zip(highest(bars.high, count), lowest(bars.low, count))).map {
            100 * ($0 - $1.1) / ($1.0 - $1.1)
        }
    }

    /// What a function makes of the last `count` values, where all of them are known.
    static func windows(
        _ values: [Double], _ count: Int, _ function: (ArraySlice<Double>) -> Double
    ) -> [Double] {
        values.indices.map { row in
            guard row >= count - 1 else { return .nan }
            let window = values[(row - count + 1)...row]
            return window.contains(where: \.isNaN) ? .nan : function(window)
        }
    }

    // What is not known is nil.

    static func above(_ left: [Double], _ right: [Double]) -> [Bool?] {
        zip(left, right).map { $0.isNaN || $1.isNaN ? nil : $0 > $1 }
    }

    static func above(_ left: [Double], _ right: Double) -> [Bool?] {
        left.map { $0.isNaN ? nil : $0 > right }
    }

    static func below(_ left: [Double], _ right: [Double]) -> [Bool?] { above(right, left) }

    static func below(_ left: [Double], _ right: Double) -> [Bool?] {
        left.map { $0.isNaN ? nil : $0 < right }
    }

    static func not(_ truths: [Bool?]) -> [Bool?] { truths.map { $0.map { !$0 } } }

    static func both(_ left: [Bool?], _ right: [Bool?]) -> [Bool?] {
        zip(left, right).map { one, other in
            if one == false || other == false { return false }
            return one == nil || other == nil ? nil : true
        }
    }

    /// True at the first bar of each run of true ones that follows a known false one.
    static func begins(_ truths: [Bool?]) -> [Bool?] {
        var before = Bool?.none
        return truths.map { truth in
            guard let truth else { return nil }
            defer { before = truth }
            return before.map { truth && !$0 }
        }
    }
}
