import Foundation
import Testing

/// What the README tells people to type can be typed.
@Suite("The README")
struct ReadmeTests {
    /// A command of the README, as words.
    struct Line: CustomTestStringConvertible, Sendable {
        let words: [String]
        var testDescription: String { words.joined(separator: " ") }

        /// The words before the first option: the command, and what it is about.
        var command: ArraySlice<String> { words.dropFirst().prefix { !$0.hasPrefix("-") } }
        var options: [String] { words.filter { $0.hasPrefix("--") } }
    }

    static let lines: [Line] = (ProjectTree.text(of: "README.md") ?? "")
        .split(separator: "\n").filter { $0.hasPrefix("    ./") }
        .map { Line(words: $0.prefix { $0 != "#" }.split(separator: " ").map(String.init)) }

    private static let program = ProjectTree.root.appending(path: ".build/release/finstage").path

    @Test("begins with the two commands that do the set-up", .enabled(if: !lines.isEmpty))
    func begins() {
        let first = Self.lines.prefix(2).map { $0.words.joined(separator: " ") }
        #expect(first == ["./finstage backtest", "./Scripts/test"])
    }

    @Test("names programs that are there", arguments: lines)
    func programs(line: Line) {
        let path = ProjectTree.root.appending(path: line.words.first ?? "").path
        #expect(FileManager.default.isExecutableFile(atPath: path), "\(line.testDescription)")
    }

    @Test(
        "names commands and options that there are",
        .enabled(if: ProjectTree.isFile(program)),
        arguments: lines.filter { $0.words.first == "./finstage" && $0.words.count > 1 })
    func commands(line: Line) throws {
        guard line.command.first != "help" else { return }
        let words = ["./finstage"] + line.command + ["--help"]
        let help = try Shell.run(words, with: ["FINSTAGE_BINARY": Self.program])
        let usage = help.output.split(separator: "\n").first { $0.hasPrefix("USAGE:") } ?? ""
        #expect(help.status == 0 && usage.contains("finstage \(line.command.first ?? "")"))
        let isUnfinished = usage.contains("<subcommand>") && line.command.count > 1
        #expect(!isUnfinished, "there is no command '\(line.testDescription)': \(usage)")
        for option in line.options where !help.output.contains(option) {
            Issue.record("\(line.testDescription): there is no option \(option)")
        }
    }
}
