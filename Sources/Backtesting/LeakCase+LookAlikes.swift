import MarketData
import Signals

/// Bars and rules that only look as if they knew what closes later.
extension LeakCase {
    static var lookAlikes: [LeakCase] { rules + bars + joined }

    /// Honest bars under rules that might raise a suspicion.
    private static var rules: [LeakCase] {
        let close = Bars().close
        func honest(_ name: String, _ text: String, _ signals: [Signal]) -> LeakCase {
            LeakCase(name, text, isLeak: false, showing: signals) { known in
                known.view(market, actions: [split])
            }
        }
        return [
            honest(
                "a window that is anchored anew",
                "sums over long windows are cut at fixed dates, so that blocks begin in between",
                [close.sma(period: 200), close.highest(period: 150), close.wma(period: 77)]),
            honest(
                "a rule that trades rarely", "a condition that is true on a handful of days",
                [
                    Signal.when(
                        close > 1.2 * close.sma(period: 60) && close.rsi(period: 14) > 80,
                        then: 1, else: 0)
                ]),
            honest(
                "scaled by what was known", "a z-score over the bars so far of a window",
                [close.zScore(period: 50), Bars().obv]),
            honest(
                "a week that has closed", "the week's close, from its last day's close on",
                [close - Bars().resampled(to: .week).close.ema(period: 3)]),
        ]
    }

    /// Bars made with care.
    private static var bars: [LeakCase] {
        [
            LeakCase(
                "a turning point when it is known", "marked a bar after it", isLeak: false,
                showing: [Bars().close, Bars().close.sma(period: 5)]
            ) { known in
                AdjustedHistory(plain: market.withCloses(turningPoints(known, delay: 1)))
            },
            LeakCase(
                "a gap filled from before", "a missing close takes the last known one",
                isLeak: false, showing: [Bars().close, Bars().close.sma(period: 5)]
            ) { known in
                var last = Double.nan
                let closes = known.bars(gapped).close.map { close in
                    if close.isFinite { last = close }
                    return last
                }
                return AdjustedHistory(plain: gapped.withCloses(closes))
            },
            LeakCase(
                "a split when it comes", "prices are divided from its day on", isLeak: false,
                showing: [Bars().close.sma(period: 50), Bars().close.roc(period: 10)],
                rows: 390..<415
            ) { known in known.view(market, actions: [split]) },
        ]
    }

    /// What another series tells when it has closed.
    private static var joined: [LeakCase] {
        [
            LeakCase(
                "the date before of a later exchange",
                "New York's bars close after London's, and are known the next day",
                isLeak: false, showing: [Bars().close - Bars().of("LATER").close]
            ) { known in
                known.view(other.closing(on: .london, as: "OWN")).reading([
                    "LATER": known.view(market.closing(on: .newYork, as: "LATER"))
                ])
            },
            LeakCase(
                "the high of a day so far", "each hour knows the highest until now", isLeak: false,
                showing: [Bars().close - Bars().of("DAY").close]
            ) { known in
                let bars = known.bars(hourly)
                var (day, highest) = (CivilDate(bars.times[0]), -Double.infinity)
                let closes = bars.bars.map { bar in
                    let date = CivilDate(bar.time)
                    highest = date == day ? max(highest, bar.high) : bar.high
                    day = date
                    return highest
                }
                return AdjustedHistory(plain: bars).reading([
                    "DAY": AdjustedHistory(plain: bars.withCloses(closes))
                ])
            },
            LeakCase(
                "ranks of the same close", "all of a universe by what had closed",
                isLeak: false,
                showing: [Bars().close.roc(period: 5).rankedAcrossUniverse().sma(period: 3)]
            ) { known in
                let members = universe.enumerated().map { place, walk in
                    known.view(walk.rows(10 * place..<600))
                }
                return members[0].among(Universe(members))
            },
        ]
    }
}
