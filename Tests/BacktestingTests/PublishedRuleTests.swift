import Backtesting
import Signals
import Strategies
import Testing

/// Strategies of the catalogue against their published text, as plain loops over plain arrays that
/// share nothing with the framework: the same bars of entry and exit.
@Suite("Published rules")
struct PublishedRuleTests {
    private typealias Loop = @Sendable (PlainBars) -> PlainRule

    /// None of them splits within its bars, so prices are what a reader of the file sees.
    private static let symbols = ["AAPL", "IBM", "SPX"]

    @Test("enter and leave at the bars of a plain loop", arguments: loops.map(\.name), symbols)
    func agrees(name: String, symbol: String) throws {
        let type = try #require(StrategyCatalog.all.first { $0.name == name })
        let loop = try #require(Self.loops.first { $0.name == name }).loop
        let result = try #require(
            try BundledMarket.results(of: type).first { $0.symbol == symbol })
        let bars = PlainBars(
            open: result.bars.open, high: result.bars.high, low: result.bars.low,
            close: result.bars.close, months: result.bars.times.map { String($0.text.prefix(7)) })
        var expected = loop(bars).trips(bars)
        if let last = expected.last, last.exit == nil {
            #expect(result.openPosition?.entryRow == last.entry)
            expected.removeLast()
        }
        let trips = result.trades.map { PlainRule.Trip(entry: $0.entryRow, exit: $0.exitRow) }
        let differing = zip(trips, expected).first { $0 != $1 }
        #expect(differing == nil, "the first that differs, ours and the loop's")
        #expect(trips.count == expected.count && !trips.isEmpty)
    }

    private static let loops: [(name: String, loop: Loop)] = trends + breakouts + reversals

    private static let trends: [(name: String, loop: Loop)] = [
        (
            "SmaCross",
            { bars in
                let (fast, slow) = (Plain.mean(bars.close, 10), Plain.mean(bars.close, 50))
                return PlainRule(
                    enter: Plain.begins(Plain.above(fast, slow)),
                    exit: Plain.begins(Plain.below(fast, slow)))
            }
        ),
        (
            "GoldenCross",
            { bars in
                let (fast, slow) = (Plain.mean(bars.close, 50), Plain.mean(bars.close, 200))
                let isRising = Plain.above(slow, Plain.ago(slow, 20))
                return PlainRule(
                    enter: Plain.begins(Plain.both(Plain.above(fast, slow), isRising)),
                    exit: Plain.begins(Plain.below(fast, slow)))
            }
        ),
        (
            "EmaTriple",
            { bars in
                let averages = [4, 9, 18].map { Plain.exponential(bars.close, $0) }
                let isOrdered = Plain.both(
                    Plain.above(averages[0], averages[1]), Plain.above(averages[1], averages[2]))
                return PlainRule(
                    enter: Plain.begins(isOrdered),
                    exit: Plain.begins(Plain.below(averages[0], averages[1])))
            }
        ),
        (
            "AroonTrend",
            { bars in
                func freshness(_ values: [Double], _ isBetter: (Double, Double) -> Bool) -> [Double]
                {
                    values.indices.map { row in
                        guard row >= 25 else { return .nan }
                        var best = row - 25
                        for other in (row - 25)...row where !isBetter(values[best], values[other]) {
                            best = other
                        }
                        return 100 * Double(25 - (row - best)) / 25
                    }
                }
                let (up, down) = (freshness(bars.high, >), freshness(bars.low, <))
                return PlainRule(
                    enter: Plain.begins(Plain.both(Plain.above(up, 70), Plain.above(up, down))),
                    exit: Plain.begins(Plain.above(down, up)))
            }
        ),
        (
            "YearlyMomentum",
            { bars in
                let close = bars.close
                let isFirst: [Bool?] = close.indices.map {
                    $0 == 0 ? nil : bars.months[$0] != bars.months[$0 - 1]
                }
                let hasRisen = Plain.above(Plain.ago(close, 21), Plain.ago(close, 252))
                return PlainRule(
                    enter: Plain.both(isFirst, hasRisen),
                    exit: Plain.both(isFirst, Plain.not(hasRisen)))
            }
        ),
    ]

    private static let breakouts: [(name: String, loop: Loop)] = [
        (
            "DonchianBreakout",
            { bars in
                PlainRule(
                    enter: Plain.above(bars.close, Plain.ago(Plain.highest(bars.high, 20), 1)),
                    exit: Plain.below(bars.close, Plain.ago(Plain.lowest(bars.low, 10), 1)))
            }
        ),
        (
            "TurtleBreakout",
            { bars in
                PlainRule(
                    enter: Plain.above(bars.close, Plain.ago(Plain.highest(bars.high, 55), 1)),
                    exit: Plain.below(bars.close, Plain.ago(Plain.lowest(bars.low, 20), 1)),
                    stopDistance: Plain.range(bars, 20).map { 2 * $0 }, pyramid: (4, 0.25))
            }
        ),
        (
            "KeltnerBreakout",
            { bars in
                let middle = Plain.exponential(bars.close, 20)
                let upper = zip(middle, Plain.range(bars, 10)).map { $0 + 2 * $1 }
                return PlainRule(
                    enter: Plain.begins(Plain.above(bars.close, upper)),
                    exit: Plain.below(bars.close, middle))
            }
        ),
        (
            "ChandelierTrend",
            { bars in
                let top = Plain.highest(bars.high, 22)
                let exit = zip(top, Plain.range(bars, 22)).map { $0 - 3 * $1 }
                return PlainRule(
                    enter: Plain.above(bars.close, Plain.ago(top, 1)),
                    exit: Plain.begins(Plain.below(bars.close, exit)))
            }
        ),
        (
            "VolatilityBreakout",
            { bars in
                let change = Plain.changes(bars.close)
                let usual = Plain.ago(Plain.range(bars, 10), 1).map { 0.9 * $0 }
                return PlainRule(
                    enter: Plain.above(change, usual), exit: Plain.below(change, usual.map(-)))
            }
        ),
        (
            "YearHigh",
            { bars in
                let top = Plain.highest(bars.high, 252)
                return PlainRule(
                    enter: Plain.begins(Plain.above(bars.close, top.map { 0.95 * $0 })),
                    exit: Plain.begins(Plain.below(bars.close, top.map { 0.85 * $0 })))
            }
        ),
    ]

    private static let reversals: [(name: String, loop: Loop)] = [
        (
            "RsiReversal",
            { bars in
                let index = Plain.strength(bars.close, 14)
                return PlainRule(
                    enter: Plain.begins(Plain.below(index, 30)),
                    exit: Plain.begins(Plain.above(index, 70)))
            }
        ),
        (
            "ConnorsRsi",
            { bars in
                let isDip = Plain.below(Plain.strength(bars.close, 2), 10)
                return PlainRule(
                    enter: Plain.both(Plain.above(bars.close, Plain.mean(bars.close, 200)), isDip),
                    exit: Plain.above(bars.close, Plain.mean(bars.close, 5)))
            }
        ),
        (
            "BollingerReversion",
            { bars in
                let middle = Plain.mean(bars.close, 20)
                let lower = zip(middle, Plain.deviation(bars.close, 20)).map { $0 - 2 * $1 }
                return PlainRule(
                    enter: Plain.below(bars.close, lower), exit: Plain.above(bars.close, middle))
            }
        ),
        (
            "StochasticCross",
            { bars in
                let fast = Plain.mean(Plain.place(bars, 14), 3)
                let slow = Plain.mean(fast, 3)
                return PlainRule(
                    enter: Plain.both(
                        Plain.begins(Plain.above(fast, slow)), Plain.below(slow, 25)),
                    exit: Plain.both(
                        Plain.begins(Plain.below(fast, slow)), Plain.above(slow, 75)))
            }
        ),
        (
            "WilliamsReversal",
            { bars in
                let index = Plain.place(bars, 10).map { $0 - 100 }
                return PlainRule(
                    enter: Plain.both(
                        Plain.below(index, -90),
                        Plain.above(bars.close, Plain.mean(bars.close, 100))),
                    exit: Plain.above(index, -30))
            }
        ),
        (
            "CciTrend",
            { bars in
                let typical = bars.close.indices.map {
                    (bars.high[$0] + bars.low[$0] + bars.close[$0]) / 3
                }
                let index = Plain.windows(typical, 20) { window in
                    let mean = window.reduce(0, +) / 20
                    let deviation = window.map { abs($0 - mean) }.reduce(0, +) / 20
                    return ((window.last ?? .nan) - mean) / (0.015 * deviation)
                }
                return PlainRule(
                    enter: Plain.begins(Plain.above(index, 100)),
                    exit: Plain.begins(Plain.below(index, 100)))
            }
        ),
        (
            "DoubleSeven",
            { bars in
                let close = bars.close
                return PlainRule(
                    enter: Plain.both(
                        Plain.not(Plain.above(close, Plain.lowest(close, 7))),
                        Plain.above(close, Plain.mean(close, 200))),
                    exit: Plain.not(Plain.below(close, Plain.highest(close, 7))))
            }
        ),
    ]
}
