import Foundation
import Testing

/// A folder for one test, removed with it.
final class Scratch {
    let folder: URL

    init() throws {
        let name = "finstage-store-\(ProcessInfo.processInfo.processIdentifier)-\(UUID())"
        let memory = URL(filePath: "/dev/shm")
        let isThere = FileManager.default.isWritableFile(atPath: memory.path)
        folder = (isThere ? memory : FileManager.default.temporaryDirectory).appending(path: name)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    func write(_ text: String, to name: String) throws -> URL {
        let url = folder.appending(path: name)
        try Data(text.utf8).write(to: url)
        return url
    }

    /// The data set that comes with the project.
    static let bundle = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Datasets/bundle")
}

/// The error that a call throws.
func failure<Failure: Error>(_ body: () throws(Failure) -> Void) throws -> Failure {
    do throws(Failure) { try body() } catch { return error }
    throw NoFailure()
}

struct NoFailure: Error {}
