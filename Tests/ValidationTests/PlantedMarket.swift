import Evaluation
import Foundation
import Kernels
import MarketData
import Signals
import Trading
import Validation

/// Ten years of daily bars in which a hidden regime drifts up and down by turns, and a trend rule
/// that can trade it; without a drift the bars are a random walk, and the rule has nothing.
///
/// A regime lasts 30 to 90 sessions. Within it each return is normal with a deviation of 1 % and a
/// mean of plus or minus `drift`.
struct PlantedMarket {
    /// The drift at which the rule's Sharpe ratio is 1 a year after 0.1 % a side.
    static let planted = 0.002_26
    static let barCount = 2_520

    /// Ten years of sessions of the New York exchange.
    private static let dates: [Timestamp] = (14_613..<20_000)
        .map { CivilDate(daysSince1970: $0) }
        .filter { Calendar.newYork.isSession($0) }.prefix(barCount).map(\.midnight)

    /// Holds while the average of a week is above that of a month.
    static let plan: Plan = {
        let close = Bars().close
        let (fast, slow) = (close.sma(period: 5), close.sma(period: 20))
        return Plan(.long(enter: fast > slow, exit: fast < slow), name: "Trend")
    }()

    /// The bars of one seed.
    static func series(seed: Int, drift: Double, bias: Double = 0) -> Series {
        var dice = Dice(seed: seed)
        var (sign, left, close) = (dice.uniform() < 0.5 ? 1.0 : -1.0, dice.length(), 100.0)
        let bars = dates.map { time in
            if left == 0 { (sign, left) = (-sign, dice.length()) }
            left -= 1
            let open = close
            close = max(0.01, open * (1 + bias + sign * drift + 0.01 * dice.normal()))
            return Bar(
                time: time, open: open, high: max(open, close), low: min(open, close),
                close: close, volume: 1_000_000)
        }
        return Series(symbol: "P\(seed)", interval: .day, calendar: .newYork, bars: bars)
    }

    /// The rule on the bars of one seed, under the default terms.
    static func examination(seed: Int, drift: Double, bias: Double = 0) throws -> Examination {
        let series = series(seed: seed, drift: drift, bias: bias)
        return Examination(
            plan, TradingRules().applying(plan.targets[0]), [try Market.subject(series)])
    }

    /// Numbers of one seed.
    private struct Dice {
        private var bits: SplitMix64

        init(seed: Int) { bits = SplitMix64(state: UInt64(seed) &* 0xD134_2543_DE82_EF95) }

        mutating func uniform() -> Double { Double(bits.next() >> 11) * 0x1p-53 }

        /// Box and Muller, of which one of the two is used.
        mutating func normal() -> Double {
            let radius = (-2 * log(1 - uniform())).squareRoot()
            return radius * cos(2 * .pi * uniform())
        }

        mutating func length() -> Int { 30 + Int(61 * uniform()) }
    }
}
