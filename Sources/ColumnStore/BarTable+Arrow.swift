import MarketData

extension BarTable {
    /// The bytes of an Arrow file that holds the table.
    public func arrow(metadata: [(key: String, value: String)]) -> [UInt8] {
        let prices = [("open", open), ("high", high), ("low", low), ("close", close)]
        let columns = prices + [("volume", volume)] + extras.map { ($0.name, $0.values) }
        return ArrowWriter(
            times: times.map(\.microseconds),
            columns: columns.map { (name: $0.0, values: $0.1) }, metadata: metadata
        ).bytes()
    }

    /// Some rows of the usual columns of an Arrow file: at most `limit` after an instant.
    init(
        _ file: ArrowFile, interval: Interval, after time: Timestamp, limit: Int
    ) throws(StoreError) {
        self.init(interval: interval)
        let (rows, times) = try file.times(after: time, limit: limit)
        self.times = times
        open = try file.values(ofColumn: "open", rows)
        high = try file.values(ofColumn: "high", rows)
        low = try file.values(ofColumn: "low", rows)
        close = try file.values(ofColumn: "close", rows)
        volume = try file.values(ofColumn: "volume", rows)
    }

    /// The table in an Arrow file.
    public init(_ file: ArrowFile, interval: Interval) throws(StoreError) {
        self.init(interval: interval)
        times = try file.times()
        open = try file.values(ofColumn: "open")
        high = try file.values(ofColumn: "high")
        low = try file.values(ofColumn: "low")
        close = try file.values(ofColumn: "close")
        volume = try file.values(ofColumn: "volume")
        let usual = Set(["open", "high", "low", "close", "volume"])
        for name in file.columnNames where !usual.contains(name) {
            extras.append(.init(name: name, values: try file.values(ofColumn: name)))
        }
    }
}
