import MarketData
import Trading

/// Finds where stop and target end a position, as the session does, to the bit.
///
/// Prices of a short are mirrored: their negatives rise where it wins. Levels are compared with
/// prices as they are, and put on the new share basis at each split.
struct ExitSearch {
    private let index: PriceIndex
    private let rules: TradingRules
    private let direction: Double
    /// The prices that matter of each bar in which somebody traded, mirrored; NaN elsewhere.
    private let open, worst, best: [Double]
    private let falls, rises, bests: SearchTree
    private let splits: [Split]
    /// The splits that take effect at a bar, in order.
    private struct Split {
        let bar: Int
        var ratios: [(new: Double, old: Double)] = []
    }

    /// For a stop that follows by a fraction: what comes after a best price on each bar.
    private var onward: (bars: [Int32], prices: [Double])
    private let remembers: Bool

    /// What a position is watched by.
    fileprivate struct Levels {
        var stop, target, best, distance: Double
        /// True when the next known price moves the stop although it is no best one.
        var isMoved = false
    }

    init(_ index: PriceIndex, _ rules: TradingRules, direction: Double) {
        (self.index, self.rules, self.direction) = (index, rules, direction)
        let (series, rows) = (index.history.traded, index.rows)
        let isTraded = rows.map { series.volume[$0] != 0 || series.high[$0] > series.low[$0] }
        func mirrored(_ column: [Double]) -> [Double] {
            zip(rows, isTraded).map { $1 ? direction * column[$0] : .nan }
        }
        open = mirrored(series.open)
        worst = mirrored(direction > 0 ? series.low : series.high)
        best = mirrored(direction > 0 ? series.high : series.low)
        func known(_ value: Double) -> Double { value.isNaN ? .infinity : value }
        falls = SearchTree(zip(open, worst).map { min(known($0), known($1)) })
        rises = SearchTree(zip(open, best).map { min(known(-$0), known(-$1)) })
        bests = SearchTree(best.map { known(-$0) })
        splits = Self.splits(index)
        let count = index.count
        onward = (
            Array(repeating: Int32(count), count: count), Array(repeating: .nan, count: count)
        )
        remembers =
            if case .trailingPercent = rules.stop { rules.target == .none } else { false }
    }

    private static func splits(_ index: PriceIndex) -> [Split] {
        var splits: [Split] = []
        for row in index.rows where row > index.rows.lowerBound {
            var split = Split(bar: row - index.rows.lowerBound)
            for action in index.history.actions(atRow: row) {
                if case .split(let new, let old) = action.kind {
                    split.ratios.append((Double(new), Double(old)))
                }
            }
            if !split.ratios.isEmpty { splits.append(split) }
        }
        return splits
    }

    /// The exits of every decision.
    mutating func exits(_ values: LevelValues) -> StopTable.Exits {
        var exits = onward
        for bar in (0..<index.count).reversed() {
            if remembers, best[bar].isFinite {
                let levels = Levels(
                    stop: followed(best[bar], .nan), target: .nan, best: best[bar], distance: .nan)
                (onward.bars[bar], onward.prices[bar]) = exit(since: bar, from: bar + 1, levels)
            }
            (exits.bars[bar], exits.prices[bar]) = exit(
                decidedAt: bar, stop: values.stop(bar), target: values.target(bar))
        }
        return StopTable.Exits(bars: exits.bars, prices: exits.prices)
    }

    private func exit(decidedAt bar: Int, stop: Double, target: Double) -> (Int32, Double) {
        guard !rules.stop.takesValue || stop.isFinite, !rules.target.takesValue || target.isFinite
        else { return (StopTable.Exits.unknown, .nan) }
        let entry = Int(index.fillBar[bar])
        guard entry < index.count else { return (Int32(index.count), .nan) }
        var (stop, target) = (stop, target)
        for split in splits where split.bar > bar && split.bar <= entry {
            for (new, old) in split.ratios {
                (stop, target) = (stop * old / new, target * old / new)
            }
        }
        let series = index.history.traded
        let column = index.fill == .nextOpen ? series.open : series.close
        let price = column[index.rows.lowerBound + entry] * (1 + direction * rules.slippage)
        let level = rules.stop.price(from: price, value: stop, direction: -direction)
        let goal = rules.target.price(from: price, value: target, direction: direction)
        if (price - level) * direction <= 0 || (goal - price) * direction <= 0 {
            return (StopTable.Exits.refused, .nan)
        }
        let levels = Levels(
            stop: direction * level, target: direction * goal, best: direction * price,
            distance: stop)
        let isLater = index.fill != .nextOpen || !rules.protectsEntryBar
        return exit(since: entry, from: isLater ? entry + 1 : entry, levels)
    }

    /// The stop behind a best price, mirrored; NaN where it does not follow.
    private func followed(_ best: Double, _ distance: Double) -> Double {
        switch rules.stop {
        case .trailingPercent(let fraction):
            direction * (direction * best * (1 - direction * fraction))
        case .trailingDistance: direction * (direction * best - direction * distance)
        case .none, .percent, .distance, .price, .chandelier: .nan
        }
    }

    /// The exit of a position whose levels are on the share basis of bar `since`, and that is
    /// watched from bar `start` on, that bar or the next one.
    private func exit(since: Int, from start: Int, _ levels: Levels) -> (Int32, Double) {
        var (bar, levels) = (start, levels)
        let count = index.count
        var split = splits.firstIndex { $0.bar > since } ?? splits.count
        while bar < count {
            let end = split < splits.count ? splits[split].bar : count
            let hit = min(
                falls.first(atMost: levels.stop, from: bar),
                rises.first(atMost: -levels.target, from: bar))
            let next = nextBest(levels, from: bar)
            if hit < end, hit <= next { return exit(at: hit, levels) }
            if next < end {
                let level = advance(&levels, to: best[next])
                if remembers, levels.stop == level, levels.best == best[next] {
                    return (onward.bars[next], onward.prices[next])
                }
                bar = next + 1
            } else {
                if end == count { break }
                for (new, old) in splits[split].ratios { levels.split(new: new, old: old) }
                levels.isMoved = rules.stop.follows
                (bar, split) = (end, split + 1)
            }
        }
        return (Int32(count), .nan)
    }

    /// Moves the stop behind a known price; returns where that price alone would put it.
    private func advance(_ levels: inout Levels, to price: Double) -> Double {
        levels.best = Double.most(levels.best, price)
        let level = followed(levels.best, levels.distance)
        levels.stop = Double.most(levels.stop, level)
        levels.isMoved = false
        return level
    }

    /// The next bar whose price moves the stop, or the number of bars.
    private func nextBest(_ levels: Levels, from bar: Int) -> Int {
        guard rules.stop.follows else { return index.count }
        let level = levels.isMoved ? Double.greatestFiniteMagnitude : (-levels.best).nextDown
        return bests.first(atMost: level, from: bar)
    }

    /// The stop before the target; what the open satisfies before both.
    private func exit(at bar: Int, _ levels: Levels) -> (Int32, Double) {
        let slipped = 1 - direction * rules.slippage
        let price =
            if open[bar] <= levels.stop {
                direction * open[bar] * slipped
            } else if open[bar] >= levels.target {
                direction * open[bar]
            } else if worst[bar] <= levels.stop {
                direction * levels.stop * slipped
            } else {
                direction * levels.target
            }
        return (Int32(bar), price * index.basis[bar])
    }
}

extension ExitSearch.Levels {
    /// Puts the levels on a new share basis.
    fileprivate mutating func split(new: Double, old: Double) {
        stop = stop * old / new
        target = target * old / new
        best = best * old / new
        distance = distance * old / new
    }
}
