/// What can go wrong with the catalogue of a store.
public enum DatabaseError: Error, Hashable, Sendable, CustomStringConvertible {
    /// A newer program has changed the store.
    case newerStore(path: String)
    /// An older program has written the store, which is open for reading alone.
    case olderStore(path: String)
    /// A second interval of a symbol under another calendar or currency.
    case otherMarket(symbol: String, stored: [String], given: [String], intervals: [Int64])
    /// The disk is full.
    case full(path: String)
    /// The file or its folder cannot be opened or written.
    case unwritable(path: String, reason: String)
    /// Another program held the store for longer than the wait.
    case busy(path: String)
    /// The file is no SQLite database, or a damaged one.
    case damaged(path: String, reason: String)
    /// The journal is no SQLite database, or a damaged one.
    case damagedJournal(path: String, reason: String)
    /// There was a journal, and its file holds nothing of it.
    case emptyJournal(path: String)
    /// Anything else that SQLite says.
    case failed(path: String, reason: String)

    /// The place, the problem and the remedy.
    public var description: String {
        switch self {
        case .newerStore(let path):
            "\(path) was written by a newer finstage. Update this program, or use another store."
        case .olderStore(let path):
            "\(path) was written by an older finstage, and cannot be brought up to date where it "
                + "may not be written. Copy the store to a place that may be written."
        case .otherMarket(let symbol, let stored, let given, _):
            "\(symbol) is stored with \(stored.joined(separator: " and ")) in another interval, "
                + "and this import says \(given.joined(separator: " and ")). Give both intervals "
                + "the same, or import this one under a symbol of its own with --symbol."
        case .full(let path):
            "\(path): the disk is full. Nothing that was stored is lost; make room and repeat."
        case .unwritable(let path, let reason):
            "\(path) cannot be written: \(reason). Check the folder and its permissions."
        case .busy(let path):
            "\(path) is in use by another program. Wait for it to end, then repeat."
        case .damaged(let path, let reason):
            "\(path) is damaged: \(reason). `finstage data rebuild` makes a new one of the series "
                + "files, and keeps this one aside."
        case .damagedJournal(let path, let reason):
            "\(path) is damaged: \(reason). \(Self.journalRemedy)"
        case .emptyJournal(let path):
            "\(path) was a journal and holds nothing of it. \(Self.journalRemedy)"
        case .failed(let path, let reason): "\(path): \(reason)"
        }
    }

    private static var journalRemedy: String {
        "Nothing was changed. Put back a copy of it with its -wal file; where there is none, move "
            + "all journal.sqlite* aside, and 'finstage live' begins a new one: what was told "
            + "since the promotions were made is told again, and demotions without a signed "
            + "statement are forgotten."
    }
}
