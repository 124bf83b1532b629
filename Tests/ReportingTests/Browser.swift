import Foundation

/// A browser without a window; tests that need one are skipped where none is installed.
enum Browser {
    static let path: String? = ["/usr/bin/chromium", "/usr/bin/chromium-browser"].first {
        FileManager.default.isExecutableFile(atPath: $0)
    }

    /// What became of a page: its elements after the script, and what the browser complained of.
    struct Visit {
        let dom: String
        let complaints: [String]
    }

    /// Opens a page, with a hash or a query where the address has one.
    static func visit(_ address: String, width: Int = 1_280) throws -> Visit {
        let (output, log) = try run(
            ["--dump-dom", "--enable-logging=stderr", "--v=0", "--window-size=\(width),900"],
            address)
        let lines = log.split(separator: "\n").filter { $0.contains("CONSOLE") }
        return Visit(dom: output, complaints: lines.map(String.init))
    }

    private static func run(_ options: [String], _ address: String) throws -> (String, String) {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: path ?? "")
        let folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("browser-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        process.arguments =
            [
                "--headless", "--no-sandbox", "--disable-gpu", "--virtual-time-budget=12000",
                "--user-data-dir=\(folder.path)",
            ] + options + ["file://" + address]
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let files = try ["out", "log"].map { name in
            let file = folder.appendingPathComponent(name)
            try Data().write(to: file)
            return file
        }
        process.standardOutput = try FileHandle(forWritingTo: files[0])
        process.standardError = try FileHandle(forWritingTo: files[1])
        try process.run()
        process.waitUntilExit()
        return (
            String(decoding: try Data(contentsOf: files[0]), as: UTF8.self),
            String(decoding: try Data(contentsOf: files[1]), as: UTF8.self)
        )
    }
}
