import Live
import MarketData

/// The true bars of a simulated world, and how they reach the runner.
struct SimulatedMarket {
    /// A bar on its way.
    struct Arrival {
        let at: Timestamp
        let fed: FedBar
    }

    static let warmCount = 60
    let keys: [SeriesKey]
    /// Every bar as it finally stands.
    let series: [SeriesKey: Series]
    let actions: [SeriesKey: [CorporateAction]]
    let arrivals: [Arrival]
    /// What happens to bars on their way, by kind: how often.
    let happened: [String: Int]

    init(barCount: Int, chaos: Chaos, dice: inout SplitMix64) {
        let keys = ["AAA", "BBB", "CCC"].map { SeriesKey(symbol: $0, interval: .minute) }
        var series: [SeriesKey: Series] = [:]
        var actions: [SeriesKey: [CorporateAction]] = [:]
        for (index, key) in keys.enumerated() {
            let isSplit = chaos.contains(.splits) && dice.chance(0.3)
            let dataset = Int.random(in: 1...1_000_000, using: &dice)
            let whole = SyntheticMarket(symbol: index, dataset: dataset)
                .minutes(count: Self.warmCount + barCount)
            let row = Self.warmCount + Int.random(in: 1...max(1, barCount - 1), using: &dice)
            actions[key] =
                isSplit
                ? [CorporateAction(exDate: whole.times[row], kind: .split(new: 3, old: 1))]
                : []
            let bars = whole.bars.enumerated().map { place, bar in
                Self.wild(bar, scale: isSplit && place >= row ? 1.0 / 3 : 1)
            }
            series[key] = Series(symbol: key.symbol, interval: .minute, bars: bars)
        }
        var (arrivals, happened) = ([Arrival](), [String: Int]())
        happened["splits"] = actions.values.count { !$0.isEmpty }
        for key in keys {
            guard let bars = series[key] else { continue }
            for row in Self.warmCount..<bars.count {
                arrivals += Self.arrivals(
                    of: bars[row], key, bars.closedAt[row], chaos, &dice, &happened)
            }
        }
        (self.keys, self.series, self.actions) = (keys, series, actions)
        self.happened = happened
        self.arrivals = arrivals.enumerated().sorted {
            ($0.element.at, $0.offset) < ($1.element.at, $1.offset)
        }.map(\.element)
    }

    /// Prices that move enough for signals and stops.
    private static func wild(_ bar: Bar, scale: Double) -> Bar {
        func moved(_ price: Double) -> Double {
            scale * ((100 + 12 * (price - 100)).magnitude + 5)
        }
        return Bar(
            time: bar.time, open: moved(bar.open), high: max(moved(bar.high), moved(bar.low)),
            low: min(moved(bar.high), moved(bar.low)), close: moved(bar.close),
            volume: bar.volume)
    }

    private static func arrivals(
        of bar: Bar, _ key: SeriesKey, _ closedAt: Timestamp, _ chaos: Chaos,
        _ dice: inout SplitMix64, _ happened: inout [String: Int]
    ) -> [Arrival] {
        func happens(_ kind: Chaos, _ probability: Double) -> Bool {
            guard chaos.contains(kind), dice.chance(probability) else { return false }
            happened[kind.names, default: 0] += 1
            return true
        }
        func after(_ seconds: Int) -> Timestamp {
            Timestamp(microseconds: closedAt.microseconds + Int64(seconds) * 1_000_000)
        }
        var delay = Int.random(in: 0...5, using: &dice)
        if happens(.reordering, 0.1) {
            delay += Int.random(in: 1...150, using: &dice)
        }
        if happens(.gaps, 0.03) {
            delay += Int.random(in: 200...900, using: &dice)
        }
        var found = [Arrival(at: after(delay), fed: FedBar(key: key, bar: bar))]
        if happens(.corrections, 0.06) {
            let wrong = scaled(bar, by: 0.9 + 0.2 * Double.random(in: 0...1, using: &dice))
            let early = max(0, delay - Int.random(in: 0...180, using: &dice))
            found.insert(Arrival(at: after(early), fed: FedBar(key: key, bar: wrong)), at: 0)
        }
        if happens(.partials, 0.1) {
            let part = scaled(bar, by: 0.99)
            let isMarked = dice.chance(0.5)
            found.insert(
                Arrival(
                    at: after(-Int.random(in: 5...55, using: &dice)),
                    fed: FedBar(key: key, bar: part, isPartial: isMarked)), at: 0)
        }
        if happens(.badPrices, 0.08) {
            let factors = [0, 100, 0.01, 3]
            let factor = factors[Int.random(in: 0..<factors.count, using: &dice)]
            let moment = max(0, delay + Int.random(in: -90...90, using: &dice))
            found.append(
                Arrival(at: after(moment), fed: FedBar(key: key, bar: scaled(bar, by: factor))))
        }
        if happens(.duplicates, 0.15) {
            let later = delay + Int.random(in: 0...300, using: &dice)
            found.append(Arrival(at: after(later), fed: FedBar(key: key, bar: bar)))
        }
        return found
    }

    private static func scaled(_ bar: Bar, by factor: Double) -> Bar {
        Bar(
            time: bar.time, open: bar.open * factor, high: bar.high * factor,
            low: bar.low * factor, close: bar.close * factor, volume: bar.volume)
    }

    /// Every series as it finally stands.
    var histories: [SeriesKey: ArchivedBars] {
        series.reduce(into: [:]) { found, entry in
            found[entry.key] = ArchivedBars(
                series: entry.value, actions: actions[entry.key] ?? [])
        }
    }

    /// The history before the first live bar.
    func archive() -> MemoryArchive {
        MemoryArchive(
            Dictionary(
                uniqueKeysWithValues: keys.compactMap { key in
                    series[key].map { bars in
                        let warm = bars.rows(0..<Self.warmCount)
                        return (key, ArchivedBars(series: warm, actions: actions[key] ?? []))
                    }
                }))
    }
}
