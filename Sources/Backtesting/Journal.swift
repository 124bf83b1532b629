import Foundation

/// A file of one line a bar that survives a kill and is the same however often it was killed.
///
/// What the file holds already is compared, line by line, with what is written again; a last
/// line that a kill cut short is dropped and written anew.
public final class Journal {
    /// Where it lies.
    public let url: URL
    /// The whole lines found when it was opened.
    public let resumedLineCount: Int
    private let handle: FileHandle
    private let known: [Substring]
    private var position = 0
    private var pending = Data()

    /// Opens or creates the file.
    public init(_ url: URL) throws(JournalError) {
        self.url = url
        do {
            try FileManager.default.createDirectory(
                at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
            if !FileManager.default.fileExists(atPath: url.path) {
                try Data().write(to: url)
            }
            let text = try String(decoding: Data(contentsOf: url), as: UTF8.self)
            let end = text.lastIndex(of: "\n").map { text.index(after: $0) } ?? text.startIndex
            known = text[..<end].split(separator: "\n")
            handle = try FileHandle(forUpdating: url)
            try handle.truncate(atOffset: UInt64(text[..<end].utf8.count))
            try handle.seekToEnd()
        } catch {
            throw .unwritable(path: url.path, reason: "\(error)")
        }
        resumedLineCount = known.count
    }

    /// Writes one line, or compares it with the one that stands there.
    public func append(_ line: String) throws(JournalError) {
        defer { position += 1 }
        guard position >= known.count else {
            guard known[position] == line else {
                throw .differs(
                    path: url.path, line: position + 1, stored: String(known[position]),
                    computed: line)
            }
            return
        }
        pending.append(contentsOf: line.utf8)
        pending.append(UInt8(ascii: "\n"))
        if pending.count > 1 << 16 { try flush() }
    }

    /// Makes what was appended durable.
    ///
    /// - Throws: also when the file holds lines beyond the last one appended.
    public func close() throws(JournalError) {
        try flush()
        guard position >= known.count else {
            throw .differs(
                path: url.path, line: position + 1, stored: String(known[position]),
                computed: "the end")
        }
    }

    private func flush() throws(JournalError) {
        do {
            try handle.write(contentsOf: pending)
            try handle.synchronize()
            pending.removeAll(keepingCapacity: true)
        } catch {
            throw .unwritable(path: url.path, reason: "\(error)")
        }
    }
}
