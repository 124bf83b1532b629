import Foundation
import StrategyFiles
import Testing

/// What a strategy file may hold, told from its text.
@Suite("Strategy files as text")
struct StrategySourceTests {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Strategies")

    @Test("every file of the catalogue passes, and its strategy is called like the file")
    func catalogue() throws {
        let files = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path)
            .filter { $0.hasSuffix(".swift") }
        #expect(files.count >= 30)
        for file in files {
            let text = try String(contentsOf: Self.folder.appending(path: file), encoding: .utf8)
            let source = StrategySource(text, path: file)
            #expect(source.problems.isEmpty, "\(source.problems)")
            #expect(source.name.map { "\($0).swift" } == file)
        }
    }

    private static func problems(_ line: String, inside: Bool = false) -> [String] {
        let body = inside ? line : ""
        let text = "import Signals\nstruct Mine: Strategy {\n\(body)\n}\n\(inside ? "" : line)\n"
        return StrategySource(text, path: "Mine.swift").problems.map { "\($0.line) \($0.text)" }
    }

    @Test(
        "what reaches beyond the bars is refused",
        arguments: [
            "import Foundation", "@preconcurrency import Glibc", "public import Trading",
            "import struct Foundation.Date", "let memory = 1", "private var count = 0",
            "func helper() {}", "enum Helper {}", "final class Box {}", "extension Signal {}",
            "typealias S = Signal", "struct Other: Strategy {}",
        ])
    func refusedOutside(line: String) {
        let found = Self.problems(line)
        #expect(found.count == 1 && found[0].hasPrefix("5 "), "\(found)")
    }

    @Test(
        "what remembers beyond a bar, or is unsafe, is refused inside the strategy too",
        arguments: [
            "    static var last = 0.0", "    static let table = [1.0, 2.0]",
            "    nonisolated(unsafe) static var x: Int = 1", "    @unchecked Sendable",
            "    let p: UnsafeMutablePointer<Double>", "    @_silgen_name(\"time\") func now()",
        ])
    func refusedInside(line: String) {
        let found = Self.problems(line, inside: true)
        #expect(!found.isEmpty && found[0].hasPrefix("3 "), "\(found)")
    }

    @Test(
        "comments, texts, constants and nested helpers are none of this",
        arguments: [
            "    // import Foundation", "    /* static var x = 1 */", "    /* /* let */\n  */",
            "    let note = \"import Foundation; static var x = 1\"",
            "    static let name = \"my-leak\"", "    static let factor = 0.5",
            "    static var name: String { \"leak\" }", "    struct Leak: ScalarKernel {}",
            "    let words = \"\"\"\nimport Foundation\n\"\"\"", "    func helper() {}",
        ])
    func allowed(line: String) {
        #expect(Self.problems(line, inside: true).isEmpty)
    }

    @Test("an error reads as a compiler's")
    func message() throws {
        let source = StrategySource("\n\nimport Glibc\n", path: "a/B.swift")
        #expect(source.name == nil)
        #expect("\(source.problems[1])".hasPrefix("a/B.swift:3:1: error: "))
        #expect("\(source.problems[0])".contains("there is no strategy here"))
    }
}
