import MarketData

/// What can go wrong between a file from outside and a stored series.
public enum StoreError: Error, Hashable, Sendable {
    /// A file could not be read.
    case unreadable(path: String, reason: String)
    /// A file or folder could not be written; nothing already stored is lost.
    case unwritable(path: String, reason: String)
    /// A file without a single byte.
    case empty(file: String)
    /// The first line names no column that the reader knows.
    case noHeader(file: String, text: String)
    /// The header lacks a column.
    case missingColumn(file: String, column: String, header: String)
    /// The header names a column twice.
    case repeatedColumn(file: String, column: String)
    /// No row was left to import.
    case noRows(file: String)
    /// Rows that a strict import refuses: the first of them, and how many there are.
    case rows(file: String, findings: [ImportFinding], total: Int)
    /// The spacing of the rows names no interval.
    case unknownInterval(file: String)
    /// Rows that cannot be bars of the interval: their lines, and what they say instead.
    case contradictedInterval(
        file: String, lines: [Int], interval: Interval, problem: String, remedy: String)
    /// A file that contradicts what is stored of its symbol.
    case conflict(file: String, symbol: String, problem: String, remedy: String)
    /// A folder in which there is no store.
    case noStore(path: String)
    /// The digest of a file differs from the one in its metadata.
    case digestMismatch(file: String, expected: String, actual: String)
    /// The metadata of a data set, or its actions, cannot be used.
    case metadata(file: String, line: Int?, problem: String)
    /// A name of a calendar that does not exist.
    case unknownCalendar(name: String, known: [String])
    /// A stored file whose bytes are not what was written.
    case damaged(path: String, problem: String)
    /// A series whose file is missing or is not what was written.
    case damagedSeries(
        symbol: String, interval: Interval, path: String, problem: String, remedy: String)
    /// A column that a stored file does not have.
    case unknownColumn(path: String, column: String, known: [String])
    /// A symbol that nobody could type or select.
    case badSymbol(String)
    /// A symbol that the store does not have.
    case unknownSymbol(String, nearest: String?)
    /// A symbol whose rows in the catalogue this program cannot read.
    case unreadableSeries(symbol: String, problem: String)
    /// The name of a made-up data set that does not exist.
    case unknownDataset(String, known: [String])
    /// The catalogue could not be used.
    case catalogue(String)
}

extension StoreError: CustomStringConvertible {
    /// The place, the value and the remedy.
    public var description: String {
        switch self {
        case .unreadable(let path, let reason):
            "\(path) cannot be read: \(reason). Check the path and its permissions."
        case .unwritable(let path, let reason):
            "\(path) cannot be written: \(reason). Nothing that was stored is lost; "
                + "make room or choose another folder, then repeat."
        case .rows(let file, let findings, let total): Self.list(file, findings, total)
        case .digestMismatch(let file, let expected, let actual):
            "\(file) has the SHA-256 digest \(actual), its metadata says \(expected). "
                + "Fetch the file again, or correct metadata.json."
        case .metadata(let file, let line, let problem):
            "\(file)\(line.map { ":\($0)" } ?? ""): \(problem)"
        case .damaged(let path, let problem):
            "\(path) is damaged: \(problem). Import its source again."
        case .damagedSeries(let symbol, let interval, let path, let problem, let remedy):
            "\(symbol) \(StoreText.name(of: interval)): \(path): \(problem). \(remedy)"
        case .noStore(let path):
            "There is no store in \(path). Name one with --store, or make one with "
                + "`finstage data import FILE`."
        case .badSymbol, .unknownSymbol, .unknownColumn, .unknownCalendar, .unknownDataset,
            .unreadableSeries:
            nameText
        case .catalogue(let text): text
        default: fileText
        }
    }

    private var fileText: String {
        switch self {
        case .empty(let file): "\(file) is empty. Give a file with a header and rows."
        case .noHeader(let file, let text):
            "\(file):1: \"\(text)\" is no header. The first line must name the columns: "
                + "date,open,high,low,close,volume in any order."
        case .missingColumn(let file, let column, let header):
            "\(file):1: the header \"\(header)\" has no column \(column). Add it."
        case .repeatedColumn(let file, let column):
            "\(file):1: the header names the column \(column) twice. Remove one of them, or "
                + "join a date and a time into one column."
        case .noRows(let file):
            "\(file) has a header and no row to import; lines end with LF or CRLF."
        case .unknownInterval(let file):
            "\(file): the spacing of the rows names no interval. Give --interval."
        case .contradictedInterval(let file, let lines, let interval, let problem, let remedy):
            "\(Self.place(file, lines)): \(problem), so they are no bars of "
                + "\(StoreText.name(of: interval)). \(remedy)"
        case .conflict(let file, let symbol, let problem, let remedy):
            "\(file): \(symbol) \(problem). Nothing was imported. \(remedy)"
        default: ""
        }
    }

    private static func place(_ file: String, _ lines: [Int]) -> String {
        lines.map { "\(file):\($0)" }.joined(separator: " and ")
    }

    private var nameText: String {
        switch self {
        case .unknownSymbol(let symbol, let nearest):
            "The store has no symbol \"\(symbol)\"." + Self.suggestion(nearest)
                + " `finstage data list` shows what there is."
        case .badSymbol(let symbol):
            "\(symbol.debugDescription) is no symbol: give 1 to 64 bytes without blanks, commas "
                + "and control characters, with --symbol."
        case .unreadableSeries(let symbol, let problem):
            "\(symbol) cannot be read: \(problem). Update finstage, or import its source again "
                + "with --symbol \(symbol) and a --calendar that is known."
        case .unknownColumn(let path, let column, let known):
            "\(path) has no column \"\(column)\"; it has \(known.joined(separator: ", "))."
        case .unknownCalendar(let name, let known):
            "There is no calendar \"\(name)\"." + Self.suggestion(nearest(name, in: known))
                + " Known are \(known.joined(separator: ", "))."
        case .unknownDataset(let name, let known):
            "There is no made-up data set \"\(name)\"."
                + Self.suggestion(nearest(name, in: known))
                + " Known are \(known.joined(separator: ", "))."
        default: ""
        }
    }

    private static func suggestion(_ name: String?) -> String {
        name.map { " Did you mean \($0)?" } ?? ""
    }

    private static func list(_ file: String, _ findings: [ImportFinding], _ total: Int) -> String {
        let shown = findings.map { "  \($0)" }.joined(separator: "\n")
        let more = total > findings.count ? "\n  … and \(total - findings.count) more" : ""
        return "\(file): \(total) \(total == 1 ? "finding" : "findings"); nothing was imported.\n"
            + shown + more + "\nCorrect the file, or import with --repair, which "
            + remedies(findings) + "."
    }

    /// What `--repair` does about some findings.
    private static func remedies(_ findings: [ImportFinding]) -> String {
        let present = Set(findings.map(\.reason.treatment))
        let words: [(ImportFinding.Treatment, String)] = [
            (.sorted, "sorts the rows"), (.missing, "keeps such rows with the value missing"),
            (.setAside, "sets such rows aside"),
        ]
        return words.filter { present.contains($0.0) }.map(\.1).joined(separator: " and ")
    }
}
