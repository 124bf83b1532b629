import Foundation

/// Writes a file as a whole: under another name first, then renamed, so that a reader sees the
/// old file or the new one and a failure leaves nothing behind.
enum AtomicFile {
    static func write(_ bytes: [UInt8], to path: String) throws(ReportError) {
        let temporary = path + ".tmp-\(getpid())"
        let file = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
        guard file >= 0 else { throw error(errno, path: path) }
        var failure = writeAll(bytes, to: file)
        if failure == 0, fsync(file) != 0 { failure = errno }
        if close(file) != 0, failure == 0 { failure = errno }
        if failure == 0, rename(temporary, path) != 0 { failure = errno }
        guard failure == 0 else {
            unlink(temporary)
            throw error(failure, path: path)
        }
    }

    static func createFolder(_ path: String) throws(ReportError) {
        var parts = path.split(separator: "/", omittingEmptySubsequences: true)[...]
        var current = path.hasPrefix("/") ? "" : "."
        while let part = parts.popFirst() {
            current += "/" + part
            guard mkdir(current, 0o755) != 0 else { continue }
            let code = errno
            var status = stat()
            let isFolder = stat(current, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
            if !isFolder { throw error(code, path: current) }
        }
    }

    /// Writes all bytes; the system's error number, 0 for none.
    private static func writeAll(_ bytes: [UInt8], to file: Int32) -> Int32 {
        bytes.withUnsafeBytes { bytes in
            var rest = bytes[...]
            while !rest.isEmpty {
                let count = Foundation.write(
                    file, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
                if count < 0 {
                    if errno == EINTR { continue }
                    return errno
                }
                rest = rest.dropFirst(count)
            }
            return 0
        }
    }

    private static func error(_ code: Int32, path: String) -> ReportError {
        switch code {
        case ENOSPC, EDQUOT: .diskFull(path: path)
        case EACCES, EPERM, EROFS: .noPermission(path: path)
        case ENOTDIR, EEXIST: .notAFolder(path: path)
        default: .unwritable(path: path, reason: String(cString: strerror(code)))
        }
    }
}
