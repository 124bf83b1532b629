import Foundation

/// The built service program, run as a person runs it, with a store and keys of its own.
struct ServiceProgram {
    /// What came of one command.
    struct Outcome {
        let status: Int32
        let output: String
        let complaint: String
    }

    /// The working folder; removed by `discard`.
    let folder: URL
    private static let root = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    init() throws {
        folder = FileManager.default.temporaryDirectory
            .appending(path: "finstage-service-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    func discard() { try? FileManager.default.removeItem(at: folder) }

    var store: URL { folder.appending(path: "store") }

    /// A process of the program that has not been started; `environment` is added to that of the
    /// tests.
    func process(_ arguments: [String], _ environment: [String: String] = [:]) -> Process {
        let process = Process()
        process.executableURL = Self.root.appending(path: ".build/release/finstage-service")
        process.arguments = arguments
        process.currentDirectoryURL = folder
        process.environment = ProcessInfo.processInfo.environment
            .merging([
                "FINSTAGE_STORE": store.path, "FINSTAGE_ROOT": folder.path,
                "XDG_CONFIG_HOME": folder.appending(path: "config").path,
            ]) { $1 }
            .merging(environment) { $1 }
        process.standardInput = FileHandle.nullDevice
        return process
    }

    /// Runs the program to its end. Its output goes to files, so that no pipe can fill.
    func run(_ arguments: String..., environment: [String: String] = [:]) throws -> Outcome {
        try run(arguments, environment: environment)
    }

    func run(_ arguments: [String], environment: [String: String] = [:]) throws -> Outcome {
        let process = process(arguments, environment)
        let (output, complaint) = (try Capture(folder, "out"), try Capture(folder, "err"))
        (process.standardOutput, process.standardError) = (output.handle, complaint.handle)
        try process.run()
        process.waitUntilExit()
        return Outcome(
            status: process.terminationStatus, output: try output.text(),
            complaint: try complaint.text())
    }
}

/// A file that takes what a process prints.
private struct Capture {
    let handle: FileHandle
    private let file: URL

    init(_ folder: URL, _ name: String) throws {
        file = folder.appending(path: "\(name)-\(UUID().uuidString)")
        try Data().write(to: file)
        handle = try FileHandle(forWritingTo: file)
    }

    func text() throws -> String {
        try handle.close()
        return try String(contentsOf: file, encoding: .utf8)
    }
}
