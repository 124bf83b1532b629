import MarketData

/// A choice of bars that holds none.
public enum SubjectError: Error, CustomStringConvertible {
    /// No bar lies in the range.
    case emptyRange(symbol: String, from: CivilDate?, to: CivilDate?, series: Series)
    /// Another instrument that the rule reads has no bar within the range.
    case noCommonBar(symbol: String, other: String, series: Series)
    /// The rule wants bars that cannot be made of the stored ones.
    case shorterBars(symbol: String, wanted: Interval, stored: Interval)

    /// One account is to trade instruments whose exchanges have other sessions.
    case otherCalendar(symbol: String, first: String)
    /// A stored column is no instrument.
    case noPrices(symbol: String)
    /// The rule reads a stored column that the instrument does not have.
    case noColumn(symbol: String, column: String, known: String)
    /// The rule compares a universe, and the instrument is none of it.
    case noMember(symbol: String, universe: [String])

    /// What is wrong, and what to do.
    public var description: String {
        switch self {
        case .emptyRange(let symbol, let from, let to, let series):
            let first = series.times.first?.text ?? "none"
            let last = series.times.last?.text ?? "none"
            let range = "\(from?.description ?? "the first") to \(to?.description ?? "the last")"
            return """
                \(symbol) has no bar from \(range); its bars are \(first) to \(last), so choose \
                --from and --to within them
                """
        case .noCommonBar(let symbol, let other, let series):
            let first = series.times.first?.text ?? "none"
            let last = series.times.last?.text ?? "none"
            return """
                the rule reads \(other) beside \(symbol), but its bars, \(first) to \(last), lie \
                outside the range; choose --from and --to within them, or import more of \(other)
                """
        case .otherCalendar(let symbol, let first):
            return """
                one account trades instruments of one calendar, and \(symbol) has another than \
                \(first); name those of one exchange with --symbol
                """
        case .noPrices(let symbol):
            return "\(symbol) holds no prices; a rule reads it by bars.column of its symbol"
        case .noColumn(let symbol, let column, let known):
            return """
                the rule reads the column \(column) of \(symbol), which \(known); import it with \
                'finstage data import FILE --symbol \(symbol) --column \(column)'
                """
        case .noMember(let symbol, let universe):
            return """
                the rule compares \(universe.joined(separator: ", ")), and \(symbol) is none of \
                them; add it to --universe
                """
        case .shorterBars(let symbol, let wanted, let stored):
            return """
                the rule reads bars of \(wanted.name) of \(symbol), which cannot be made of those \
                of \(stored.name); choose --interval \(wanted.name) or a shorter one that is stored
                """
        }
    }
}
