import Testing

/// Every check finds what it is there to find, and is silent on what only looks like it.
@Suite("The checks can fail")
struct CheckTests {
    @Test(
        "an import that the table forbids",
        arguments: [
            ("Trading", "import Signals", false), ("Trading", "import Foundation", false),
            ("Signals", "public import Backtesting", false), ("Kernels", "import Glibc", false),
            ("Strategies", "import Foundation", false), ("Strategies", "import Kernels", false),
            ("Reporting", "@preconcurrency import struct GRDB.Row", false),
            ("Unheard", "import Foundation", false), ("Digests", "import CCrypto", true),
            ("Signals", "import Synchronization", true), ("Charts", "import Foundation", true),
            ("Strategies", "import Signals", true), ("Charts", "// import Signals", true),
        ])
    func imports(module: String, line: String, isAllowed: Bool) {
        let path = module == "Strategies" ? "Strategies/X.swift" : "Sources/\(module)/X.swift"
        let found = ImportCheck.findings(in: SourceFile(path: path, text: line))
        #expect(found.isEmpty == isAllowed, "\(found)")
    }

    @Test("a message names the place")
    func place() {
        let found = ImportCheck.findings(in: file("// one\nimport Trading\n"))
        #expect(found == ["Sources/Charts/X.swift:2: \(chartsObjection)"])
    }

    private let chartsObjection = "Charts may not import Trading, only the toolchain"

    @Test("a file, a function and a line that are too long")
    func sizes() {
        let body = String(repeating: "    call()\n", count: 59)
        #expect(SizeCheck.functions(in: file("func f() {\n\(body)}\n")).count == 1)
        #expect(SizeCheck.functions(in: file("func f(\n) {\n\(body)}\n")).count == 1)
        #expect(SizeCheck.functions(in: file("var x: Int {\n\(body)}\n")).count == 1)
        #expect(SizeCheck.functions(in: file("struct S {\n\(body)}\nfunc f() {}\n")).isEmpty)
        #expect(SizeCheck.functions(in: file("func f() {\n\(body.dropLast(11))}\n")).isEmpty)
        #expect(SizeCheck.files(in: file(String(repeating: "\n", count: 501))).count == 1)
        #expect(SizeCheck.files(in: file(String(repeating: "\n", count: 500))).isEmpty)
        #expect(SizeCheck.lines(in: file(String(repeating: "é", count: 101))).count == 1)
        #expect(SizeCheck.lines(in: file(String(repeating: "é", count: 100))).isEmpty)
    }

    @Test(
        "a force unwrap",
        arguments: [
            ("let a = b!", 1), ("f(x[0]!.y)", 1), ("let a = g()! + 1", 1), ("var a: Int!", 1),
            ("a as! B", 1), ("if !a, b != c, d !== e {", 0), ("let s = \"stop!\"", 0),
            ("// really!", 0), ("let s = \"\"\"\n  a!\n  \"\"\"", 0),
            ("let s = \"\\(a ?? \"b!\")\"", 0),
            ("let p = /a!\"/", 0), ("let q = a / b; let r = c! / d", 1),
            ("let s = #\"\\\"#; a!", 1),
        ])
    func forcedUnwraps(text: String, count: Int) {
        #expect(BanCheck.forcedUnwraps(in: file(text)).count == count)
    }

    @Test("try!, fatalError and leftovers")
    func forcedErrors() {
        #expect(BanCheck.forcedErrors(in: file("let a = try! f()")).count == 1)
        #expect(BanCheck.forcedErrors(in: file("fatalError(\"no\")")).count == 1)
        #expect(BanCheck.forcedErrors(in: file("// never try! this")).isEmpty)
        #expect(BanCheck.leftovers(in: file("// TODO: all of it\n// FIXME")).count == 2)
        #expect(BanCheck.leftovers(in: file("let TODOS = 1")).isEmpty)
    }

    @Test("print in a library, not in a program")
    func printing() {
        #expect(BanCheck.printing(in: file("print(1)\n  debugPrint(2)")).count == 2)
        #expect(BanCheck.printing(in: file("blueprint(1); page.print(2)")).isEmpty)
        let program = SourceFile(path: "Sources/finstage/X.swift", text: "print(1)")
        #expect(BanCheck.printing(in: program).isEmpty)
    }

    @Test("the clock and the system's dice")
    func clocksAndChance() {
        let clock = "let a = Date()"
        #expect(BanCheck.clocksAndChance(in: file(clock)).count == 1)
        #expect(
            BanCheck.clocksAndChance(in: file("var g = SystemRandomNumberGenerator()")).count == 1)
        #expect(
            BanCheck.clocksAndChance(in: file("Int.random(in: 0..<9)\na.shuffled()")).count == 2)
        #expect(BanCheck.clocksAndChance(in: file("Int.random(in: r, using: &g)")).isEmpty)
        #expect(BanCheck.clocksAndChance(in: file("let d = CivilDate()")).isEmpty)
        let home = SourceFile(path: "Sources/finstage/WallClock.swift", text: clock)
        #expect(BanCheck.clocksAndChance(in: home).isEmpty)
    }

    @Test("a name that says nothing, a second public type, a module's name")
    func types() {
        #expect(
            TypeCheck.names(in: file("final class StoreManager {}\nenum BarInfo {}")).count == 2)
        #expect(TypeCheck.names(in: file("struct Database {}\nstruct Metadata {}")).isEmpty)
        #expect(TypeCheck.names(in: file("class func makeData() {}")).isEmpty)
        let two = "public struct A {}\n@frozen public enum B {}\n"
        #expect(TypeCheck.publicTypes(in: file(two)).count == 1)
        let one = "public struct A {\n    public enum B {}\n}\nextension A {}\nstruct C {}\n"
        #expect(TypeCheck.publicTypes(in: file(one)).isEmpty)
        #expect(TypeCheck.moduleNames(in: file("public struct Trading {}")).count == 1)
        #expect(TypeCheck.moduleNames(in: file("public struct Trade {}")).isEmpty)
    }

    private func file(_ text: String) -> SourceFile {
        SourceFile(path: "Sources/Charts/X.swift", text: text)
    }
}
