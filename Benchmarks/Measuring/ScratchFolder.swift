import Foundation

/// A folder that is there as long as somebody holds on to it.
public final class ScratchFolder {
    /// Where it lies.
    public let url: URL

    /// Makes the folder among the temporary ones.
    ///
    /// - Throws: what the file system says.
    public init() throws {
        url = FileManager.default.temporaryDirectory
            .appending(path: "finstage-bench-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: url) }
}
