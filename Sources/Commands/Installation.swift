import Foundation

/// Where the files lie that come with the program: in the project that FINSTAGE_ROOT names, else
/// in `share/finstage` beside the program's `bin`, else in a project that is the working folder.
package struct Installation {
    /// The folder with `Datasets` and `Strategies`.
    let folder: URL
    private let golden: String

    /// The one of this process.
    package static let current = Installation(
        environment: ProcessInfo.processInfo.environment,
        program: try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"))

    /// Finds it from the variables of a process and the path of its program.
    init(environment: [String: String], program: String?) {
        let share = program.map {
            URL(filePath: $0).deletingLastPathComponent().deletingLastPathComponent()
                .appending(path: "share/finstage")
        }
        if let root = Self.project(environment) {
            (folder, golden) = (URL(filePath: root), "Tests/Golden")
        } else if let share, FileManager.default.fileExists(atPath: share.path) {
            (folder, golden) = (share, "golden")
        } else {
            (folder, golden) = (URL(filePath: "."), "Tests/Golden")
        }
    }

    /// The project that the launcher names; nil where the program runs without it.
    static func project(_ environment: [String: String]) -> String? {
        environment["FINSTAGE_ROOT"].flatMap { $0.isEmpty ? nil : $0 }
    }

    /// The golden files of one kind, such as `indicators`.
    ///
    /// - Throws: where they are missing, with the ways to get them.
    package func goldenFiles(of kind: String) throws -> URL {
        let url = folder.appending(path: golden).appending(path: kind)
        guard FileManager.default.fileExists(atPath: url.path) else {
            throw CommandFailure(
                "the golden files that come with the program are missing: there is no "
                    + "\(url.standardizedFileURL.path); install it with 'Scripts/install --prefix "
                    + "DIR' from its project, set FINSTAGE_ROOT to the project, or name a folder "
                    + "with --golden")
        }
        return url
    }
}
