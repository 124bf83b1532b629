import Foundation
internal import GRDB

/// The catalogue of a store: instruments, files, series, actions, findings, data sets and runs.
///
/// One SQLite file in write-ahead mode. It can be rebuilt from the sources, so that a power cut
/// may cost the last import and never the file.
public final class CatalogueDatabase: Sendable {
    /// The path of the file.
    public let path: String
    /// True when the file was opened for reading alone.
    public let isReadOnly: Bool
    private let connection: any DatabaseWriter

    /// Opens the catalogue of a store folder, creating and migrating it as needed. One that is
    /// there is looked at first, for reading alone.
    ///
    /// - Throws: also when the file is of a newer program; no byte of it is then changed.
    public init(folder: URL) throws(DatabaseError) {
        let path = Self.path(in: folder)
        // A pool that is opened for writing changes the kind of log that the file keeps.
        if FileManager.default.fileExists(atPath: path) {
            let present = try CatalogueDatabase(readingFile: path)
            _ = try present.supported()
            try present.close()
        }
        (self.path, isReadOnly) = (path, false)
        connection = try SQLiteFailure.translated(path) {
            var configuration = Configuration()
            configuration.busyMode = .timeout(5)
            configuration.prepareDatabase { database in
                try database.execute(sql: "PRAGMA synchronous = NORMAL")
            }
            return try DatabasePool(path: path, configuration: configuration)
        }
        let migrator = try supported()
        let connection = connection
        try SQLiteFailure.translated(path) { try migrator.migrate(connection) }
    }

    /// Opens a catalogue that is there for reading alone, also on a full or write-protected disk.
    ///
    /// A catalogue in write-ahead mode needs a file of shared memory beside it. Where none can be
    /// made, nobody can write either, and a file without waiting changes is read as it is.
    ///
    /// - Throws: also when the catalogue is of an older program, and must be migrated first.
    public convenience init(reading folder: URL) throws(DatabaseError) {
        try self.init(readingFile: Self.path(in: folder))
        let migrator = try supported()
        let isPresent = try read { try migrator.hasCompletedMigrations($0) }
        guard isPresent else { throw .olderStore(path: path) }
    }

    /// Opens a file for reading alone, whoever wrote it.
    public init(readingFile path: String) throws(DatabaseError) {
        (self.path, isReadOnly) = (path, true)
        connection = try SQLiteFailure.translated(path) {
            var configuration = Configuration()
            configuration.busyMode = .timeout(5)
            configuration.readonly = true
            do {
                let queue = try DatabaseQueue(path: path, configuration: configuration)
                _ = try queue.read { try Int.fetchOne($0, sql: "PRAGMA user_version") }
                return queue
            } catch let error as GRDB.DatabaseError
                where error.needsSharedMemory && !Self.hasLog(path)
            {
                let frozen = URL(filePath: path).absoluteString + "?immutable=1"
                return try DatabaseQueue(path: frozen, configuration: configuration)
            }
        }
    }

    /// Brings what waits in the log beside the file into the file, so that it can be read where
    /// nothing can be written.
    public func settle() throws(DatabaseError) {
        guard !isReadOnly else { return }
        let connection = connection
        try SQLiteFailure.translated(path) {
            _ = try connection.writeWithoutTransaction { try $0.checkpoint(.truncate) }
        }
    }

    /// Closes the file, so that it can be moved; nothing can be read or written afterwards.
    public func close() throws(DatabaseError) {
        // The last of several connections to be closed only reads, and would leave the log.
        try settle()
        let connection = connection
        try SQLiteFailure.translated(path) { try connection.close() }
    }

    /// True when changes wait beside the file, without which it is not up to date.
    private static func hasLog(_ path: String) -> Bool {
        let facts = try? FileManager.default.attributesOfItem(atPath: path + "-wal")
        return (facts?[.size] as? Int64 ?? 0) > 0
    }

    /// The path of the catalogue of a store folder.
    public static func path(in folder: URL) -> String {
        folder.appending(path: "catalogue.sqlite").path
    }

    /// The steps to the present catalogue; an error when the file is of a newer program.
    private func supported() throws(DatabaseError) -> DatabaseMigrator {
        let migrator = Migrations.all
        let isNewer = try read { try migrator.hasBeenSuperseded($0) }
        if isNewer { throw .newerStore(path: path) }
        return migrator
    }

    /// Reads in one snapshot.
    func read<Result>(
        _ body: (GRDB.Database) throws -> Result
    ) throws(DatabaseError) -> Result {
        try SQLiteFailure.translated(path) { try connection.read(body) }
    }

    /// Writes in one transaction.
    func write<Result>(
        _ body: (GRDB.Database) throws -> Result
    ) throws(DatabaseError) -> Result {
        try SQLiteFailure.translated(path) { try connection.write(body) }
    }

    /// Marks a catalogue as changed by a newer program, which keeps another kind of log, for
    /// tests.
    package static func pretendNewer(folder: URL) throws(DatabaseError) {
        let catalogue = try CatalogueDatabase(folder: folder)
        try catalogue.write { database in
            try database.execute(sql: "INSERT INTO grdb_migrations VALUES ('9999-future')")
        }
        try catalogue.close()
        try SQLiteFailure.translated(catalogue.path) {
            let queue = try DatabaseQueue(path: catalogue.path)
            try queue.writeWithoutTransaction { database in
                try database.execute(sql: "PRAGMA journal_mode = DELETE")
            }
            try queue.close()
        }
    }

    /// Changes the catalogue as no program does, for tests.
    package func tamper(_ statement: String) throws(DatabaseError) {
        try write { try $0.execute(sql: statement) }
    }
}

extension GRDB.DatabaseError {
    /// True when SQLite could not make the file of shared memory beside the catalogue.
    fileprivate var needsSharedMemory: Bool {
        switch resultCode {
        case .SQLITE_CANTOPEN, .SQLITE_READONLY, .SQLITE_IOERR, .SQLITE_FULL, .SQLITE_PERM: true
        default: false
        }
    }
}
