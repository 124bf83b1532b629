import Foundation

/// Runs a program to its end.
enum Shell {
    struct Outcome {
        let status: Int32
        let output: String
        let errors: String
    }

    /// The variables are added to those of the test, after those that would decide for the script
    /// are taken away.
    static func run(
        _ arguments: [String], in folder: URL = ProjectTree.root, with added: [String: String] = [:]
    ) throws -> Outcome {
        let scratch = try ScratchFolder()
        defer { scratch.remove() }
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = arguments
        process.currentDirectoryURL = folder
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = try scratch.handle("output")
        process.standardError = try scratch.handle("errors")
        var environment = ProcessInfo.processInfo.environment
        for name in ["CI", "FINSTAGE_ROOT", "FINSTAGE_BINARY", "FINSTAGE_VERBOSE"] {
            environment[name] = nil
        }
        process.environment = environment.merging(added) { _, new in new }
        try process.run()
        process.waitUntilExit()
        return Outcome(
            status: process.terminationStatus, output: try scratch.read("output"),
            errors: try scratch.read("errors"))
    }
}
