import Foundation
import Testing

/// What the guides show is what the programs print: each file and each command, in their order.
@Suite("Guides")
struct GuideTests {
    @Test(
        "the commands of a guide print what it says",
        arguments: [
            "first-strategy", "writing-a-kernel", "symbols-and-intervals", "coming-from",
            "research-commands", "reading-a-report", "idea-to-live", "verifying-indicators",
            "sweeping",
        ])
    func commands(name: String) throws { try hold(name) }

    @Test(
        "so do the scripts of the guide for notebooks",
        .enabled(if: PythonReader.hasFrames, PythonReader.remedy))
    func notebooks() throws { try hold("pandas-and-polars") }

    private func hold(_ name: String) throws {
        let program = try Program()
        defer { program.discard() }
        let url = Program.root.appending(path: "docs/guides/\(name).md")
        let guide = Guide(try String(contentsOf: url, encoding: .utf8))
        let printed = try guide.run(in: program)
        if ProcessInfo.processInfo.environment["FINSTAGE_WRITE_GOLDEN"] != nil {
            try guide.written(printed).write(to: url, atomically: true, encoding: .utf8)
        }
        let (shown, found) = (guide.text.split(separator: "\n"), printed.split(separator: "\n"))
        for (line, pair) in zip(shown, found).enumerated()
        where Guide.masked(pair.0) != Guide.masked(pair.1) {
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
            if let name = line.firstMatch(of: #/^```(?:swift|python|yaml|csv) (\S+)$/#)?.1 {
                file = (String(name), [])
            } else if line == "```", !file.name.isEmpty {
                let url = program.folder.appending(path: file.name)
                try FileManager.default.createDirectory(
                    at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
                try (file.lines.joined(separator: "\n") + "\n").write(
                    to: url, atomically: true, encoding: .utf8)
                file.name = ""
            } else if !file.name.isEmpty {
                file.lines.append(String(line))
            } else if line.hasPrefix("    $ finstage ") || line.hasPrefix("    $ python3 ")
                || line.hasPrefix("    $ cat ")
            {
                isOutput = true
                result += try output(of: line.dropFirst(6), program).map { "    " + $0 }
            }
        }
        return result.joined(separator: "\n")
    }

    /// The guide as it is to be written: where a line differs in what always changes, as it was.
    func written(_ printed: String) -> String {
        let old = Dictionary(
            text.split(separator: "\n").map { (Self.masked($0), String($0)) }
        ) { one, _ in one }
        return printed.split(separator: "\n", omittingEmptySubsequences: false)
            .map { old[Self.masked($0)] ?? String($0) }.joined(separator: "\n")
    }

    /// A line without what every run or every change of the engine makes anew: digests, the names
    /// made of them and of times, and measured nanoseconds.
    static func masked(_ line: Substring) -> String {
        String(line).replacing(#/\d{8}-\d{6}-(\w+)-[0-9a-f]{4}\b/#) { "#-\($0.1)-#" }
            .replacing(#/\b[0-9a-f]{8,64}\b/#, with: "#")
            .replacing(#/[0-9.]+ (ns|µs)\b/#, with: "# ns")
    }

    /// Lines that tell times, or names made of them.
    private static let changing = [
        "compiled ", "run it: ", "Pages of one", "Evidence: ", "simulate: ",
    ]
    /// The commands of the live side, which a launcher tells from the others.
    private static let live: Set<String> = [
        "promote", "promotions", "keys", "live", "simulate", "parity", "signals", "positions",
        "equity",
    ]

    /// The words of a command; what stands between single quotes is one.
    private static func words(_ command: Substring) -> [String] {
        command.split(separator: "'", omittingEmptySubsequences: false).enumerated()
            .flatMap { place, part in
                place.isMultiple(of: 2)
                    ? part.split(separator: " ").map(String.init) : [String(part)]
            }
    }

    /// What a person sees, but for times and for empty lines; `| head -3` and `| tail -3` are
    /// understood.
    private func output(of command: Substring, _ program: Program) throws -> [String] {
        let parts = command.split(separator: " | ")
        let words = Self.words(parts[0])
        let outcome = try outcome(of: words, program)
        let lines = (outcome.output + outcome.complaint)
            .replacing(program.folder.path + "/", with: "").split(separator: "\n")
            .map { String($0) }
            .filter { line in !Self.changing.contains { line.hasPrefix($0) } }
            .map { String($0.reversed().drop { $0 == " " }.reversed()) }.filter { !$0.isEmpty }
        guard parts.count == 2, let count = Int(parts[1].drop { !$0.isNumber }) else {
            return lines
        }
        return Array(parts[1].hasPrefix("head") ? lines.prefix(count) : lines.suffix(count))
    }

    private func outcome(of words: [String], _ program: Program) throws -> Program.Outcome {
        let environment = [
            "XDG_CACHE_HOME": program.folder.appending(path: "cache").path,
            "XDG_CONFIG_HOME": program.folder.appending(path: "keys").path,
            "FINSTAGE_NOW": "1767614400",
        ]
        let rest = Array(words.dropFirst())
        if words[0] == "python3" {
            return try PythonReader.run(rest, in: program, environment: environment)
        }
        if words[0] == "cat" {
            return try program.run(URL(filePath: "/usr/bin/env"), words, environment)
        }
        return Self.live.contains(words[1])
            ? try program.service(rest, environment: environment)
            : try program.run(rest, environment: environment)
    }
}
