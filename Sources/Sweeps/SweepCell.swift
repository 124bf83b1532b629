import Evaluation
import Signals
import Trading

/// One parameter set on one instrument, as its path takes it.
struct SweepCell {
    /// Its place in the batch.
    let place: Int
    let decisions: DecisionColumns
    let conditions: CellConditions
    let values: LevelValues
    let rules: TradingRules

    init(
        _ place: Int, _ decisions: DecisionColumns, _ target: Plan.Target, _ rules: TradingRules,
        rows: Range<Int>
    ) {
        (self.place, self.decisions, self.rules) = (place, decisions, rules)
        func column(_ wish: Decision.Wishes) -> BitColumn {
            var words = [UInt64](repeating: 0, count: BitColumn.wordCount(rows.count))
            let (wishes, start) = (decisions.wishes.span, rows.lowerBound)
            for bar in 0..<rows.count {
                let isSet: UInt64 = wishes[start + bar].rawValue & wish.rawValue != 0 ? 1 : 0
                words[bar >> 6] |= isSet << UInt64(bar & 63)
            }
            return BitColumn(count: rows.count, words: words)
        }
        conditions = CellConditions(
            enterLong: target.long.map { _ in column(.enterLong) },
            exitLong: target.long.map { _ in column(.exitLong) },
            enterShort: target.short.map { _ in column(.enterShort) },
            exitShort: target.short.map { _ in column(.exitShort) })
        values = LevelValues(
            stops: decisions.stops.isEmpty ? nil : Array(decisions.stops[rows]),
            targets: decisions.targets.isEmpty ? nil : Array(decisions.targets[rows]))
    }

    /// True where stop or target take a value of each decision, so that no other cell shares them.
    var hasOwnLevels: Bool { values.stops != nil || values.targets != nil }

    var sides: StopTable.Sides {
        var sides: StopTable.Sides = []
        if conditions.enterLong != nil { sides.insert(.long) }
        if conditions.enterShort != nil { sides.insert(.short) }
        return sides
    }
}
