import MarketData

/// A mapped Arrow file of one record batch: a column of instants and columns of doubles.
///
/// Opening reads the footer, the schema and the batch's metadata; every position is checked
/// against the file, and a damaged file is an error. Columns are read in place.
public final class ArrowFile: Sendable {
    /// Where the values of a column lie.
    struct Column: Sendable {
        let name: String
        let isTime: Bool
        let notes: [String: String]
        let offset: Int
    }

    /// The path of the file.
    public var path: String { file.path }
    /// The number of rows.
    public let rowCount: Int
    /// What the schema says about the table.
    public let metadata: [String: String]
    let columns: [Column]
    private let file: MappedFile

    /// Opens a file.
    public init(path: String) throws(StoreError) {
        let file = try MappedFile(path: path)
        do {
            let contents = try ArrowContents(of: file)
            (rowCount, metadata) = (contents.rowCount, contents.metadata)
            columns = contents.columns
        } catch {
            switch error {
            case .position: throw .damaged(path: path, problem: "a position leads nowhere")
            case .meaning(let problem): throw .damaged(path: path, problem: problem)
            }
        }
        self.file = file
    }

    /// The names of the columns of doubles, in the order of the file.
    public var columnNames: [String] { columns.filter { !$0.isTime }.map(\.name) }

    /// What the schema says about a column, `time` included; nothing for one without notes.
    public func notes(ofColumn name: String) -> [String: String] {
        columns.first { $0.name == name }?.notes ?? [:]
    }

    /// The size of the file in bytes.
    public var byteCount: Int { file.count }

    /// The instants of the column `time`, checked to rise from row to row.
    public func times() throws(StoreError) -> [Timestamp] {
        try times(of: 0..<rowCount)
    }

    /// The rows after an instant, at most `limit`, with their instants. The search trusts the
    /// order of the rows that it does not return.
    func times(
        after time: Timestamp, limit: Int
    ) throws(StoreError) -> (rows: Range<Int>, times: [Timestamp]) {
        let offset = try timeOffset()
        let file = file
        let numbers = file.numbers(at: offset, count: rowCount, as: Int64.self)
        var (low, high) = (0, rowCount)
        while low < high {
            let middle = (low + high) / 2
            if numbers[middle] <= time.microseconds { low = middle + 1 } else { high = middle }
        }
        withExtendedLifetime(file) {}
        let rows = low..<low + min(limit, rowCount - low)
        return (rows, try times(of: rows))
    }

    private func times(of rows: Range<Int>) throws(StoreError) -> [Timestamp] {
        let offset = try timeOffset()
        let file = file
        let numbers = file.numbers(at: offset, count: rowCount, as: Int64.self)
        defer { withExtendedLifetime(file) {} }
        var times: [Timestamp] = []
        times.reserveCapacity(rows.count)
        var last = -Self.farthest
        for row in rows {
            guard numbers[row] > last, numbers[row] < Self.farthest else {
                throw .damaged(path: path, problem: "time does not rise at row \(row)")
            }
            last = numbers[row]
            times.append(Timestamp(microseconds: last))
        }
        return times
    }

    private func timeOffset() throws(StoreError) -> Int {
        guard let column = columns.first(where: { $0.isTime && $0.name == "time" }) else {
            throw .unknownColumn(path: path, column: "time", known: columns.map(\.name))
        }
        return column.offset
    }

    /// A column of doubles, copied.
    public func values(ofColumn name: String) throws(StoreError) -> [Double] {
        try values(ofColumn: name, 0..<rowCount)
    }

    /// Some rows of a column of doubles, copied.
    func values(ofColumn name: String, _ rows: Range<Int>) throws(StoreError) -> [Double] {
        let span = try span(ofColumn: name)
        return [Double](unsafeUninitializedCapacity: rows.count) { buffer, count in
            for (place, row) in rows.enumerated() {
                buffer.initializeElement(at: place, to: span[row])
            }
            count = rows.count
        }
    }

    /// A column of doubles in place.
    @_lifetime(borrow self)
    public func span(ofColumn name: String) throws(StoreError) -> Span<Double> {
        guard let column = columns.first(where: { !$0.isTime && $0.name == name }) else {
            throw .unknownColumn(path: path, column: name, known: columnNames)
        }
        let start = file.numbers(at: column.offset, count: rowCount, as: Double.self)
        let span = Span(_unsafeStart: start, count: rowCount)
        return _overrideLifetime(span, borrowing: self)
    }

    /// The last instant of the year 9999, on either side of 1970.
    private static let farthest: Int64 = 253_402_300_800_000_000
}
