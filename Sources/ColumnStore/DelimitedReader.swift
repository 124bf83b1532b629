import Foundation
import MarketData

/// Reads bars from a delimited text file whose first line names the columns.
///
/// Strict unless told otherwise: a file with a malformed, repeated or unsorted row is refused as
/// a whole, with the first twenty findings. A lenient reader sets such rows aside, sorts, and
/// lets the last of several rows for one time hold. Identical rows collapse, and a row that repeats
/// the running bar merges into it. Every number is the double nearest its text.
public struct DelimitedReader: Sendable {
    /// True when bad rows are set aside instead of refusing the file.
    public let isLenient: Bool
    /// The length of each bar; nil when the spacing of the rows says it.
    public let interval: Interval?
    /// The calendar whose zone dates the stamps of a daily file.
    public let calendar: MarketData.Calendar
    /// True when times without an offset are those of the exchange's clocks; else they are UTC.
    public let isLocal: Bool
    /// The one column of numbers that are no prices; nil for bars.
    public let column: String?

    /// A reader.
    public init(
        isLenient: Bool = false, interval: Interval? = nil,
        calendar: MarketData.Calendar = .continuous, isLocal: Bool = false, column: String? = nil
    ) {
        (self.isLenient, self.interval, self.calendar) = (isLenient, interval, calendar)
        (self.isLocal, self.column) = (isLocal, column)
    }

    /// The bars of a file.
    public func read(contentsOf url: URL) throws(StoreError) -> BarTable {
        try read(try FileBytes.read(url.path), named: url.lastPathComponent)
    }

    /// The bars in the bytes of a file; its name is for messages.
    public func read(_ bytes: [UInt8], named file: String) throws(StoreError) -> BarTable {
        guard !bytes.isEmpty else { throw .empty(file: file) }
        let text = bytes.span
        var lines = LineScanner(text)
        guard let first = lines.next(text) else { throw .empty(file: file) }
        let splitter = CellSplitter(separator: Self.separator(text, first))
        var cells: [Cell] = []
        guard splitter.split(text, first, into: &cells) else {
            throw .noHeader(file: file, text: CellSplitter.shown(text, first))
        }
        let names = cells.map { CellSplitter.shown(text, $0.range) }
        var rows = RowCollector(
            header: try HeaderRow(names: names, file: file, column: column), file: file)
        rows.holdsValues = column != nil
        rows.reserve(bytes.count / 48)
        if isLocal { rows.clock = calendar }
        while let line = lines.next(text) {
            if splitter.split(text, line, into: &cells) {
                rows.append(text, cells, line: line, number: lines.number)
            } else {
                rows.report(.quote, "", CellSplitter.shown(text, line), line: lines.number)
            }
        }
        return try finish(rows, file: file)
    }

    private func finish(_ rows: RowCollector, file: String) throws(StoreError) -> BarTable {
        var rows = rows
        guard rows.count > 0 || rows.total > 0 else { throw .noRows(file: file) }
        let found = interval ?? (column == nil ? rows.spacing : rows.spacingOfValues)
        guard let found else {
            if rows.total > 0 { throw rows.refusal }
            throw .unknownInterval(file: file)
        }
        let schedule = BarSchedule(interval: found, calendar: calendar)
        let order = try rows.order(schedule)
        if !isLenient, rows.total > 0 { throw rows.refusal }
        guard !order.isEmpty else { throw rows.refusal }
        if column == nil {
            rows.reportSessions(order, schedule)
            rows.reportGaps(order, schedule)
            rows.reportSpikes(order)
        }
        return rows.table(order, interval: found)
    }

    /// The separator that the header uses most.
    private static func separator(_ text: Span<UInt8>, _ line: Range<Int>) -> UInt8 {
        let candidates: [UInt8] = [0x2C, 0x3B, 0x09]
        let counts = candidates.map { byte in line.count { text[$0] == byte } }
        let most = counts.max() ?? 0
        return zip(candidates, counts).first { $1 == most }?.0 ?? 0x2C
    }
}

/// Walks over the lines of a text; blank ones are counted and skipped.
struct LineScanner {
    private var index = 0
    /// The number of the last line; the first one is 1.
    private(set) var number = 0

    /// A scanner that skips a byte-order mark.
    init(_ text: Span<UInt8>) {
        let hasMark =
            text.count >= 3 && text[0] == 0xEF && text[1] == 0xBB && text[2] == 0xBF
        index = hasMark ? 3 : 0
    }

    /// The next line that is not blank, without its end.
    mutating func next(_ text: Span<UInt8>) -> Range<Int>? {
        while index < text.count {
            let start = index
            var isBlank = true
            while index < text.count, text[index] != 0x0A {
                isBlank = isBlank && (text[index] == 0x20 || text[index] == 0x0D)
                index += 1
            }
            var end = index
            index += 1
            number += 1
            while end > start, text[end - 1] == 0x0D { end -= 1 }
            if !isBlank { return start..<end }
        }
        return nil
    }
}
