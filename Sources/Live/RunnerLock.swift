import Foundation

/// Lets one runner work on a store. The kernel holds the lock and frees it when the process ends,
/// however it ends; what the file says is for messages alone.
public final class RunnerLock {
    private let descriptor: Int32
    private let path: String

    /// Locks a store folder.
    ///
    /// - Throws: when another process has locked it, or takes the file away meanwhile.
    public init(folder: URL) throws(LiveError) {
        path = folder.appending(path: "runner.lock").path
        let file = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
        guard file >= 0 else {
            throw .locked(path: path, process: String(cString: strerror(errno)))
        }
        guard flock(file, LOCK_EX | LOCK_NB) == 0 else {
            let holder = (try? String(contentsOfFile: path, encoding: .utf8)) ?? "unknown"
            close(file)
            throw .locked(
                path: path, process: holder.trimmingCharacters(in: .whitespacesAndNewlines))
        }
        descriptor = file
        // Whoever had it may have removed the file between the opening and the locking.
        try check()
        let text = Array("\(getpid())\n".utf8)
        ftruncate(file, 0)
        _ = write(file, text, text.count)
    }

    /// Looks whether the locked file is still the one that other runners would lock.
    ///
    /// - Throws: when it was removed or replaced: the lock then keeps nobody out.
    public func check() throws(LiveError) {
        var (own, present) = (stat(), stat())
        guard fstat(descriptor, &own) == 0, stat(path, &present) == 0,
            own.st_ino == present.st_ino, own.st_dev == present.st_dev
        else { throw .lockLost(path: path) }
    }

    deinit { close(descriptor) }
}
