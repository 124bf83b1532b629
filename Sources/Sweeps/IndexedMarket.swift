import MarketData
import Trading

/// The columns of some rows of a history, on the share basis of the first of them.
struct IndexedMarket {
    let open: [Double]
    let close: [Double]
    /// The last known close; the first known one before it.
    let marks: [Double]
    /// The first bar with a known close, or the number of bars.
    let firstKnown: Int
    /// True when somebody traded in the bar, as the session sees it.
    let isTraded: [Bool]
    let basis: [Double]
    /// What each unit is paid at each bar; empty without dividends.
    let dividends: [Double]
    private let isSound: Bool

    init(_ history: AdjustedHistory, _ rows: Range<Int>) {
        let series = history.traded
        (basis, dividends) = Self.actions(history, rows)
        let basis = basis
        func adjusted(_ column: [Double]) -> [Double] {
            zip(rows, basis).map { column[$0] * $1 }
        }
        (open, close) = (adjusted(series.open), adjusted(series.close))
        firstKnown = close.firstIndex { $0.isFinite } ?? close.count
        var last = firstKnown < close.count ? close[firstKnown] : 1
        marks = close.map { value in
            if value.isFinite { last = value }
            return last
        }
        isTraded = rows.map { series.volume[$0] != 0 || series.high[$0] > series.low[$0] }
        isSound = rows.allSatisfy { row in
            [series.open, series.high, series.low, series.close].allSatisfy {
                $0[row].isNaN || $0[row] > 0 && $0[row].isFinite
            }
        }
    }

    private static func actions(
        _ history: AdjustedHistory, _ rows: Range<Int>
    ) -> (basis: [Double], dividends: [Double]) {
        var (basis, dividends, factor) = ([Double](), [Double](), 1.0)
        basis.reserveCapacity(rows.count)
        for row in rows {
            for action in row == rows.lowerBound ? [] : history.actions(atRow: row) {
                switch action.kind {
                case .split(let new, let old): factor = factor * Double(new) / Double(old)
                case .dividend(let amount):
                    if dividends.isEmpty {
                        dividends = Array(repeating: 0, count: rows.count)
                    }
                    dividends[row - rows.lowerBound] += amount * factor
                }
            }
            basis.append(factor)
        }
        return (basis, dividends)
    }

    /// What the event form cannot express.
    func obstacle(_ fill: TradingRules.Fill) -> PathReason? {
        if !isSound { return .unsoundPrice }
        if dividends.contains(where: { $0 < 0 }) { return .negativeDividend }
        return fill == .sameCloseBookedLater ? .fillBookedLater : nil
    }
}
