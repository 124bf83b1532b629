internal import GRDB

/// Puts what SQLite says into this module's errors.
enum SQLiteFailure {
    static func translated<Result>(
        _ path: String, _ body: () throws -> Result
    ) throws(DatabaseError) -> Result {
        do {
            return try body()
        } catch let error as DatabaseError {
            throw error
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
