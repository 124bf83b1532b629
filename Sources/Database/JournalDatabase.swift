import Foundation
internal import GRDB
import Synchronization

/// The journal of a store: running-day bars, signals, outbox, checkpoints, demotions.
///
/// One SQLite file in write-ahead mode with `synchronous = FULL`: what a write returned from is
/// there after a kill and after a power cut. The live program alone writes it; readers see one
/// snapshot each.
public final class JournalDatabase: Sendable {
    /// The path of the file.
    public let path: String
    private let pool: DatabasePool
    private let probe = Mutex<JournalProbe?>(nil)

    /// Opens the journal of a store folder, creating and migrating it as needed.
    public convenience init(folder: URL) throws(DatabaseError) {
        try self.init(folder: folder, isDurable: true)
    }

    /// Opens a journal; one that is not durable survives a kill, but no power cut.
    package init(folder: URL, isDurable: Bool) throws(DatabaseError) {
        let path = folder.appending(path: "journal.sqlite").path
        self.path = path
        pool = try SQLiteFailure.translated(path) {
            var configuration = Configuration()
            configuration.busyMode = .timeout(5)
            configuration.maximumReaderCount = 2
            configuration.prepareDatabase { database in
                try database.execute(
                    sql: "PRAGMA synchronous = \(isDurable ? "FULL" : "OFF")")
                // 16 MB of log: a step in four hundred brings them into the file, not one in
                // a hundred.
                try database.execute(sql: "PRAGMA wal_autocheckpoint = 4000")
            }
            return try DatabasePool(path: path, configuration: configuration)
        }
        let migrator = JournalMigrations.all
        let isNewer = try read { try migrator.hasBeenSuperseded($0) }
        if isNewer { throw .newerStore(path: path) }
        try SQLiteFailure.translated(path) { try migrator.migrate(pool) }
    }

    /// True when a store folder has a journal.
    public static func exists(in folder: URL) -> Bool {
        FileManager.default.fileExists(atPath: folder.appending(path: "journal.sqlite").path)
    }

    /// Lets a probe decide what every point of a write suffers; nil for none.
    package func setProbe(_ new: JournalProbe?) { probe.withLock { $0 = new } }

    /// Reads in one snapshot.
    func read<Result>(
        _ body: (GRDB.Database) throws -> Result
    ) throws(DatabaseError) -> Result {
        try SQLiteFailure.translated(path) { try pool.read(body) }
    }

    /// Writes in one transaction. The probe is asked before it, within it, and after it.
    func write<Result>(
        _ body: (GRDB.Database) throws -> Result
    ) throws(DatabaseError) -> Result {
        try SQLiteFailure.translated(path) {
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

    /// A point of a write at which a simulated fault may strike.
    func check() throws {
        guard let fault = probe.withLock({ $0 })?() else { return }
        switch fault {
        case .kill: throw fault
        case .diskFull: throw GRDB.DatabaseError(resultCode: .SQLITE_FULL)
        }
    }

    /// Marks a journal as changed by a newer program, for tests.
    package static func pretendNewer(folder: URL) throws(DatabaseError) {
        let journal = try JournalDatabase(folder: folder)
        try journal.write { database in
            try database.execute(sql: "INSERT INTO grdb_migrations VALUES ('9999-future')")
        }
    }
}
