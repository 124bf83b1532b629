import Backtesting
import Charts

/// The prices of one series for people: as many decimals as tell them apart, the same for all.
struct PriceText: Sendable, Hashable {
    /// The places after the dot, 2…8.
    let decimals: Int

    /// The text for prices as they were booked.
    init(_ bars: BarColumns) {
        self.init(open: bars.open, high: bars.high, low: bars.low, close: bars.close)
    }

    /// The text for four columns of one length.
    ///
    /// The fewest decimals that give every price exactly, or with which no more than one in
    /// twenty of the prices that differ from the one before would look like it.
    init(open: [Double], high: [Double], low: [Double], close: [Double]) {
        let count = [open, high, low, close].map(\.count).min() ?? 0
        var (prices, pairs) = ([Double](), [(Double, Double)]())
        for row in stride(from: 0, to: count, by: max(1, count / Self.mostRows)) {
            let own = [open[row], high[row], low[row], close[row]].filter(\.isFinite)
            let before = row > 0 ? close[row - 1] : .nan
            prices += own
            pairs += zip([before] + own, own).filter { $0.isFinite && $0 != $1 }
        }
        decimals =
            (2..<8).first { Self.areExact(prices, $0) || Self.areApart(pairs, $0) } ?? 8
    }

    /// The decimals as the script reads them: of prices as they are drawn, and as booked.
    static func json(drawn: PriceText, booked: PriceText) -> JSONValue {
        .object([
            .init("price", .integer(drawn.decimals)), .init("paid", .integer(booked.decimals)),
        ])
    }

    /// More rows tell nothing new.
    private static let mostRows = 5_000

    /// The price as text.
    func text(_ price: Double) -> String {
        NumberText.fixed(price, decimals: decimals, isGrouped: true)
    }

    private static func scale(_ decimals: Int) -> Double {
        (0..<decimals).reduce(1) { scale, _ in scale * 10 }
    }

    private static func areExact(_ prices: [Double], _ decimals: Int) -> Bool {
        let scale = scale(decimals)
        return prices.allSatisfy { price in
            let scaled = price * scale
            return abs(scaled - scaled.rounded()) <= 1e-6 + abs(scaled) * 1e-12
        }
    }

    private static func areApart(_ pairs: [(Double, Double)], _ decimals: Int) -> Bool {
        let scale = scale(decimals)
        let alike = pairs.count { ($0 * scale).rounded() == ($1 * scale).rounded() }
        return alike * 20 <= pairs.count
    }
}
