import Foundation

/// Lets one runner work on a store. The kernel holds the lock and frees it when the process ends,
/// however it ends; what the file says is for messages alone.
public final class RunnerLock {
    private let descriptor: Int32

    /// Locks a store folder.
    ///
    /// - Throws: when another process has locked it.
    public init(folder: URL) throws(LiveError) {
        let path = folder.appending(path: "runner.lock").path
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
        let text = Array("\(getpid())\n".utf8)
        ftruncate(file, 0)
        _ = write(file, text, text.count)
    }

    deinit { close(descriptor) }
}
