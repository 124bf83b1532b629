import Foundation

/// Small files in the configuration folder, and who may read them.
enum KeyFiles {
    static func makePrivateFolder(_ folder: URL) throws(PromotionError) {
        do {
            try FileManager.default.createDirectory(
                at: folder, withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o700])
        } catch {
            throw .unusable(path: folder.path, reason: error.localizedDescription)
        }
        guard try mode(of: folder) & 0o077 == 0 || chmod(folder.path, 0o700) == 0 else {
            throw .unusable(path: folder.path, reason: "it is open to others; chmod 700 it")
        }
    }

    /// Refuses a key that others can read.
    static func checkPrivate(_ folder: URL, _ file: URL) throws(PromotionError) {
        for (url, wanted) in [(folder, "700"), (file, "600")]
        where try mode(of: url) & 0o077 != 0 {
            throw .badKeyFile(
                path: url.path,
                reason: "others can read it; run 'chmod \(wanted) \(url.path)', and make a new "
                    + "key if somebody may have")
        }
    }

    /// Refuses a list of keys that others can write: whoever can decides what is believed.
    static func checkUnwritable(_ folder: URL, _ file: URL) throws(PromotionError) {
        for url in [folder, file] where try mode(of: url) & 0o022 != 0 {
            throw .badKeyFile(
                path: url.path,
                reason: "others can write it; run 'chmod go-w \(url.path)', and look through the "
                    + "keys it names")
        }
    }

    private static func mode(of url: URL) throws(PromotionError) -> mode_t {
        var status = stat()
        guard stat(url.path, &status) == 0 else {
            throw .unusable(path: url.path, reason: String(cString: strerror(errno)))
        }
        return status.st_mode
    }

    static func text(of url: URL) throws(PromotionError) -> String {
        String(decoding: try bytes(of: url), as: UTF8.self)
    }

    static func bytes(of url: URL) throws(PromotionError) -> Data {
        do {
            return try Data(contentsOf: url)
        } catch {
            throw .unusable(path: url.path, reason: error.localizedDescription)
        }
    }

    /// The lines of a list of keys that are neither blank nor remarks, with their numbers; none
    /// where there is no file. A file that others can write is refused.
    static func lines(of url: URL) throws(PromotionError) -> [(number: Int, text: String)] {
        guard FileManager.default.fileExists(atPath: url.path) else { return [] }
        try checkUnwritable(url.deletingLastPathComponent(), url)
        // By bytes: a carriage return with its newline is one character, which splits nothing.
        return try bytes(of: url).split(separator: 0x0A, omittingEmptySubsequences: false)
            .enumerated().map { ($0 + 1, String(decoding: $1, as: UTF8.self)) }
            .filter { !$0.1.hasPrefix("#") && !$0.1.allSatisfy(\.isWhitespace) }
    }

    /// Adds a line to a list of keys. What stands there stays as it is, remarks and blank lines
    /// too.
    static func append(_ line: String, to url: URL) throws(PromotionError) {
        var text: [UInt8] = []
        if FileManager.default.fileExists(atPath: url.path) {
            try checkUnwritable(url.deletingLastPathComponent(), url)
            text = [UInt8](try bytes(of: url))
        }
        if let last = text.last, last != UInt8(ascii: "\n") { text.append(UInt8(ascii: "\n")) }
        try write(text + Array("\(line)\n".utf8), to: url, mode: 0o600)
    }

    /// Writes a file that only its owner reads, at once or not at all.
    static func write(_ text: String, to url: URL) throws(PromotionError) {
        try write([UInt8](text.utf8), to: url, mode: 0o600)
    }

    static func write(_ bytes: [UInt8], to url: URL, mode: mode_t) throws(PromotionError) {
        let temporary = url.path + ".\(getpid()).temporary"
        let descriptor = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, mode)
        func failure(_ path: String) -> PromotionError {
            .unusable(path: path, reason: String(cString: strerror(errno)))
        }
        guard descriptor >= 0 else { throw failure(temporary) }
        var written = 0
        while written < bytes.count {
            let count = bytes.withUnsafeBytes {
                Foundation.write(
                    descriptor, $0.baseAddress.map { $0 + written }, bytes.count - written)
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { break }
            written += count
        }
        let isWhole = written == bytes.count && fsync(descriptor) == 0
        let error = failure(temporary)
        close(descriptor)
        guard isWhole else {
            unlink(temporary)
            throw error
        }
        guard rename(temporary, url.path) == 0 else {
            let error = failure(url.path)
            unlink(temporary)
            throw error
        }
        let folder = open(url.deletingLastPathComponent().path, O_RDONLY | O_CLOEXEC)
        guard folder >= 0 else { return }
        _ = fsync(folder)
        close(folder)
    }
}
