import Foundation
internal import GRDB

/// The catalogue of a store: instruments, files, series, actions, findings, data sets and runs.
///
/// One SQLite file in write-ahead mode. It can be rebuilt from the sources, so that a power cut
/// may cost the last import and never the file.
public final class CatalogueDatabase: Sendable {
    /// The path of the file.
    public let path: String
    private let pool: DatabasePool

    /// Opens the catalogue of a store folder, creating and migrating it as needed.
    public init(folder: URL) throws(DatabaseError) {
        let path = folder.appending(path: "catalogue.sqlite").path
        self.path = path
        pool = try Self.translated(path) {
            var configuration = Configuration()
            configuration.busyMode = .timeout(5)
            configuration.prepareDatabase { database in
                try database.execute(sql: "PRAGMA synchronous = NORMAL")
            }
            return try DatabasePool(path: path, configuration: configuration)
        }
        try migrate()
    }

    private func migrate() throws(DatabaseError) {
        let migrator = Migrations.all
        let isNewer = try read { try migrator.hasBeenSuperseded($0) }
        if isNewer { throw .newerStore(path: path) }
        try Self.translated(path) { try migrator.migrate(pool) }
    }

    /// Reads in one snapshot.
    func read<Result>(
        _ body: (GRDB.Database) throws -> Result
    ) throws(DatabaseError) -> Result {
        try Self.translated(path) { try pool.read(body) }
    }

    /// Writes in one transaction.
    func write<Result>(
        _ body: (GRDB.Database) throws -> Result
    ) throws(DatabaseError) -> Result {
        try Self.translated(path) { try pool.write(body) }
    }

    /// Marks a catalogue as changed by a newer program, for tests.
    package static func pretendNewer(folder: URL) throws(DatabaseError) {
        let catalogue = try CatalogueDatabase(folder: folder)
        try catalogue.write { database in
            try database.execute(sql: "INSERT INTO grdb_migrations VALUES ('9999-future')")
        }
    }

    private static func translated<Result>(
        _ path: String, _ body: () throws -> Result
    ) throws(DatabaseError) -> Result {
        do {
            return try body()
        } catch let error as GRDB.DatabaseError {
            let reason = error.message ?? "SQLite result \(error.resultCode.rawValue)"
            switch error.resultCode {
            case .SQLITE_FULL: throw .full(path: path)
            case .SQLITE_BUSY, .SQLITE_LOCKED: throw .busy(path: path)
            case .SQLITE_CORRUPT, .SQLITE_NOTADB: throw .damaged(path: path, reason: reason)
            case .SQLITE_CANTOPEN, .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_IOERR:
                throw .unwritable(path: path, reason: reason)
            default: throw .failed(path: path, reason: reason)
            }
        } catch {
            throw .failed(path: path, reason: "\(error)")
        }
    }
}
