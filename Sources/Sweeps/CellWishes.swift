/// The conditions of one cell as words, as the event form reads them; filled anew for each cell.
struct CellWishes {
    /// Entries that count: without their own exit, and without one of the other side.
    var enterLong, enterShort: [UInt64]
    /// The exits as they were given.
    var exitLong, exitShort: [UInt64]
    /// Any wish at all, and any entry.
    var any: [UInt64]
    private(set) var hasShort = false

    init(count: Int) {
        enterLong = Array(repeating: 0, count: BitColumn.wordCount(count))
        (enterShort, exitLong, exitShort, any) = (enterLong, enterLong, enterLong, enterLong)
    }

    /// Takes the conditions of a cell.
    mutating func take(_ conditions: borrowing CellConditions) {
        Self.copy(conditions.enterLong, into: &enterLong)
        Self.copy(conditions.exitLong, into: &exitLong)
        hasShort = conditions.enterShort != nil
        if hasShort {
            Self.copy(conditions.enterShort, into: &enterShort)
            Self.copy(conditions.exitShort, into: &exitShort)
        }
        settle()
    }

    /// Takes long entries and exits that are in the words already.
    mutating func takeLong() {
        hasShort = false
        settle()
    }

    private static func copy(_ column: BitColumn?, into words: inout [UInt64]) {
        var out = words.mutableSpan
        guard let column else {
            for word in out.indices { out[word] = 0 }
            return
        }
        let source = column.words.span
        precondition(source.count == out.count, "a condition of \(column.count) bars")
        for word in out.indices { out[word] = source[word] }
    }

    private mutating func settle() {
        for word in any.indices {
            let leave = exitLong[word]
            guard hasShort else {
                any[word] = enterLong[word] | leave
                enterLong[word] &= ~leave
                continue
            }
            any[word] = enterLong[word] | leave | enterShort[word] | exitShort[word]
            let (long, short) = (enterLong[word] & ~leave, enterShort[word] & ~exitShort[word])
            (enterLong[word], enterShort[word]) = (long & ~short, short & ~long)
        }
    }
}
