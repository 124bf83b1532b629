/// The state of reading comma-separated text, byte by byte.
struct DelimitedReader {
    private var rows: [[String]] = []
    private var row: [String] = []
    private var cell: [UInt8] = []
    private var isQuoted = false
    private var wasQuote = false
    private var isStarted = false

    mutating func take(_ byte: UInt8) {
        if isQuoted {
            if byte == 0x22 { (isQuoted, wasQuote) = (false, true) } else { cell.append(byte) }
            return
        }
        defer { wasQuote = false }
        isStarted = true
        switch byte {
        case 0x22:
            // A quote right after a closing one is a quote within the cell.
            if wasQuote { cell.append(byte) }
            isQuoted = true
        case 0x2C: endCell()
        case 0x0A: endRow()
        case 0x0D: break
        default: cell.append(byte)
        }
    }

    mutating func finish() -> [[String]] {
        if isStarted { endRow() }
        return rows
    }

    private mutating func endCell() {
        row.append(String(decoding: cell, as: UTF8.self))
        cell = []
    }

    private mutating func endRow() {
        endCell()
        rows.append(row)
        (row, isStarted) = ([], false)
    }
}
