import Foundation

/// The built program, run as a person runs it, in a folder of its own.
struct Program {
    /// What came of one command.
    struct Outcome {
        let status: Int32
        let output: String
        let complaint: String
    }

    /// The store and the working folder; removed by `discard`.
    let folder: URL
    /// What the project holds, without its reports: those of a test lie in its own folder.
    private let project: URL
    /// The project that the tests are of.
    static let root = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    init() throws {
        folder = FileManager.default.temporaryDirectory
            .appending(path: "finstage-program-\(UUID().uuidString)")
        project = folder.appending(path: "project")
        try FileManager.default.createDirectory(at: project, withIntermediateDirectories: true)
        for name in ["Datasets", "Sources", "Strategies", "Tests"] {
            try FileManager.default.createSymbolicLink(
                at: project.appending(path: name),
                withDestinationURL: Self.root.appending(path: name))
        }
    }

    func discard() { try? FileManager.default.removeItem(at: folder) }

    /// The program lies beside the tests.
    var executable: URL { executable("finstage") }

    private func executable(_ name: String) -> URL {
        let arguments = CommandLine.arguments.first.map { URL(filePath: $0) }
        let beside = Bundle.main.bundleURL.deletingLastPathComponent().appending(path: name)
        let candidates = [
            Self.root.appending(path: ".build/release/\(name)"), beside,
            arguments?.deletingLastPathComponent().appending(path: name),
        ]
        return candidates.compactMap { $0 }
            .first { FileManager.default.isExecutableFile(atPath: $0.path) }
            ?? Self.root.appending(path: ".build/release/\(name)")
    }

    /// Runs the program of the live side.
    func service(
        _ arguments: [String], environment: [String: String] = [:]
    ) throws -> Outcome {
        try run(executable("finstage-service"), arguments, environment)
    }

    /// Runs the program; `environment` is added to that of the tests.
    func run(_ arguments: String..., environment: [String: String] = [:]) throws -> Outcome {
        try run(executable, arguments, environment)
    }

    /// Runs the program with words from a list.
    func run(_ arguments: [String], environment: [String: String] = [:]) throws -> Outcome {
        try run(executable, arguments, environment)
    }

    /// Runs another program with this one as its last but arguments, such as an emulator.
    func run(
        under emulator: [String], _ arguments: [String], environment: [String: String] = [:],
        program: String = "finstage"
    ) throws -> Outcome {
        try run(
            URL(filePath: "/usr/bin/env"), emulator + [executable(program).path] + arguments,
            environment)
    }

    /// Runs any program as this one is run: with its store, in its folder.
    func run(
        _ executable: URL, _ arguments: [String], _ environment: [String: String]
    ) throws -> Outcome {
        let variables = ProcessInfo.processInfo.environment
            .merging(["FINSTAGE_STORE": folder.appending(path: "store").path]) { $1 }
            .merging(["FINSTAGE_ROOT": project.path]) { $1 }
            .merging(environment) { $1 }
        return try Self.run(executable, arguments, in: folder, environment: variables)
    }

    /// Runs any program in a folder, with these variables alone.
    static func run(
        _ executable: URL, _ arguments: [String], in folder: URL, environment: [String: String]
    ) throws -> Outcome {
        let process = Process()
        let (output, complaint) = (Pipe(), Pipe())
        process.executableURL = executable
        process.arguments = arguments
        process.currentDirectoryURL = folder
        process.environment = environment
        (process.standardOutput, process.standardError) = (output, complaint)
        process.standardInput = FileHandle.nullDevice
        try process.run()
        let collected = Collector(complaint.fileHandleForReading)
        let text = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return Outcome(
            status: process.terminationStatus, output: String(decoding: text, as: UTF8.self),
            complaint: collected.text())
    }
}

/// Reads a pipe on a thread of its own, so that neither pipe can fill and stop the program.
private final class Collector: @unchecked Sendable {
    private let done = DispatchSemaphore(value: 0)
    private var data = Data()

    init(_ handle: FileHandle) {
        Thread.detachNewThread { [self] in
            data = handle.readDataToEndOfFile()
            done.signal()
        }
    }

    func text() -> String {
        done.wait()
        return String(decoding: data, as: UTF8.self)
    }
}
