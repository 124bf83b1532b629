import Signals

/// Rules that read across instruments and intervals: every law is applied to them as well.
enum JoinedStrategies {
    static let all: [any Strategy.Type] = [
        MarketFilter.self, WeeklyTrend.self, Relative.self, Vocabulary.self, Mood.self,
    ]

    /// Holds while a stored column that comes at odd times is in good spirits; by rank and weight.
    struct Mood: Strategy {
        func target(_ bars: Bars) -> TargetExposure {
            let mood = bars.column("mood")
            return .long(
                enter: (mood.sma(period: 5) > 0).begins || bars.close + mood > bars.high,
                exit: mood < -1, size: .weight(0.5 + mood / 10),
                limits: Limits(maxPositions: 2), rank: bars.close.roc(period: 5) - mood)
        }
    }

    /// Says whatever no other rule says: conditions as numbers, the calendar, every limit.
    struct Vocabulary: Strategy {
        func target(_ bars: Bars) -> TargetExposure {
            let isUp = bars.close > bars.open
            let deviation = bars.close.rocp(period: 1).standardDeviation(period: 20) * 16
            let choice = Signal.when(isUp, then: bars.high, else: bars.low)
            let enter =
                bars.close.rising(for: 2) && isUp.count(within: 5) >= 3
                || isUp.streak > 3 && bars.weekday < 4 && bars.sessionsLeftInMonth > 1
            let exit =
                bars.close.falling(for: 3) && isUp.within(8) || isUp.barsSince > 4
                || choice.change(over: 3).clamped(to: -5...5) < -4
            return .long(
                enter: enter.begins, exit: exit, stop: .chandelier(3 * bars.atr(period: 14)),
                target: .percent(0.3), size: .volatility(target: 0.1, of: deviation),
                limits: Limits(
                    maxBars: 30, coolDown: 2, breakEven: .gain(0.05), dailyLoss: 0.03,
                    scaleIn: .init(units: 3, every: .risk(0.5)),
                    scaleOut: [.init(at: .risk(2), share: 0.25)]))
        }
    }

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
