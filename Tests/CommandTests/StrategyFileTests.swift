import Foundation
import Testing

/// A strategy's file, compiled alone and run: from an edit to a result.
@Suite("Strategy files")
struct StrategyFileTests {
    private let program: Program
    private let cache: URL

    init() throws {
        program = try Program()
        cache = program.folder.appending(path: "cache")
    }

    private func run(_ words: String...) throws -> Program.Outcome {
        try program.run(words, environment: ["XDG_CACHE_HOME": cache.path])
    }

    private func write(_ text: String, to name: String = "Mine.swift") throws {
        try text.write(
            to: program.folder.appending(path: name), atomically: true, encoding: .utf8)
    }

    private static func rule(fast: Int = 10) -> String {
        """
        import Signals

        struct Mine: Strategy {
            @Parameter(1...500) var fast = \(fast)

            func target(_ bars: Bars) -> TargetExposure {
                let (fast, slow) = (bars.close.sma(period: fast), bars.close.sma(period: 50))
                return .long(enter: fast.crosses(above: slow), exit: fast.crosses(below: slow))
            }
        }
        """
    }

    @Test("a file alone gives the plan and the figures of the same rule in the catalogue")
    func sameAsCatalogue() throws {
        defer { program.discard() }
        try write(Self.rule())
        let file = try run("backtest", "Mine.swift", "--symbol", "MSFT", "--json", "--quiet")
        let compiled = try run("backtest", "SmaCross", "--symbol", "MSFT", "--json", "--quiet")
        try #require(file.status == 0, "\(file.complaint)")
        func figures(_ text: String) throws -> NSDictionary {
            let json = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
            var row = try #require((json?["rows"] as? [[String: Any]])?.first)
            // Their names and their folders are their own.
            row = row.filter { !(($0.value as? String) ?? "").contains("Mine") }
                .filter { !(($0.value as? String) ?? "").contains("SmaCross") }
            #expect(row.count > 8)
            return row as NSDictionary
        }
        #expect(try figures(file.output) == figures(compiled.output))
        func fingerprint(_ words: String...) throws -> Substring? {
            try run("strategies", "show", words[0]).output
                .firstMatch(of: /fingerprint ([0-9a-f]+)/)?.1
        }
        #expect(try fingerprint("Mine.swift") == fingerprint("SmaCross"))
        #expect(try fingerprint("Mine.swift") != nil)
        let shown = try run("strategies", "show", "Mine.swift", "--source")
        #expect(shown.output.contains("struct Mine: Strategy {"))
        let judged = try run("validate", "Mine.swift", "--symbol", "MSFT", "--quiet")
        #expect(judged.output.contains(#/Evidence: .*-validate-Mine-[0-9a-f]{4}\n/#))
    }

    @Test("every template and every file of the catalogue has one plan, alone and compiled in")
    func oneResolve() throws {
        defer { program.discard() }
        for template in ["trend", "reversion", "breakout", "rotation", "kernel"] {
            let name = "Made\(template.capitalized)"
            let made = try run("new", "strategy", name, "--template", template, "--folder", "new")
            #expect(made.status == 0, "\(made.complaint)")
            let outcome = try run(
                "backtest", "new/\(name).swift", "--symbol", "AAPL", "--quiet")
            #expect(outcome.status == 0, "\(outcome.complaint)")
        }
        for name in ["DonchianBreakout", "TurtleBreakout", "WeeklyTrend"] {
            let alone = try run(
                "strategies", "show", "project/Strategies/\(name).swift", "--canonical")
            #expect(alone.status == 0, "\(alone.complaint)")
            #expect(alone.output == (try run("strategies", "show", name, "--canonical")).output)
        }
    }

    @Test("a file that did not change is not compiled again, and one that did is")
    func kept() throws {
        defer { program.discard() }
        try write(Self.rule())
        let words = ["backtest", "Mine.swift", "--symbol", "IBM", "--quiet"]
        func start() throws -> Program.Outcome {
            try program.run(words, environment: ["XDG_CACHE_HOME": cache.path])
        }
        let first = try start()
        #expect(first.status == 0 && first.complaint.contains("compiled Mine.swift"))
        let second = try start()
        #expect(second.status == 0 && !second.complaint.contains("compiled"))
        try write(Self.rule(fast: 20))
        let third = try start()
        #expect(third.complaint.contains("compiled Mine.swift"))
        #expect(third.output != second.output)
        let folder = cache.appending(path: "finstage/strategies")
        let mode = try FileManager.default.attributesOfItem(atPath: folder.path)[.posixPermissions]
        #expect(mode as? Int == 0o700)
    }

    @Test("libraries that others could have written are not opened")
    func foreignCache() throws {
        defer { program.discard() }
        try write(Self.rule())
        let folder = cache.appending(path: "finstage/strategies")
        try FileManager.default.createDirectory(
            at: folder, withIntermediateDirectories: true,
            attributes: [.posixPermissions: 0o777])
        try FileManager.default.setAttributes(
            [.posixPermissions: 0o777], ofItemAtPath: folder.path)
        let outcome = try run("backtest", "Mine.swift", "--symbol", "IBM")
        #expect(outcome.status == 1)
        #expect(outcome.complaint.contains("could have been written by others"))
    }

    @Test("what does not compile is shown with file and line, alone")
    func compileError() throws {
        defer { program.discard() }
        try write(Self.rule().replacing("bars.close.sma", with: "bars.closing.sma"))
        let outcome = try run("backtest", "Mine.swift", "--symbol", "IBM")
        #expect(outcome.status == 1)
        #expect(outcome.complaint.contains("Mine.swift:7:"), "\(outcome.complaint)")
        #expect(outcome.complaint.contains("has no member 'closing'"))
        #expect(!outcome.complaint.contains("Export.swift"))
    }

    @Test("the service promotes nothing from a file")
    func service() throws {
        defer { program.discard() }
        try write(Self.rule())
        let outcome = try program.service(
            ["promote", "Mine.swift", "--symbol", "IBM"],
            environment: ["XDG_CACHE_HOME": cache.path])
        #expect(outcome.status == 64)
        #expect(outcome.complaint.contains("put it into Strategies/"))
    }

    @Test(
        "what no strategy file may have is named with its line",
        arguments: [
            ("import Foundation\n\(rule())", 1, "leave Foundation out"),
            ("import Signals\n", 1, "there is no strategy here"),
            ("\(rule())\n\(rule().dropFirst(16))", 11, "a file of its own"),
            ("\(rule())\nlet memory = [1.0]\n", 11, "nest it in the strategy's type"),
            ("\(rule())\nenum Helper {}\n", 11, "'Helper' at the top"),
            (
                rule().replacing("@Parameter(1...500)", with: "static var last = 0.0; var x"), 4,
                "a static outlives a bar"
            ),
            (
                rule().replacing("period: fast", with: "period: .random(in: 2...9)"), 7,
                "leave random out"
            ),
        ])
    func refused(text: String, line: Int, words: String) throws {
        defer { program.discard() }
        try write(text)
        let outcome = try run("backtest", "Mine.swift", "--symbol", "IBM")
        #expect(outcome.status == 1)
        #expect(outcome.complaint.contains("Mine.swift:\(line):"), "\(outcome.complaint)")
        #expect(outcome.complaint.contains(words), "\(outcome.complaint)")
    }

    @Test("a stop that protects nothing is refused before anything is traded")
    func senselessStop() throws {
        defer { program.discard() }
        try write(Self.rule().replacing("slow))", with: "slow), stop: .percent(.nan))"))
        let outcome = try program.run(
            ["backtest", "Mine.swift", "--symbol", "IBM"],
            environment: ["XDG_CACHE_HOME": cache.path, "SWIFT_BACKTRACE": "enable=no"])
        #expect(outcome.status != 0 && outcome.output.isEmpty)
        #expect(
            outcome.complaint.contains("a stop's percent is a fraction above 0 and below 1"),
            "\(outcome.complaint)")
    }

    @Test("a file with the line ends of Windows is the same rule")
    func windowsFile() throws {
        defer { program.discard() }
        let text = Self.rule().replacing("struct", with: "/// Follows.\nstruct")
        try write(text)
        let words = ["strategies", "show", "Mine.swift"]
        let unix = try program.run(words, environment: ["XDG_CACHE_HOME": cache.path])
        #expect(unix.output.contains("Follows."))
        try write(text.replacing("\n", with: "\r\n"))
        let windows = try program.run(words, environment: ["XDG_CACHE_HOME": cache.path])
        #expect(windows.status == 0, "\(windows.complaint)")
        #expect(windows.output == unix.output)
    }

    @Test("two strategies of one name are not mixed up, and one named twice is one")
    func oneName() throws {
        defer { program.discard() }
        try write(Self.rule().replacing("Mine", with: "SmaCross"), to: "Other.swift")
        let outcome = try run("backtest", "Other.swift", "sma-cross", "--symbol", "IBM")
        #expect(outcome.status == 64)
        #expect(
            outcome.complaint.contains("'Other.swift' and 'sma-cross' both hold a strategy"),
            "\(outcome.complaint)")
        try write(Self.rule(), to: "One.swift")
        try write(Self.rule(fast: 20), to: "Two.swift")
        let files = try run("backtest", "One.swift", "Two.swift", "--symbol", "IBM")
        #expect(files.status == 64 && files.complaint.contains("rename one of the two"))
        let twice = try run(
            "backtest", "One.swift", "./One.swift", "SmaCross", "sma-cross", "--symbol", "IBM",
            "--csv")
        #expect(twice.status == 0, "\(twice.complaint)")
        #expect(twice.output.split(separator: "\n").count == 3, "\(twice.output)")
    }

    @Test("a parameter that a file sets twice is named with its line")
    func doubleKey() throws {
        defer { program.discard() }
        try write("fast: 5\nslow: 60\n\nfast: 20\n", to: "mine.yaml")
        let outcome = try run(
            "backtest", "SmaCross", "--symbol", "IBM", "--params", "mine.yaml")
        #expect(outcome.status == 64)
        #expect(
            outcome.complaint.contains("mine.yaml:4: 'fast' is given twice"),
            "\(outcome.complaint)")
    }

    @Test(
        "a universe for the one rule that compares nothing is refused",
        arguments: [
            ["backtest"], ["validate"], ["scan"], ["lookahead"], ["warmup"], ["nodes"], ["replay"],
            ["explain", "--at", "2010-01-04"],
        ])
    func idleUniverse(words: [String]) throws {
        defer { program.discard() }
        let rest = ["--symbol", "IBM", "--universe", "IBM,AAPL"]
        let outcome = try program.run(words + ["SmaCross"] + rest)
        #expect(outcome.status == 64)
        #expect(outcome.complaint.contains("SmaCross compares nothing"), "\(outcome.complaint)")
    }

    @Test("a kernel that cannot be computed is named with its file, and nothing stops hard")
    func impossibleKernel() throws {
        defer { program.discard() }
        for (old, new, complaint) in [
            ("period: 50", "period: 0", "simple-moving-average(period=0) cannot be computed"),
            ("period: 50", "period: 1_000_000_000", "looks back 999,999,999 bars"),
            ("period: 50)", "period: 50).lagged(by: -1)", "error: lag must be ≥ 0, was -1"),
            ("fast = 10", "fast = 600", "600"),
        ] {
            try write(Self.rule().replacing(old, with: new))
            for words in [["backtest"], ["warmup"], ["explain", "--at", "2010-01-04"]] {
                let outcome = try program.run(
                    [words[0], "Mine.swift", "--symbol", "IBM"] + words.dropFirst(),
                    environment: ["XDG_CACHE_HOME": cache.path])
                #expect(outcome.status == 1, "\(outcome.complaint.prefix(300))")
                #expect(outcome.complaint.contains("Mine.swift:3: "), "\(outcome.complaint)")
                #expect(outcome.complaint.contains(complaint), "\(outcome.complaint)")
            }
        }
    }

    @Test("a file that is not there is said, with what writes one")
    func missing() throws {
        defer { program.discard() }
        let outcome = try run("backtest", "Nowhere.swift")
        #expect(outcome.status == 1)
        #expect(outcome.complaint.contains("there is no file Nowhere.swift"))
        #expect(outcome.complaint.contains("new strategy"))
    }

    @Test("a new strategy needs a name of its own, and writes over nothing")
    func newNames() throws {
        defer { program.discard() }
        for (name, words) in [
            ("mine", "capital letter"), ("SmaCross", "already"), ("Bars", "MyBars"),
            ("Condition", "means something else"), ("Double", "means something else"),
        ] {
            let outcome = try run("new", "strategy", name)
            #expect(outcome.status == 64 && outcome.complaint.contains(words))
        }
        try write("kept", to: "Mine.swift")
        let outcome = try run("new", "strategy", "Mine", "--folder", ".")
        #expect(outcome.status == 1 && outcome.complaint.contains("is there already"))
        let dry = try run("new", "strategy", "Other", "--folder", ".", "--dry-run")
        #expect(dry.status == 0 && dry.output.contains("would write"))
        let other = program.folder.appending(path: "Other.swift")
        #expect(!FileManager.default.fileExists(atPath: other.path))
    }
}
