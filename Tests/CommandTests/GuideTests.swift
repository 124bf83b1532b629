import Foundation
import Testing

/// What the guides show is what the program prints: each file and each command, in their order.
@Suite("Guides")
struct GuideTests {
    @Test(
        "the commands of a guide print what it says",
        arguments: ["first-strategy", "writing-a-kernel", "symbols-and-intervals", "coming-from"])
    func commands(name: String) throws {
        let program = try Program()
        defer { program.discard() }
        let url = Program.root.appending(path: "docs/guides/\(name).md")
        let guide = Guide(try String(contentsOf: url, encoding: .utf8))
        let printed = try guide.run(in: program)
        if ProcessInfo.processInfo.environment["FINSTAGE_WRITE_GOLDEN"] != nil {
            try printed.write(to: url, atomically: true, encoding: .utf8)
        }
        let (shown, found) = (guide.text.split(separator: "\n"), printed.split(separator: "\n"))
        for (line, pair) in zip(shown, found).enumerated() where pair.0 != pair.1 {
            Issue.record(
                """
                docs/guides/\(name).md, line \(line + 1) or thereabouts, says '\(pair.0)', and the \
                program '\(pair.1)'; FINSTAGE_WRITE_GOLDEN=1 Scripts/test --filter GuideTests \
                writes it anew
                """)
            return
        }
        #expect(shown.count == found.count)
    }
}

/// A guide: text, files in blocks with a name, and commands with what they print.
private struct Guide {
    let text: String

    init(_ text: String) { self.text = text }

    /// Writes the files, runs the commands, and returns the text with what they print now.
    func run(in program: Program) throws -> String {
        var (result, file) = ([String](), (name: "", lines: [String]()))
        var isOutput = false
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            // What a command printed before is left out, up to the next line that is not its own.
            if isOutput, line.hasPrefix("    "), !line.hasPrefix("    $ ") { continue }
            isOutput = false
            result.append(String(line))
            if line.hasPrefix("```swift ") {
                file = (String(line.dropFirst(9)), [])
            } else if line == "```", !file.name.isEmpty {
                try file.lines.joined(separator: "\n").write(
                    to: program.folder.appending(path: file.name), atomically: true,
                    encoding: .utf8)
                file.name = ""
            } else if !file.name.isEmpty {
                file.lines.append(String(line))
            } else if line.hasPrefix("    $ finstage ") {
                isOutput = true
                result += try output(of: line.dropFirst(15), program).map { "    " + $0 }
            }
        }
        return result.joined(separator: "\n")
    }

    /// Lines that tell times, or names made of them.
    private static let changing = ["compiled ", "run it: ", "Pages of one", "Evidence: "]

    /// What a person sees, but for times and for empty lines.
    private func output(of command: Substring, _ program: Program) throws -> [String] {
        let cache = program.folder.appending(path: "cache").path
        let outcome = try program.run(
            command.split(separator: " ").map(String.init),
            environment: ["XDG_CACHE_HOME": cache, "FINSTAGE_NOW": "1767614400"])
        let folder = program.folder.path + "/"
        return (outcome.output + outcome.complaint).replacing(folder, with: "")
            .split(separator: "\n").map { String($0) }
            .filter { line in !Self.changing.contains { line.hasPrefix($0) } }
            .map { line in
                String(line.reversed().drop { $0 == " " }.reversed())
            }.filter { !$0.isEmpty }
    }
}
