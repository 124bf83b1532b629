import MarketData

/// What a reader must know about the data before the figures are believed.
public enum DataRemark: Codable, Sendable, Hashable, CustomStringConvertible {
    /// The import noticed something that changes what a result means; the first of it in words.
    case findings(count: Int, first: String)
    /// The view `total` contains dividends that were paid after the bar.
    case futureDividends
    /// The first bars have no known close.
    case lateHolding
    /// The rule looks back farther than there are bars.
    case tooShort(lookback: Int, bars: Int)
    /// Another instrument that the rule reads ends before the last bar, on a date.
    case ended(symbol: String, date: String, days: Int)
    /// An instrument of a shared account ends before the others, on a date.
    case memberEnded(symbol: String, date: String)
    /// The benchmark and the instrument share no bar.
    case benchmarkApart(symbol: String)
    /// The benchmark has only some of the instrument's bars.
    case benchmarkGaps(symbol: String, common: Int, bars: Int)

    /// The remark as an English clause.
    public var description: String {
        switch self {
        case .findings(let count, let first):
            "\(counted(count, "finding")) about its data, such as: \(first)"
        case .futureDividends:
            "prices contain dividends that were paid after their bar (--adjusted total)"
        case .lateHolding: "buying and holding begins at the first known close"
        case .tooShort(let lookback, let bars):
            "the rule can decide nothing: it looks back \(counted(lookback, "bar")), and "
                + "there \(bars == 1 ? "is" : "are") \(parted(bars))"
        case .ended(let symbol, let date, let days):
            "\(symbol), which the rule reads, ends \(date), \(counted(days, "day")) before "
                + "the last bar: its last value is held until then"
        case .memberEnded(let symbol, let date):
            "\(symbol) ends \(date): what was held of it then was paid out at its last close"
        case .benchmarkApart(let symbol):
            "the benchmark \(symbol) has no bar in common: nothing can be said beside it"
        case .benchmarkGaps(let symbol, let common, let bars):
            "the benchmark \(symbol) has bars at \(parted(common)) of \(parted(bars)): what is "
                + "said beside it speaks of these alone"
        }
    }
}
