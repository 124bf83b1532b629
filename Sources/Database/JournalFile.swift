import Foundation
internal import GRDB

/// The file of a journal, before it is opened for writing.
struct JournalFile {
    let path: String
    /// False for a journal that need not survive a power cut.
    let isDurable: Bool

    /// True when there is a journal, or what is left of one.
    var isPresent: Bool { byteCount(of: path) != nil || hasLog }

    /// Makes the journal where there is none. One that is there is looked at first, for reading
    /// alone.
    ///
    /// - Throws: when the file was emptied or damaged, or is of a newer program; nothing is then
    ///   changed.
    func prepare() throws(DatabaseError) {
        guard isPresent else { return try make() }
        // SQLite begins anew on an empty file, and drops the log beside it.
        guard byteCount(of: path) ?? 0 > 0 else { throw .emptyJournal(path: path) }
        let found = try Self.translated(path) {
            var configuration = Configuration()
            configuration.busyMode = .timeout(5)
            configuration.readonly = true
            let queue = try DatabaseQueue(path: path, configuration: configuration)
            return try queue.read { database in
                (
                    isNewer: try JournalMigrations.all.hasBeenSuperseded(database),
                    isJournal: try !JournalMigrations.all.appliedMigrations(database).isEmpty
                )
            }
        }
        if found.isNewer { throw .newerStore(path: path) }
        guard found.isJournal else { throw .emptyJournal(path: path) }
    }

    /// Makes a journal under another name and then gives it its own, so that a kill leaves none
    /// that is not whole. Another process may be first.
    private func make() throws(DatabaseError) {
        var template = Array("\(path).XXXXXX".utf8CString)
        let descriptor = mkstemp(&template)
        guard descriptor >= 0 else {
            throw .unwritable(path: path, reason: String(cString: strerror(errno)))
        }
        close(descriptor)
        let made = template.withUnsafeBufferPointer { letters in
            letters.baseAddress.map { String(cString: $0) } ?? path
        }
        defer { for end in ["", "-wal", "-shm"] { unlink(made + end) } }
        try Self.translated(path) {
            var configuration = Configuration()
            configuration.journalMode = .wal
            let isDurable = isDurable
            configuration.prepareDatabase { database in
                try database.execute(sql: "PRAGMA synchronous = \(isDurable ? "FULL" : "OFF")")
            }
            let queue = try DatabaseQueue(path: made, configuration: configuration)
            try JournalMigrations.all.migrate(queue)
            _ = try queue.writeWithoutTransaction { try $0.checkpoint(.truncate) }
            try queue.close()
        }
        guard link(made, path) == 0 || errno == EEXIST else {
            throw .unwritable(path: path, reason: String(cString: strerror(errno)))
        }
    }

    /// True when changes wait beside the file.
    private var hasLog: Bool { byteCount(of: path + "-wal") ?? 0 > 0 }

    /// The bytes of a file; nil where there is none.
    func byteCount(of path: String) -> Int? {
        var status = stat()
        return stat(path, &status) == 0 ? Int(status.st_size) : nil
    }

    /// Puts what SQLite says about a journal into this module's errors.
    static func translated<Result>(
        _ path: String, _ body: () throws -> Result
    ) throws(DatabaseError) -> Result {
        do throws(DatabaseError) { return try SQLiteFailure.translated(path, body) } catch {
            guard case .damaged(_, let reason) = error else { throw error }
            throw .damagedJournal(path: path, reason: reason)
        }
    }
}
