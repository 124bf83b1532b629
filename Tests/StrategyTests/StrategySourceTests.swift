import Foundation
import StrategyFiles
import Testing

/// What a strategy file may hold, told from its text.
@Suite("Strategy files as text")
struct StrategySourceTests {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()
    private static let folder = root.appending(path: "Strategies")

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
            "    let p: UnsafeMutablePointer<Double>", "    let p: Swift.UnsafeRawPointer",
            "    @_silgen_name(\"time\") func now()",
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

    @Test(
        "chance, the clock and seeded hashes are refused with their line",
        arguments: [
            "    let x = Double.random(in: 0...1)", "    let x: Double = .random (in: 0...1)",
            "    let pick = [1, 2].randomElement()", "    let order = [1, 2].shuffled()",
            "    var chance = SystemRandomNumberGenerator()", "    let now = ContinuousClock.now",
            "    let seed = \"a\".hashValue", "    let seed = name.hashValue",
        ])
    func chance(line: String) {
        let found = Self.problems(line, inside: true)
        #expect(found.count == 1 && found[0].hasPrefix("3 "), "\(found)")
        #expect(found.first?.contains("the bars alone") == true)
        let harmless = ["    // \(line)", "    let randomWalk = 1", "    let note = \".random(\""]
        #expect(harmless.allSatisfy { Self.problems($0, inside: true).isEmpty })
    }

    @Test("line ends of other systems change nothing", arguments: ["\r\n", "\r"])
    func lineEnds(end: String) throws {
        let url = Self.folder.appending(path: "SmaCross.swift")
        let unix = try String(contentsOf: url, encoding: .utf8)
        let text = unix.replacing("\n", with: end)
        let source = StrategySource(text, path: "SmaCross.swift")
        #expect(source.problems.isEmpty, "\(source.problems)")
        #expect(source.name == "SmaCross")
        #expect(source.line == StrategySource(unix, path: "").line)
        // A comment ends with its line.
        let wrong = "// a note\(end)import Foundation\(end)\(text)"
        #expect(StrategySource(wrong, path: "").problems.map(\.line) == [2])
    }

    @Test("no strategy is called like what its file speaks of", arguments: ["Bars", "Signal"])
    func takenName(name: String) {
        let text = "import Signals\nstruct \(name): Strategy {\n}\n"
        let problems = StrategySource(text, path: "Mine.swift").problems
        #expect(problems.map(\.line) == [2])
        #expect(problems.first?.text.contains("\(name) means something else") == true)
    }

    @Test("every public type that a strategy file sees is among the names that are taken")
    func takenNames() throws {
        var found: Set<String> = []
        for module in ["Signals", "Kernels"] {
            let folder = Self.root.appending(path: "Sources/\(module)")
            for path in try FileManager.default.subpathsOfDirectory(atPath: folder.path)
            where path.hasSuffix(".swift") {
                let text = try String(contentsOf: folder.appending(path: path), encoding: .utf8)
                let types =
                    #/(?m)^public (?:final )?(?:struct|enum|class|protocol|typealias) (\w+)/#
                found.formUnion(text.matches(of: types).map { String($0.1) })
            }
        }
        #expect(found.count > 40)
        let missing = found.subtracting(StrategySource.takenNames)
        #expect(missing.isEmpty, "add \(missing.sorted()) to StrategySource.takenNames")
    }

    @Test("an error reads as a compiler's")
    func message() throws {
        let source = StrategySource("\n\nimport Glibc\n", path: "a/B.swift")
        #expect(source.name == nil)
        #expect("\(source.problems[1])".hasPrefix("a/B.swift:3:1: error: "))
        #expect("\(source.problems[0])".contains("there is no strategy here"))
    }
}
