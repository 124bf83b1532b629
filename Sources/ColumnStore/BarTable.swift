import MarketData

/// The bars of one file in columns, in order of time, with what the import had to set aside.
public struct BarTable: Sendable {
    /// A column that only some sources have.
    public struct ExtraColumn: Sendable {
        /// The name in the store, such as `adj_close`.
        public let name: String
        /// One value a bar; NaN where the source has none.
        public let values: [Double]

        /// A column from its parts.
        public init(name: String, values: [Double]) { (self.name, self.values) = (name, values) }
    }

    /// The length of each bar.
    public var interval: Interval
    /// The start of each bar.
    public var times: [Timestamp] = []
    /// The first price of each bar.
    public var open: [Double] = []
    /// The highest price of each bar.
    public var high: [Double] = []
    /// The lowest price of each bar.
    public var low: [Double] = []
    /// The last price of each bar.
    public var close: [Double] = []
    /// The units traded in each bar; NaN where the source has none.
    public var volume: [Double] = []
    /// The columns that only some sources have.
    public var extras: [ExtraColumn] = []
    /// What the import noticed, in order of the lines; after a strict import only merged rows and
    /// remarks on the series.
    public var findings: [ImportFinding] = []
    /// True for each bar whose time was written without an offset; empty when the table was not
    /// read from text.
    public var isZoneless: [Bool] = []
    /// The line of each bar in its source; empty when the table was not read from one.
    var lines: [Int] = []

    /// An empty table.
    public init(interval: Interval) { self.interval = interval }

    /// The number of bars.
    public var count: Int { times.count }

    /// The bars as a series.
    public func series(symbol: String, calendar: Calendar) -> Series {
        Series(
            symbol: symbol, interval: interval, calendar: calendar, times: times, open: open,
            high: high, low: low, close: close, volume: volume)
    }
}
