import MarketData
import Sweeps
import Trading

/// SplitMix64: the same cases on every machine.
struct Dice: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }

    mutating func real(_ range: ClosedRange<Double>) -> Double {
        Double.random(in: range, using: &self)
    }

    mutating func chance(_ p: Double) -> Bool { real(0...1) < p }

    mutating func pick<T>(_ values: [T]) -> T {
        values[Int.random(in: values.indices, using: &self)]
    }
}

/// A market, conditions and terms drawn from one seed, degenerate ones included.
struct RandomCase {
    /// What a case may hold beside long positions in a plain market.
    struct Traits: OptionSet {
        let rawValue: Int
        static let shorts = Traits(rawValue: 1)
        static let holes = Traits(rawValue: 2)
        static let actions = Traits(rawValue: 4)
        static let stops = Traits(rawValue: 8)
        static let limits = Traits(rawValue: 16)
        static let all: Traits = [.shorts, .holes, .actions, .stops, .limits]
    }

    let history: AdjustedHistory
    let rows: Range<Int>
    var conditions = CellConditions()
    var rules = TradingRules()
    var values = LevelValues()

    init(seed: UInt64, _ traits: Traits = .all) {
        var dice = Dice(state: seed)
        let count = dice.pick([1, 2, 7, 63, 64, 65, 130, 130, 400, 400, 513, 1_300])
        let bars = Self.bars(count, traits, &dice)
        let series = Series(symbol: "X", interval: .day, bars: bars)
        let hasActions = traits.contains(.actions) && dice.chance(0.5)
        history = AdjustedHistory(
            series, actions: hasActions ? Self.actions(series, &dice) : [], view: .splits)
        let start = dice.chance(0.2) ? Int.random(in: 0..<count, using: &dice) : 0
        rows = start..<count
        conditions = Self.conditions(rows.count, shorts: traits.contains(.shorts), &dice)
        drawRules(traits, &dice)
    }

    private static func bars(_ count: Int, _ traits: Traits, _ dice: inout Dice) -> [Bar] {
        let kind = Int.random(in: 0..<8, using: &dice)
        let hasHoles = traits.contains(.holes) && dice.chance(0.4)
        var price = dice.real(0.01...5_000)
        let sigma = kind == 0 ? 0 : dice.pick([1e-9, 0.0002, 0.01, 0.03, 0.12])
        return (0..<count).map { day in
            let first = price * (1 + sigma * dice.real(-0.5...0.5))
            price *= kind == 1 ? 1.001 : 1 + sigma * dice.real(-1...1)
            if kind == 2, dice.chance(0.01) { price *= dice.chance(0.5) ? 3 : 0.3 }
            // Ticks make levels meet prices exactly.
            if kind == 3 { price = max(0.5, (price * 2).rounded() / 2) }
            let (top, bottom) = (max(first, price), min(first, price))
            var values = [
                first, top * (1 + sigma * dice.real(0...0.5)),
                bottom * (1 - sigma * dice.real(0...0.5)), price, 1_000,
            ]
            if hasHoles { Self.dig(&values, &dice) }
            return Bar(
                time: CivilDate(daysSince1970: 18_000 + day).midnight, open: values[0],
                high: values[1], low: values[2], close: values[3], volume: values[4])
        }
    }

    private static func dig(_ values: inout [Double], _ dice: inout Dice) {
        guard dice.chance(0.2) else { return }
        switch Int.random(in: 0..<5, using: &dice) {
        case 0: for field in 0..<4 { values[field] = .nan }
        case 1: values[Int.random(in: 0..<4, using: &dice)] = .nan
        case 2: values[0] = .nan
        case 3: values = [values[3], values[3], values[3], values[3], 0]
        default: values[4] = 0
        }
    }

    private static func actions(_ series: Series, _ dice: inout Dice) -> [CorporateAction] {
        let kinds: [CorporateAction.Kind] = [
            .split(new: 7, old: 1), .split(new: 1, old: 3), .split(new: 3, old: 2),
        ]
        return (0..<Int.random(in: 1...6, using: &dice)).map { _ in
            let day = Int.random(in: 0..<series.count, using: &dice)
            let price = series.close[day].isFinite ? series.close[day] : 1
            return CorporateAction(
                exDate: series.times[day],
                kind: dice.chance(0.5)
                    ? dice.pick(kinds) : .dividend(amount: price * dice.real(0.001...0.05)))
        }
    }

    private static func column(_ count: Int, _ dice: inout Dice) -> BitColumn {
        let density = dice.pick([0, 0.01, 0.03, 0.03, 0.1, 0.1, 0.3, 0.3, 0.6, 1])
        let bits = (0..<count).map { _ in dice.chance(density) }
        return BitColumn(count: count) { bits[$0] }
    }

    static func conditions(_ count: Int, shorts: Bool = true, _ dice: inout Dice) -> CellConditions
    {
        var conditions = CellConditions()
        conditions.enterLong = column(count, &dice)
        conditions.exitLong = dice.chance(0.9) ? column(count, &dice) : nil
        guard shorts, dice.chance(0.6) else { return conditions }
        conditions.enterShort = column(count, &dice)
        conditions.exitShort = dice.chance(0.6) ? column(count, &dice) : nil
        if dice.chance(0.3) { (conditions.enterLong, conditions.exitLong) = (nil, nil) }
        return conditions
    }

    private mutating func drawRules(_ traits: Traits, _ dice: inout Dice) {
        rules.cash = dice.pick([100_000, 1, 1e9])
        rules.fill = dice.chance(0.5) ? .nextOpen : .sameClose
        rules.commission = Commission(rate: dice.pick([0, 0.001, 0.02]))
        rules.slippage = dice.pick([0, 0, 0.0005, 0.01])
        rules.sizing = dice.chance(0.3) ? .fraction(dice.pick([0.25, 0.9, 1])) : .allIn
        rules.protectsEntryBar = dice.chance(0.7)
        if traits.contains(.limits), dice.chance(0.4) {
            rules.limits = Limits(
                maxBars: dice.chance(0.6) ? dice.pick([1, 2, 5, 20]) : nil,
                coolDown: dice.pick([0, 1, 3, 10]))
        }
        guard traits.contains(.stops), dice.chance(0.7) else { return }
        let fraction = dice.pick([0, 0.002, 0.02, 0.1, 0.5])
        rules.stop = dice.pick([
            .percent(fraction), .percent(fraction), .trailingPercent(fraction),
            .trailingPercent(fraction), .distance, .price, .trailingDistance, .none,
        ])
        if dice.chance(0.5) {
            rules.target = dice.pick([.percent(dice.pick([0.01, 0.1])), .distance, .price])
        }
        drawLevels(&dice)
    }

    private mutating func drawLevels(_ dice: inout Dice) {
        let close = rows.map { history.traded.close[$0] }
        func drawn(_ level: TradingRules.Level, above: Double, _ dice: inout Dice) -> [Double] {
            close.map { close in
                if dice.chance(0.05) { return .nan }
                let distance = close * dice.pick([0, 0.005, 0.03, 0.2])
                return level == .price ? close + above * distance : distance
            }
        }
        let side = dice.chance(0.7) ? 1.0 : -1
        values.stops = drawn(rules.stop, above: -side, &dice)
        values.targets = drawn(rules.target, above: side, &dice)
    }

    var index: PriceIndex { PriceIndex(history, rows: rows, fill: rules.fill) }

    func table(_ index: PriceIndex) -> StopTable? {
        guard rules.stop != .none || rules.target != .none else { return nil }
        return StopTable(index, rules, sides: [.long, .short], values: values)
    }
}
