import Digests
import Foundation

#if canImport(Glibc)
    import Glibc
#endif

/// Makes a library of a strategy file, and keeps it.
struct StrategyCompiler {
    /// What a library is asked for its strategy by.
    static let entry = "finstage_strategy"

    private static let options = ["-O", "-wmo", "-parse-as-library", "-swift-version", "6"]
    private static let kept = 64

    private let compiler: URL
    private let modules: [URL]
    private let cache: URL

    /// The compiler on this machine, and the folder of libraries.
    ///
    /// - Throws: where either is missing, or the folder is not this user's alone.
    init() throws {
        compiler = try Self.compiler()
        modules = try Self.modules()
        cache = try Self.cache()
    }

    /// The library of a strategy file: the one that is there, or a new one.
    func library(of text: String, strategy: String, path: String) throws -> URL {
        let key = try key(of: text)
        let library = cache.appending(path: "\(strategy)-\(key).so")
        if FileManager.default.fileExists(atPath: library.path) {
            try Self.check(library, isFolder: false)
            return library
        }
        let start = ContinuousClock.now
        try compile(text, strategy: strategy, path: path, module: "Strategy_\(key)", to: library)
        let tenths = Int(((ContinuousClock.now - start) / .milliseconds(100)).rounded())
        Terminal.note("compiled \(path) in \(tenths / 10).\(tenths % 10) s")
        removeOldest()
        return library
    }

    /// Everything that a library depends on: a compiler and modules by their age and length.
    private func key(of text: String) throws -> String {
        var parts = [text, compiler.path] + Self.options
        let interfaces = modules.flatMap { folder in
            Self.interfaces.map { folder.appending(path: "\($0).swiftmodule") }
        }.filter { FileManager.default.fileExists(atPath: $0.path) }
        for file in [compiler.resolvingSymlinksInPath()] + interfaces {
            let values = try FileManager.default.attributesOfItem(atPath: file.path)
            let date = (values[.modificationDate] as? Date)?.timeIntervalSince1970 ?? 0
            parts.append("\(file.path) \(values[.size] as? Int ?? 0) \(date)")
        }
        return Digest(of: parts.joined(separator: "\n")).short
    }

    private func compile(
        _ text: String, strategy: String, path: String, module: String, to library: URL
    ) throws {
        let folder = cache.appending(path: ".\(library.lastPathComponent).\(getpid())")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let export = folder.appending(path: "Export.swift")
        try """
        import Signals

        @_cdecl("\(Self.entry)")
        public func exportedStrategy() -> UnsafeMutableRawPointer {
            StrategyExport.address(of: \(strategy).self)
        }
        """.write(to: export, atomically: false, encoding: .utf8)
        let made = folder.appending(path: "library.so")
        let process = Process()
        process.executableURL = compiler
        process.arguments =
            Self.options + ["-emit-library", "-module-name", module, "-o", made.path, path]
            + [export.path, "-module-cache-path", cache.appending(path: "modules").path]
            + modules.flatMap { ["-I", $0.path] }
        let messages = Pipe()
        (process.standardOutput, process.standardError) = (messages, messages)
        process.standardInput = FileHandle.nullDevice
        try process.run()
        let bytes = messages.fileHandleForReading.readDataToEndOfFile()
        let said = String(decoding: bytes, as: UTF8.self)
        process.waitUntilExit()
        guard process.terminationStatus == 0 else {
            for line in Self.diagnostics(in: said) { Terminal.note(line) }
            throw CommandFailure("\(path) does not compile; what the compiler says is above")
        }
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: made.path)
        guard rename(made.path, library.path) == 0 else {
            throw CommandFailure(
                "\(library.path) cannot be written: \(String(cString: strerror(errno)))")
        }
    }

    /// What the compiler says of the file, without what follows from it elsewhere.
    private static func diagnostics(in text: String) -> [String] {
        text.split(whereSeparator: \.isNewline).map(String.init).filter {
            !$0.hasPrefix("error: fatalError") && !$0.contains("Export.swift")
        }
    }

    /// Libraries that were not opened for long make room.
    private func removeOldest() {
        let files =
            (try? FileManager.default.contentsOfDirectory(
                at: cache, includingPropertiesForKeys: [.contentModificationDateKey])) ?? []
        let libraries = files.filter { $0.pathExtension == "so" }.sorted { one, other in
            func date(_ url: URL) -> Date {
                (try? url.resourceValues(forKeys: [.contentModificationDateKey])
                    .contentModificationDate) ?? .distantPast
            }
            return date(one) > date(other)
        }
        // What cannot be removed is only space; the next run tries again.
        for old in libraries.dropFirst(Self.kept) { try? FileManager.default.removeItem(at: old) }
    }

    /// What a strategy file is compiled against.
    private static let interfaces = ["Signals", "Trading", "Kernels", "Digests", "MarketData"]

    /// The folders with the interfaces: beside a program that was built, else where it is
    /// installed.
    private static func modules() throws -> [URL] {
        let files = FileManager.default
        let program = (try? files.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
        let built = URL(filePath: program).deletingLastPathComponent().appending(path: "Modules")
        let isBuilt = files.fileExists(atPath: built.appending(path: "Signals.swiftmodule").path)
        // `.build/TRIPLE/release` lies in the project.
        let root = (0..<4).reduce(built) { url, _ in url.deletingLastPathComponent() }
        let folders =
            isBuilt
            ? [built] + ["CLanes/include", "CCrypto"].map { root.appending(path: "Sources/\($0)") }
            : ["modules", "modules/CLanes", "modules/CCrypto"].map {
                Installation.current.folder.appending(path: $0)
            }
        if let missing = folders.first(where: { !files.fileExists(atPath: $0.path) }) {
            throw CommandFailure(
                "what a strategy file is compiled against is missing: there is no "
                    + "\(missing.path); run './finstage' in its project, or install it with "
                    + "'Scripts/install --prefix DIR'")
        }
        return folders
    }

    private static func compiler() throws -> URL {
        let environment = ProcessInfo.processInfo.environment
        let path = (environment["PATH"] ?? "").split(separator: ":").map(String.init)
        let folders = path + ["/opt/swift/usr/bin", "/usr/bin", "/usr/local/bin"]
        let found = folders.map { URL(filePath: $0).appending(path: "swiftc") }
            .first { FileManager.default.isExecutableFile(atPath: $0.path) }
        guard let found else {
            throw CommandFailure(
                "there is no 'swiftc' on PATH, nor in /opt/swift/usr/bin: a strategy file is "
                    + "compiled by the Swift that built Finstage; install it from "
                    + "https://www.swift.org/install/linux/, or put the file into Strategies/")
        }
        return found
    }

    /// The folder of libraries, which is nobody else's: what is opened runs.
    private static func cache() throws -> URL {
        let environment = ProcessInfo.processInfo.environment
        let base = environment["XDG_CACHE_HOME"].flatMap { $0.isEmpty ? nil : URL(filePath: $0) }
        let home = FileManager.default.homeDirectoryForCurrentUser.appending(path: ".cache")
        let folder = (base ?? home).appending(path: "finstage/strategies")
        try FileManager.default.createDirectory(
            at: folder.deletingLastPathComponent(), withIntermediateDirectories: true)
        if mkdir(folder.path, 0o700) != 0, errno != EEXIST {
            throw CommandFailure(
                "\(folder.path) cannot be made: \(String(cString: strerror(errno))); set "
                    + "XDG_CACHE_HOME to a folder of your own")
        }
        try check(folder, isFolder: true)
        return folder
    }

    /// Refuses what others could have written.
    private static func check(_ url: URL, isFolder: Bool) throws {
        var state = stat()
        guard lstat(url.path, &state) == 0 else {
            throw CommandFailure("\(url.path): \(String(cString: strerror(errno)))")
        }
        let kind = state.st_mode & S_IFMT
        let isOwn = state.st_uid == geteuid() && state.st_mode & 0o077 == 0
        guard isOwn, kind == (isFolder ? S_IFDIR : S_IFREG) else {
            throw CommandFailure(
                "\(url.path) could have been written by others, and what lies there is run; "
                    + "remove it, or give it back: 'chown \(geteuid()) \(url.path) && chmod "
                    + "\(isFolder ? 700 : 600) \(url.path)'")
        }
    }
}
