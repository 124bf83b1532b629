import Digests
import Foundation
import Synchronization

/// Files that are named by what they hold, and never written in place.
public enum SeriesFile {
    /// What identifies the state of a file on disk.
    public struct Facts: Hashable, Sendable {
        /// The size in bytes.
        public let size: Int64
        /// The time of the last change, in nanoseconds since 1970.
        public let modified: Int64
        /// The number of the file in its file system.
        public let inode: Int64
    }

    /// The path of a file in a folder.
    public static func path(of digest: Digest, in folder: String) -> String {
        "\(folder)/\(digest).arrow"
    }

    /// Publishes bytes: a temporary file, made durable, then renamed to its digest.
    ///
    /// A file that is there already, undamaged, is not written again; its time becomes the present,
    /// so that the files of a series tell which was published last. When anything fails, the
    /// temporary file is removed, and what was stored is as it was.
    public static func publish(_ bytes: [UInt8], in folder: String) throws(StoreError) -> Digest {
        try lock.withLock { _ throws(StoreError) in try publishAlone(bytes, in: folder) }
    }

    /// Two threads of one program would share the temporary file.
    private static let lock = Mutex(())

    private static func publishAlone(
        _ bytes: [UInt8], in folder: String
    ) throws(StoreError) -> Digest {
        let digest = Digest(hashing: bytes.span.bytes)
        let target = path(of: digest, in: folder)
        if (try? facts(of: target))?.size == Int64(bytes.count),
            (try? FileBytes.read(target)) == bytes
        {
            utimensat(AT_FDCWD, target, nil, 0)
            return digest
        }
        let temporary = "\(folder)/.\(digest.short).\(getpid()).temporary"
        do throws(StoreError) {
            try write(bytes, to: temporary)
            guard rename(temporary, target) == 0 else {
                throw StoreError.unwritable(path: target, reason: SystemFailure.last)
            }
        } catch {
            unlink(temporary)
            throw error
        }
        try synchronize(folder: folder)
        return digest
    }

    /// Removes the temporary files of programs that were killed while they wrote.
    static func removeAbandoned(in folder: String) {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        for name in names where name.hasSuffix(".temporary") {
            let parts = name.split(separator: ".")
            guard parts.count == 3, let process = Int32(parts[1]), process > 0,
                kill(process, 0) != 0, errno == ESRCH
            else { continue }
            unlink("\(folder)/\(name)")
        }
    }

    /// The size, time and number of a file.
    public static func facts(of path: String) throws(StoreError) -> Facts {
        var status = stat()
        guard stat(path, &status) == 0 else {
            throw .unreadable(path: path, reason: SystemFailure.last)
        }
        #if canImport(Darwin)
            let time = status.st_mtimespec
        #else
            let time = status.st_mtim
        #endif
        return Facts(
            size: Int64(status.st_size),
            modified: Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec),
            inode: Int64(truncatingIfNeeded: status.st_ino))
    }

    private static func write(_ bytes: [UInt8], to path: String) throws(StoreError) {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else {
            throw .unwritable(path: path, reason: SystemFailure.last)
        }
        defer { close(descriptor) }
        var written = 0
        while written < bytes.count {
            let count = bytes.withUnsafeBytes { buffer in
                Foundation.write(
                    descriptor, buffer.baseAddress.map { $0 + written }, bytes.count - written)
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else {
                throw .unwritable(path: path, reason: SystemFailure.last)
            }
            written += count
        }
        guard fsync(descriptor) == 0 else {
            throw .unwritable(path: path, reason: SystemFailure.last)
        }
    }

    private static func synchronize(folder: String) throws(StoreError) {
        let descriptor = open(folder, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            throw .unwritable(path: folder, reason: SystemFailure.last)
        }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else {
            throw .unwritable(path: folder, reason: SystemFailure.last)
        }
    }
}
