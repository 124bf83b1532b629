/// The bars of one instrument, in columns, in order of time.
public struct Series: Sendable {
    /// The text that names the instrument.
    public let symbol: String
    /// The length of each bar.
    public let interval: Interval
    /// The calendar that says when a bar closes.
    public let calendar: Calendar
    /// The start of each bar.
    public let times: [Timestamp]
    /// The instant at which each bar is known.
    public let closedAt: [Timestamp]
    /// The first price of each bar.
    public let open: [Double]
    /// The highest price of each bar.
    public let high: [Double]
    /// The lowest price of each bar.
    public let low: [Double]
    /// The last price of each bar.
    public let close: [Double]
    /// The units traded in each bar; NaN where the source has none.
    public let volume: [Double]
    /// True when no value is infinite: the columns are then what signals read, as they are.
    public let isFinite: Bool

    /// A series from columns of one length, in order of time.
    public init(
        symbol: String, interval: Interval, calendar: Calendar, times: [Timestamp],
        open: [Double], high: [Double], low: [Double], close: [Double], volume: [Double]
    ) {
        let count = times.count
        precondition(
            [open, high, low, close, volume].allSatisfy { $0.count == count },
            "columns of \(symbol) must have \(count) rows")
        precondition(
            zip(times, times.dropFirst()).allSatisfy { $0 < $1 },
            "bars of \(symbol) must be in order of time")
        (self.symbol, self.interval, self.calendar) = (symbol, interval, calendar)
        self.times = times
        closedAt = calendar.closedAt(ofBarsAt: times, interval: interval)
        (self.open, self.high, self.low) = (open, high, low)
        (self.close, self.volume) = (close, volume)
        isFinite = Self.areFinite([open, high, low, close, volume])
    }

    /// Without a branch, so that it runs as fast as the memory gives the columns.
    private static func areFinite(_ columns: [[Double]]) -> Bool {
        columns.allSatisfy { column in
            column.reduce(0 as UInt64) { $0 | ($1.magnitude == .infinity ? 1 : 0) } == 0
        }
    }

    /// Rows of another series, with columns of their own. When a bar closes was found out there.
    private init(
        _ other: Series, _ rows: Range<Int>, open: [Double], high: [Double], low: [Double],
        close: [Double], volume: [Double]
    ) {
        (symbol, interval, calendar) = (other.symbol, other.interval, other.calendar)
        (times, closedAt) = (Array(other.times[rows]), Array(other.closedAt[rows]))
        (self.open, self.high, self.low) = (open, high, low)
        (self.close, self.volume) = (close, volume)
        isFinite = Self.areFinite([open, high, low, close, volume])
    }

    /// A series from bars in order of time.
    public init(
        symbol: String, interval: Interval, calendar: Calendar = .continuous, bars: [Bar]
    ) {
        self.init(
            symbol: symbol, interval: interval, calendar: calendar, times: bars.map(\.time),
            open: bars.map(\.open), high: bars.map(\.high), low: bars.map(\.low),
            close: bars.map(\.close), volume: bars.map(\.volume))
    }

    /// The number of bars.
    public var count: Int { times.count }

    /// One column.
    public subscript(field: Field) -> [Double] {
        switch field {
        case .open: open
        case .high: high
        case .low: low
        case .close: close
        case .volume: volume
        }
    }

    /// One bar.
    @inlinable
    public subscript(row: Int) -> Bar {
        Bar(
            time: times[row], open: open[row], high: high[row], low: low[row], close: close[row],
            volume: volume[row])
    }

    /// Every bar, in order.
    public var bars: [Bar] { (0..<count).map { self[$0] } }

    /// The bars of some rows.
    public func rows(_ rows: Range<Int>) -> Series {
        if rows == 0..<count { return self }
        return Series(
            self, rows, open: Array(open[rows]), high: Array(high[rows]), low: Array(low[rows]),
            close: Array(close[rows]), volume: Array(volume[rows]))
    }

    /// The same bars with prices and volumes multiplied, row by row.
    public func scaled(prices: [Double], volumes: [Double]) -> Series {
        precondition(prices.count == count && volumes.count == count, "one factor a row")
        func product(_ column: [Double], _ factors: [Double]) -> [Double] {
            zip(column, factors).map { $0 * $1 }
        }
        return Series(
            self, 0..<count, open: product(open, prices), high: product(high, prices),
            low: product(low, prices), close: product(close, prices),
            volume: product(volume, volumes))
    }
}
