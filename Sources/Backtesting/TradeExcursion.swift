import Trading

/// How far a trade went against and in favour of its holder before it was closed.
///
/// Prices only, as fractions of the entry price, on the share basis of the exit; commission and
/// dividends have no part in it. What counts of a bar:
///
/// - The bar of the entry: all of it when the fill was its open, nothing when it was its close.
/// - The bar of the exit: all of it when the fill was its close, only the fill when it was its
///   open. Within a bar nobody knows what came first, so the doubt goes against the trade: of a
///   bar that hit the stop the better side does not count, of one that hit the target the worse
///   side does.
/// - Every bar between: all of it. A price that is unknown does not count.
struct TradeExcursion {
    /// The worst point, ≤ 0.
    private(set) var adverse = 0.0
    /// The best point, ≥ 0.
    private(set) var favorable = 0.0

    private let entryPrice: Double
    private let direction: Double

    init(_ trade: Trade, _ bars: BarColumns, fill: TradingRules.Fill) {
        (entryPrice, direction) = (trade.position.entryPrice, trade.position.direction)
        let (first, last) = (trade.position.entryRow, trade.exitRow)
        let start = fill == .nextOpen ? first : first + 1
        for row in start..<max(start, last) {
            let basis = bars.factor[row] / bars.factor[last]
            count(bars.high[row] * basis)
            count(bars.low[row] * basis)
        }
        count(trade.exitPrice)
        guard fill == .nextOpen || first < last else { return }
        let (better, worse) =
            direction > 0
            ? (bars.high[last], bars.low[last]) : (bars.low[last], bars.high[last])
        switch Self.counted(of: trade, open: bars.open[last], fill: fill) {
        case .nothing: break
        case .worseSide: count(worse)
        case .all:
            count(better)
            count(worse)
        }
    }

    /// How much of the bar of the exit counts, beside the fill.
    private enum Counted { case nothing, worseSide, all }

    private static func counted(
        of trade: Trade, open: Double, fill: TradingRules.Fill
    ) -> Counted {
        let (position, isLong) = (trade.position, trade.position.direction > 0)
        switch trade.reason {
        case .signal, .reversal, .time, .dailyLoss, .rebalance:
            return fill == .nextOpen ? .nothing : .all
        case .ruin, .delisting: return .all
        case .split, .stop: return .nothing
        case .target:
            let isGap = isLong ? open >= position.targetPrice : open <= position.targetPrice
            return isGap ? .nothing : .worseSide
        }
    }

    private mutating func count(_ price: Double) {
        let way = (price / entryPrice - 1) * direction
        guard way.isFinite else { return }
        adverse = min(adverse, way)
        favorable = max(favorable, way)
    }
}
