import Signals

/// Rules that read across instruments and intervals: every law is applied to them as well.
enum JoinedStrategies {
    static let all: [any Strategy.Type] = [MarketFilter.self, WeeklyTrend.self, Relative.self]

    /// Buys strength while another instrument is in a rising trend.
    struct MarketFilter: Strategy {
        func target(_ bars: Bars) -> TargetExposure {
            let market = bars.of("MARKET").close
            let mean = bars.close.sma(period: 10)
            return .long(
                enter: bars.close.crosses(above: mean) && market > market.sma(period: 30),
                exit: bars.close < mean || market.crosses(below: market.sma(period: 30)))
        }
    }

    /// Follows the trend of weeks, with a stop at the range of weeks.
    struct WeeklyTrend: Strategy {
        func target(_ bars: Bars) -> TargetExposure {
            let week = bars.resampled(to: .week)
            let (fast, slow) = (week.close.ema(period: 3), week.close.ema(period: 9))
            return .long(
                enter: (fast > slow).begins && bars.close > bars.low.lagged(by: 2),
                exit: (fast < slow).begins.lagged(by: 1), stop: .distance(week.atr(period: 4)))
        }
    }

    /// Holds while the price gains on another instrument and on the weeks of a third.
    struct Relative: Strategy {
        func target(_ bars: Bars) -> TargetExposure {
            let ratio = bars.close / bars.of("MARKET").close
            let week = bars.of("ASIA").resampled(to: .week).close
            let strong = ratio > ratio.sma(period: 20) && 2 * week > week.sma(period: 5) + 1
            return .long(enter: strong.begins, exit: !strong)
        }
    }
}
