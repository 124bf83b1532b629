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
        pool = try SQLiteFailure.translated(path) {
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
        try SQLiteFailure.translated(path) { try migrator.migrate(pool) }
    }

    /// Reads in one snapshot.
    func read<Result>(
        _ body: (GRDB.Database) throws -> Result
    ) throws(DatabaseError) -> Result {
        try SQLiteFailure.translated(path) { try pool.read(body) }
    }

    /// Writes in one transaction.
    func write<Result>(
        _ body: (GRDB.Database) throws -> Result
    ) throws(DatabaseError) -> Result {
        try SQLiteFailure.translated(path) { try pool.write(body) }
    }

    /// Marks a catalogue as changed by a newer program, for tests.
    package static func pretendNewer(folder: URL) throws(DatabaseError) {
        let catalogue = try CatalogueDatabase(folder: folder)
        try catalogue.write { database in
            try database.execute(sql: "INSERT INTO grdb_migrations VALUES ('9999-future')")
        }
    }
}
