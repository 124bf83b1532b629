/// Which cell of a row holds what.
struct HeaderRow {
    let time: Int
    let open: Int
    let high: Int
    let low: Int
    let close: Int
    let volume: Int?
    let adjustedClose: Int?
    /// The cells that a row must have.
    let count: Int

    /// The columns of a header, in any order and case.
    ///
    /// - Parameters:
    ///   - names: the names of the cells.
    ///   - file: the name of the file, for messages.
    ///   - column: the one column that is read beside the time; nil for bars.
    /// - Throws: where a needed column is missing, or stands twice.
    init(names: [String], file: String, column: String? = nil) throws(StoreError) {
        let keys = names.map { $0.lowercased().filter { $0.isLetter || $0.isNumber } }
        let single = column.map {
            [$0.lowercased().filter { $0.isLetter || $0.isNumber }, "value"]
        }
        let known = Set(
            ["date", "time", "timestamp", "datetime", "open", "close", "price"] + (single ?? []))
        let header = names.joined(separator: ",")
        guard keys.contains(where: known.contains) else {
            throw .noHeader(file: file, text: String(header.prefix(60)))
        }
        func find(_ aliases: [String]) throws(StoreError) -> Int? {
            let found = keys.indices.filter { aliases.contains(keys[$0]) }
            if found.count > 1 { throw .repeatedColumn(file: file, column: aliases[0]) }
            return found.first
        }
        func need(_ aliases: [String]) throws(StoreError) -> Int {
            if let index = try find(aliases) { return index }
            throw .missingColumn(file: file, column: aliases[0], header: header)
        }
        time = try need(["date", "time", "timestamp", "datetime"])
        count = names.count
        if let single {
            let cell = try need(keys.contains(single[0]) ? [single[0]] : single)
            (open, high, low, close) = (cell, cell, cell, cell)
            (volume, adjustedClose) = (nil, nil)
            return
        }
        open = try need(["open"])
        high = try need(["high"])
        low = try need(["low"])
        close = try need(keys.contains("close") ? ["close"] : ["close", "price"])
        volume = try find(["volume", "vol"])
        adjustedClose = try find(["adjclose", "adjustedclose"])
    }
}
