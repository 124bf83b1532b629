import Foundation
internal import GRDB

/// Tells whether a catalogue has changed since it was last asked, whoever changed it.
///
/// The connection is its own and never writes: SQLite counts the changes of all others for it.
/// A question costs a look at shared memory, not a query.
public final class CatalogueWatch: Sendable {
    private let path: String
    private let connection: DatabaseQueue

    /// Watches the catalogue of a store folder.
    public init(folder: URL) throws(DatabaseError) {
        let path = CatalogueDatabase.path(in: folder)
        self.path = path
        connection = try SQLiteFailure.translated(path) {
            var configuration = Configuration()
            configuration.busyMode = .timeout(5)
            configuration.readonly = true
            return try DatabaseQueue(path: path, configuration: configuration)
        }
    }

    /// A number that is another one after every change.
    public func version() throws(DatabaseError) -> Int64 {
        let connection = connection
        return try SQLiteFailure.translated(path) {
            try connection.unsafeRead { database in
                let statement = try database.cachedStatement(sql: "PRAGMA data_version")
                return try Int64.fetchOne(statement) ?? 0
            }
        }
    }
}
