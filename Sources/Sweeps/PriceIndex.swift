import MarketData
import Trading

/// What backtests that visit fills need of one instrument: built once, read by every cell.
///
/// Prices are put on the share basis of the first row, so that a split changes nothing that is
/// held; where levels are compared, the prices as they are serve (see `StopTable`).
public final class PriceIndex: Sendable {
    /// The history that is traded.
    public let history: AdjustedHistory
    /// The rows of the history that count; bar 0 is the first of them.
    public let rows: Range<Int>
    /// When a decision is filled.
    public let fill: TradingRules.Fill
    /// The number of bars.
    public var count: Int { rows.count }

    /// What of the market the event form cannot express; nil when it can express all of it.
    let obstacle: PathReason?
    /// The last known close of each bar; the first known one before it.
    let close: [Double]
    /// The bar at whose open, or close, a decision is filled; `count` when none does.
    let fillBar: [Int32]
    /// Lanes: fill price, its reciprocal, close / fill price, fill price / close before.
    let fills: [SIMD4<Double>]
    /// Lanes: Σr, Σr² and the roundings those two lost, up to and including the bar. Differences
    /// of such pairs are accurate to the *difference*, however far the sums have grown.
    let sums: [SIMD4<Double>]
    let ranges: RangeTable
    /// What each unit of the first row's basis is paid at each bar; empty without dividends.
    let dividends: [Double]
    /// The first bar after each that pays a dividend, or `count`; empty without dividends.
    let nextDividend: [Int32]
    /// What a price is multiplied with to be on the share basis of the first row.
    let basis: [Double]
    /// True at each bar at whose open actions are booked.
    let hasActions: [Bool]
    /// The bars whose decisions wait for one fill together with others; nil where none do.
    let crowded: [UInt64]?

    /// The index of the rows of a history under a fill rule.
    public init(_ history: AdjustedHistory, rows: Range<Int>, fill: TradingRules.Fill) {
        precondition(
            rows.lowerBound >= 0 && rows.upperBound <= history.count,
            "rows \(rows) of \(history.count)")
        (self.history, self.rows, self.fill) = (history, rows, fill)
        let market = IndexedMarket(history, rows)
        (basis, close, obstacle) = (market.basis, market.marks, market.obstacle(fill))
        let count = rows.count
        let prices = fill == .nextOpen ? market.open : market.close
        fillBar = Self.fillBars(market, prices, fill)
        crowded = Self.crowded(fillBar)
        let (marks, firstKnown) = (market.marks, market.firstKnown)
        fills = (0..<count).map { bar in
            let price = prices[bar]
            // Before the first known close there is no mark, and what is held has no value.
            let mark = bar < firstKnown ? .nan : marks[bar]
            return SIMD4(price, 1 / price, mark / price, price / marks[max(0, bar - 1)])
        }
        sums = Self.prefixSums(marks)
        ranges = RangeTable(marks, shift: count > 16_384 ? 4 : 0)
        dividends = market.dividends
        hasActions = rows.map { $0 > rows.lowerBound && !history.actions(atRow: $0).isEmpty }
        var next = Int32(count)
        nextDividend = market.dividends.indices.reversed().map { bar in
            defer { if market.dividends[bar] != 0 { next = Int32(bar) } }
            return next
        }.reversed()
    }

    private static func fillBars(
        _ market: IndexedMarket, _ prices: [Double], _ fill: TradingRules.Fill
    ) -> [Int32] {
        var bars = Array(repeating: Int32(0), count: prices.count)
        var next = Int32(prices.count)
        for bar in prices.indices.reversed() {
            let fillsHere = prices[bar].isFinite && market.isTraded[bar]
            if fill != .nextOpen, fillsHere { next = Int32(bar) }
            bars[bar] = next
            if fill == .nextOpen, fillsHere { next = Int32(bar) }
        }
        return bars
    }

    private static func crowded(_ fillBar: [Int32]) -> [UInt64]? {
        let last = fillBar.count - 1
        let column = BitColumn(count: fillBar.count) { bar in
            fillBar[bar] <= last
                && (bar > 0 && fillBar[bar - 1] == fillBar[bar]
                    || bar < last && fillBar[bar + 1] == fillBar[bar])
        }
        return column.words.contains { $0 != 0 } ? column.words : nil
    }

    private static func prefixSums(_ close: [Double]) -> [SIMD4<Double>] {
        guard !close.isEmpty else { return [] }
        var out = [SIMD4<Double>.zero]
        out.reserveCapacity(close.count)
        var (sum, lost) = (SIMD2<Double>.zero, SIMD2<Double>.zero)
        for bar in close.indices.dropFirst() {
            let r = close[bar] / close[bar - 1] - 1
            let term = SIMD2(r, r * r)
            let next = sum + term
            let back = next - sum
            lost += (sum - (next - back)) + (term - back)
            sum = next
            out.append(SIMD4(sum.x, sum.y, lost.x, lost.y))
        }
        return out
    }
}
