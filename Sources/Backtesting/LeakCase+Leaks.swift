import MarketData
import Signals

/// Bars that know what closes later.
extension LeakCase {
    static let market = SyntheticMarket(symbol: 11).daily(count: 600)
    static let other = SyntheticMarket(symbol: 12).daily(count: 600)

    static var leaks: [LeakCase] { prepared + filled + joined }

    private static let signals = [Bars().close, Bars().close.sma(period: 5)]

    /// Columns that were computed over bars to come.
    private static var prepared: [LeakCase] {
        [
            LeakCase(
                "a bar early", "the close of the next bar stands in this one", isLeak: true,
                showing: signals
            ) { known in
                let bars = known.bars(market)
                return AdjustedHistory(
                    plain: bars.withCloses(bars.close.dropFirst() + [bars.close[599]]))
            },
            LeakCase(
                "scaled by the whole sample", "closes less the mean of all, over their deviation",
                isLeak: true, showing: signals
            ) { known in
                let closes = known.bars(market).close
                let values = closes.filter(\.isFinite)
                let mean = values.reduce(0, +) / Double(values.count)
                let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
                let deviation = (squares / Double(values.count)).squareRoot()
                return AdjustedHistory(
                    plain: market.withCloses(closes.map { ($0 - mean) / deviation }))
            },
            LeakCase(
                "a centred window", "the mean of two bars before, this one, and two after",
                isLeak: true, showing: signals
            ) { known in
                let closes = known.bars(market).close
                let means = closes.indices.map { row in
                    let window = closes[max(0, row - 2)...min(row + 2, closes.count - 1)]
                    return window.reduce(0, +) / Double(window.count)
                }
                return AdjustedHistory(plain: market.withCloses(means))
            },
            LeakCase(
                "a turning point where it lies",
                "the last high above its two neighbours, marked at its own bar", isLeak: true,
                showing: signals
            ) { known in
                AdjustedHistory(plain: market.withCloses(turningPoints(known, delay: 0)))
            },
        ]
    }

    /// Prices that were mended by bars to come.
    private static var filled: [LeakCase] {
        [
            LeakCase(
                "a gap filled from behind", "a missing close takes the next known one",
                isLeak: true, showing: signals
            ) { known in
                var closes = known.bars(gapped).close
                for row in closes.indices.dropLast().reversed() where closes[row].isNaN {
                    closes[row] = closes[row + 1]
                }
                return AdjustedHistory(plain: gapped.withCloses(closes))
            },
            LeakCase(
                "a later split", "prices before a split are divided from the start", isLeak: true,
                showing: signals
            ) { known in
                let view = known.view(market, actions: [split])
                let ratio = view.booked.isEmpty ? 1.0 : 2.0
                let closes = view.traded.bars.map {
                    $0.time < split.exDate ? $0.close / ratio : $0.close
                }
                return AdjustedHistory(plain: market.withCloses(closes))
            },
        ]
    }

    /// What another series tells too early.
    private static var joined: [LeakCase] {
        [
            LeakCase(
                "a week that has not closed", "each day knows the last close of its week",
                isLeak: true, showing: [Bars().close - Bars().of("WEEK").close]
            ) { known in
                let bars = known.bars(market)
                let schedule = BarSchedule(interval: .week, calendar: bars.calendar)
                let weeks = bars.times.map { schedule.start(ofBarWith: $0, of: .day) }
                let last = Dictionary(zip(weeks, bars.close)) { _, later in later }
                let closes = weeks.map { last[$0] ?? .nan }
                return AdjustedHistory(plain: bars).reading([
                    "WEEK": AdjustedHistory(plain: bars.withCloses(closes))
                ])
            },
            LeakCase(
                "the same date of a later exchange",
                "New York's bars are said to close with London's", isLeak: true,
                showing: [Bars().close - Bars().of("LATER").close]
            ) { known in
                let later = known.bars(market.closing(on: .newYork, as: "LATER"))
                return AdjustedHistory(plain: known.bars(other.closing(on: .london, as: "OWN")))
                    .reading([
                        "LATER": AdjustedHistory(plain: later.closing(on: .london, as: "LATER"))
                    ])
            },
            LeakCase(
                "the high of a day that goes on", "each hour knows the highest of its day",
                isLeak: true, showing: [Bars().close - Bars().of("DAY").close]
            ) { known in
                let bars = known.bars(hourly)
                let days = bars.times.map { CivilDate($0) }
                let highest = Dictionary(zip(days, bars.high)) { $0 > $1 ? $0 : $1 }
                return AdjustedHistory(plain: bars).reading([
                    "DAY": AdjustedHistory(
                        plain: bars.withCloses(days.map { highest[$0] ?? .nan }))
                ])
            },
            LeakCase(
                "ranks of the next bar", "the others of a universe are a bar ahead", isLeak: true,
                showing: [Bars().close.rankedAcrossUniverse()]
            ) { known in
                let walks = universe.enumerated().map { place, walk in
                    let bars = known.bars(walk)
                    return place == 0
                        ? bars
                        : bars.withCloses(bars.close.dropFirst() + [bars.close[599]])
                }
                let members = walks.map { AdjustedHistory(plain: $0) }
                return members[0].among(Universe(members))
            },
        ]
    }

    /// The last turning point known at each bar, from `delay` bars after it on.
    static func turningPoints(_ known: Known, delay: Int) -> [Double] {
        let closes = known.bars(market).close
        var last = Double.nan
        return closes.indices.map { row in
            let point = row - delay
            if point > 0, point + 1 < closes.count, closes[point] > closes[point - 1],
                closes[point] > closes[point + 1]
            {
                last = closes[point]
            }
            return last
        }
    }

    static let split = CorporateAction(
        exDate: market.times[401], kind: .split(new: 2, old: 1))

    /// The walk with every seventh bar missing.
    static let gapped = market.withCloses(
        market.close.enumerated().map { $0.offset.isMultiple(of: 7) ? .nan : $0.element })

    /// The walk as bars of an hour, around the clock.
    static let hourly = Series(
        symbol: "S", interval: .hour,
        bars: market.bars.enumerated().map { row, bar in
            Bar(
                time: Timestamp(
                    microseconds: market.times[0].microseconds
                        + Int64(row) * Interval.hour.microseconds),
                open: bar.open, high: bar.high, low: bar.low, close: bar.close,
                volume: bar.volume)
        })

    static let universe = (11..<16).map { SyntheticMarket(symbol: $0).daily(count: 600) }
}

extension Series {
    /// The same bars, said to be of another exchange.
    func closing(on calendar: Calendar, as symbol: String) -> Series {
        Series(symbol: symbol, interval: interval, calendar: calendar, bars: bars)
    }
}
