import Foundation
import Signals
import Synchronization

/// A command that is run again whenever one of some files is saved, each time as a program of its
/// own, until it is interrupted.
struct Watch {
    private let files: [URL]
    private let program: URL
    private let words: [String]

    /// What runs a backtest of some strategies again.
    ///
    /// A strategy of the catalogue is part of the program, so its launcher runs it, which builds
    /// what was changed; a file of its own is compiled by the program itself.
    ///
    /// - Parameters:
    ///   - names: names of the catalogue, or files.
    ///   - others: further files that a run reads.
    /// - Throws: where there is nothing to watch.
    init(strategies names: [String], others: [String?]) throws {
        let root = Installation.current.folder
        let sources = names.map { name in
            name.hasSuffix(".swift")
                ? URL(filePath: name)
                : root.appending(path: "Strategies/\(Self.typeName(name)).swift")
        }
        files = sources + others.compactMap { $0.map { URL(filePath: $0) } }
        guard !files.isEmpty else {
            throw wrongWords("--watch needs a strategy, by name or as a file, to look at")
        }
        for file in files where !FileManager.default.fileExists(atPath: file.path) {
            throw wrongWords("--watch: \(file.path) is not there; name a file that is")
        }
        let launcher = root.appending(path: "finstage")
        let isBuilt = names.allSatisfy { $0.hasSuffix(".swift") }
        let isFixed = ProcessInfo.processInfo.environment["FINSTAGE_BINARY"] != nil
        program =
            !isBuilt && !isFixed && FileManager.default.isExecutableFile(atPath: launcher.path)
            ? launcher : Bundle.main.executableURL ?? URL(filePath: CommandLine.arguments[0])
        words = CommandLine.arguments.dropFirst().filter { $0 != "--watch" }
    }

    private static func typeName(_ name: String) -> String {
        (try? StrategyChoice.strategies(named: [name]))?.first?.name ?? name
    }

    /// Runs, waits for a change, and runs again; Ctrl-C ends it, and the run that goes on, with
    /// status 130.
    func run() throws {
        let running = Running()
        signal(SIGINT, SIG_IGN)
        let interruption = DispatchSource.makeSignalSource(signal: SIGINT, queue: .global())
        interruption.setEventHandler {
            running.interrupt()
            exit(130)
        }
        interruption.resume()
        while true {
            let seen = state
            let child = Process()
            (child.executableURL, child.arguments) = (program, words)
            try child.run()
            running.set(child.processIdentifier)
            child.waitUntilExit()
            running.set(nil)
            Terminal.note(
                "watching \(files.map(\.lastPathComponent).joined(separator: ", ")); "
                    + "Ctrl-C ends")
            while state == seen { Thread.sleep(forTimeInterval: 0.1) }
        }
    }

    /// When each file was changed, and how long it is. One that an editor is just replacing
    /// counts as it was.
    private var state: [String] {
        files.map { file in
            var attributes = try? FileManager.default.attributesOfItem(atPath: file.path)
            if attributes == nil {
                Thread.sleep(forTimeInterval: 0.1)
                attributes = try? FileManager.default.attributesOfItem(atPath: file.path)
            }
            let time = (attributes?[.modificationDate] as? Date)?.timeIntervalSince1970
            return "\(time ?? 0) \(attributes?[.size] ?? 0)"
        }
    }
}

/// The program that runs at the moment, told to whoever ends it.
private final class Running: Sendable {
    private let process = Mutex<Int32?>(nil)

    func set(_ identifier: Int32?) { process.withLock { $0 = identifier } }

    func interrupt() {
        if let identifier = process.withLock({ $0 }) { kill(identifier, SIGTERM) }
    }
}
