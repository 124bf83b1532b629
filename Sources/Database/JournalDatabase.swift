import Foundation
internal import GRDB
import Synchronization

/// The journal of a store: running-day bars, signals, outbox, checkpoints, demotions.
///
/// One SQLite file in write-ahead mode with `synchronous = FULL`: what a write returned from is
/// there after a kill and after a power cut; a note of delivery, that a message is not sent
/// again, after a kill at once and after a power cut with the next write. The live program alone
/// writes it; readers see one snapshot each.
public final class JournalDatabase: Sendable {
    /// The path of the file.
    public let path: String
    private let pool: DatabasePool
    private let durability: String
    private let probe = Mutex<JournalProbe?>(nil)

    /// Opens the journal of a store folder, creating and migrating it as needed.
    public convenience init(folder: URL) throws(DatabaseError) {
        try self.init(folder: folder, isDurable: true)
    }

    /// Opens a journal; one that is not durable survives a kill, but no power cut.
    package init(folder: URL, isDurable: Bool) throws(DatabaseError) {
        let path = folder.appending(path: "journal.sqlite").path
        let durability = "PRAGMA synchronous = \(isDurable ? "FULL" : "OFF")"
        (self.path, self.durability) = (path, durability)
        try JournalFile(path: path, isDurable: isDurable).prepare()
        pool = try JournalFile.translated(path) {
            var configuration = Configuration()
            configuration.busyMode = .timeout(5)
            configuration.maximumReaderCount = 2
            configuration.prepareDatabase { database in
                // 16 MB of log: a step in four hundred brings them into the file, not one in
                // a hundred.
                try database.execute(sql: "PRAGMA wal_autocheckpoint = 4000")
                // What a slow reader made the log grow to is given back once it is gone.
                try database.execute(sql: "PRAGMA journal_size_limit = 16777216")
            }
            let pool = try DatabasePool(path: path, configuration: configuration)
            // Not before: opening a pool sets the writer to NORMAL.
            try pool.writeWithoutTransaction { try $0.execute(sql: durability) }
            return pool
        }
        try JournalFile.translated(path) { try JournalMigrations.all.migrate(pool) }
    }

    /// True when a store folder has a journal, or what is left of one.
    public static func exists(in folder: URL) -> Bool {
        JournalFile(path: folder.appending(path: "journal.sqlite").path, isDurable: true).isPresent
    }

    /// The bytes of the write-ahead log beside the file. It grows while a reader holds an old
    /// snapshot, and is brought back to 16 MB at the most when that reader has gone.
    public var logByteCount: Int {
        JournalFile(path: path, isDurable: true).byteCount(of: path + "-wal") ?? 0
    }

    /// Lets a probe decide what every point of a write suffers; nil for none.
    package func setProbe(_ new: JournalProbe?) { probe.withLock { $0 = new } }

    /// Reads in one snapshot.
    func read<Result>(
        _ body: (GRDB.Database) throws -> Result
    ) throws(DatabaseError) -> Result {
        try JournalFile.translated(path) { try pool.read(body) }
    }

    /// Writes in one transaction. The probe is asked before it, within it, and after it.
    func write<Result>(
        _ body: (GRDB.Database) throws -> Result
    ) throws(DatabaseError) -> Result {
        try JournalFile.translated(path) {
            try check()
            let result = try pool.write { database in
                let result = try body(database)
                try check()
                return result
            }
            try check()
            return result
        }
    }

    /// Writes in one transaction what outlives a kill and may be undone by a power cut, until the
    /// next `write` makes it as durable as itself. Nobody waits for the disk.
    func writeUnsynced(_ body: (GRDB.Database) throws -> Void) throws(DatabaseError) {
        try JournalFile.translated(path) {
            try check()
            try pool.writeWithoutTransaction { database in
                try database.cachedStatement(sql: "PRAGMA synchronous = NORMAL").execute()
                let written = Result {
                    try database.inTransaction {
                        try body(database)
                        try check()
                        return .commit
                    }
                }
                try database.cachedStatement(sql: durability).execute()
                try written.get()
            }
            try check()
        }
    }

    /// How the next write is synced: 2 is FULL, 1 NORMAL, 0 OFF, in SQLite's numbers.
    package func synchronousLevel() throws(DatabaseError) -> Int? {
        try JournalFile.translated(path) {
            try pool.writeWithoutTransaction { try Int.fetchOne($0, sql: "PRAGMA synchronous") }
        }
    }

    /// A point of a write at which a simulated fault may strike.
    func check() throws {
        guard let fault = probe.withLock({ $0 })?() else { return }
        switch fault {
        case .kill: throw fault
        case .diskFull: throw GRDB.DatabaseError(resultCode: .SQLITE_FULL)
        }
    }

    /// Marks a journal as changed by a newer program, which keeps another kind of log, for tests.
    package static func pretendNewer(folder: URL) throws(DatabaseError) {
        let path = try JournalDatabase(folder: folder).path
        try JournalFile.translated(path) {
            let queue = try DatabaseQueue(path: path)
            try queue.writeWithoutTransaction { database in
                try database.execute(sql: "INSERT INTO grdb_migrations VALUES ('9999-future')")
                try database.execute(sql: "PRAGMA journal_mode = DELETE")
            }
            try queue.close()
        }
    }

    /// Changes the journal as no program does, for tests.
    package func tamper(_ statement: String) throws(DatabaseError) {
        try write { try $0.execute(sql: statement) }
    }

    /// Does something while a reader holds the snapshot of before, for tests.
    package func whileHeld(_ body: () throws -> Void) throws {
        try pool.read { database in
            _ = try Int.fetchOne(database, sql: "SELECT count(*) FROM finding")
            try body()
        }
    }
}
