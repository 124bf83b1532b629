import Charts
import Foundation

/// Results go to standard output; progress and complaints to standard error.
package enum Terminal {
    /// Writes a result.
    package static func result(_ text: String) { write(text + "\n", to: .standardOutput) }

    /// Writes a text that ends its lines itself.
    package static func text(_ text: String) { write(text, to: .standardOutput) }

    /// Writes a message that is kept until it could be written.
    ///
    /// - Throws: when it could not, as on a full disk. A closed pipe ends the program: nobody
    ///   reads any more.
    package static func message(_ text: String) throws {
        do { try FileHandle.standardOutput.write(contentsOf: Data((text + "\n").utf8)) } catch {
            let cause = (error as NSError).userInfo[NSUnderlyingErrorKey] as? NSError
            if cause?.code == Int(EPIPE) { exit(1) }
            throw error
        }
    }

    /// Writes a remark. What it repeats of the words typed or of a file cannot steer the terminal:
    /// control characters and marks of direction are shown, and a line of no end is cut.
    package static func note(_ text: String) {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            let shown = MarkupText.visible(line)
            return shown.count > longestLine
                ? "\(shown.prefix(longestLine))… (\(shown.count) characters)" : shown
        }
        write(lines.joined(separator: "\n") + "\n", to: .standardError)
    }

    private static let longestLine = 1_000

    /// True when somebody watches standard error.
    static var isWatched: Bool { isatty(FileHandle.standardError.fileDescriptor) == 1 }

    /// A closed pipe ends the program quietly, as other programs do. Remarks that nobody can read
    /// end nothing.
    fileprivate static func write(_ text: String, to handle: FileHandle) {
        do {
            try handle.write(contentsOf: Data(text.utf8))
        } catch {
            guard handle !== FileHandle.standardError else { return }
            let cause = (error as NSError).userInfo[NSUnderlyingErrorKey] as? NSError
            if cause?.code != Int(EPIPE) {
                let reason = cause.map { String(cString: strerror(Int32($0.code))) }
                note(
                    "Error: standard output could not be written: \(reason ?? "\(error)"); "
                        + "free the disk or write elsewhere")
            }
            exit(1)
        }
    }
}

/// A line that says how far the work is: rewritten on a terminal, every ten seconds elsewhere.
package struct Progress {
    private let what: String
    private let total: Int
    private let isQuiet: Bool
    private let start = ContinuousClock.now
    private var shown = ContinuousClock.now
    private var isDrawn = false

    /// A line about so many units of work.
    package init(_ what: String, total: Int, isQuiet: Bool) {
        (self.what, self.total, self.isQuiet) = (what, total, isQuiet)
    }

    /// Says that `done` units are done. The first second stays silent.
    package mutating func report(_ done: Int) {
        let now = ContinuousClock.now
        let elapsed = now - start
        let pause: Duration = Terminal.isWatched ? .milliseconds(100) : .seconds(10)
        guard !isQuiet, elapsed > .seconds(1), now - shown > pause || done == total else { return }
        shown = now
        let seconds = elapsed / .seconds(1)
        let rate = Double(done) / seconds
        let left = rate > 0 ? Int(Double(total - done) / rate) : 0
        let text = "\(what): \(done) of \(total), \(Int(rate.rounded()))/s, \(left) s left"
        if Terminal.isWatched {
            Terminal.write("\r\u{1b}[K" + text, to: .standardError)
            isDrawn = true
        } else {
            Terminal.note(text)
        }
    }

    /// Clears the line.
    package func finish() {
        if isDrawn { Terminal.write("\r\u{1b}[K", to: .standardError) }
    }
}
