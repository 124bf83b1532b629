import Foundation
import Testing

/// The commands of the README, and the mistakes that people make with them.
@Suite("Commands")
struct CommandTests {
    private let program: Program

    init() throws { program = try Program() }

    private func reports(_ name: String) -> URL { program.folder.appending(path: name) }

    @Test("one strategy on one symbol: table, files, page, and the same bytes when repeated")
    func backtest() throws {
        defer { program.discard() }
        let clock = ["SOURCE_DATE_EPOCH": "1700000000"]
        for (name, threads) in [("one", "1"), ("two", "3")] {
            let outcome = try program.run(
                "backtest", "sma-cross", "--symbol", "MSFT", "--output", name, "--threads",
                threads, environment: clock)
            #expect(outcome.status == 0, "\(outcome.complaint)")
            #expect(outcome.output.contains("SmaCross") && outcome.output.contains("hindsight"))
        }
        for file in ["trades.csv", "equity.csv"] {
            let path = "SmaCross/MSFT/\(file)"
            let one = try Data(contentsOf: reports("one").appending(path: path))
            #expect(one.count > 500)
            #expect(try one == Data(contentsOf: reports("two").appending(path: path)))
        }
        let page = try String(
            contentsOf: reports("one").appending(path: "SmaCross.html"), encoding: .utf8)
        #expect(page.contains("<svg") && !page.contains("src=\"http"))
        let equity = try String(
            contentsOf: reports("one").appending(path: "SmaCross/MSFT/equity.csv"), encoding: .utf8)
        #expect(equity.split(separator: "\n").count == 3_271)
    }

    @Test("a split that the run knows is no crash; one that it does not know is")
    func split() throws {
        defer { program.discard() }
        func worstDay(_ adjusted: String) throws -> Double {
            let outcome = try program.run(
                "backtest", "SmaCross", "--symbol", "MSFT", "--adjusted", adjusted, "--output",
                adjusted)
            #expect(outcome.status == 0, "\(outcome.complaint)")
            let text = try String(
                contentsOf: reports(adjusted).appending(path: "SmaCross/MSFT/equity.csv"),
                encoding: .utf8)
            let held = text.split(separator: "\n").dropFirst().compactMap {
                Double($0.split(separator: ",", omittingEmptySubsequences: false)[3])
            }
            return zip(held, held.dropFirst()).map { $1 / $0 - 1 }.min() ?? 0
        }
        #expect(try worstDay("none") < -0.47)
        #expect(try worstDay("splits") > -0.2)
    }

    @Test("JSON on standard output is one document, and nothing else")
    func json() throws {
        defer { program.discard() }
        let outcome = try program.run(
            "backtest", "RsiReversal", "--symbol", "SPX", "--json", "--output", "out")
        #expect(outcome.status == 0, "\(outcome.complaint)")
        _ = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8))
    }

    @Test("replay is clean, and a second run resumes its journal")
    func replay() throws {
        defer { program.discard() }
        for _ in 0..<2 {
            let outcome = try program.run("replay", "AdxTrend", "--symbol", "MSFT,AAPL")
            #expect(outcome.status == 0, "\(outcome.complaint)")
            #expect(outcome.output.contains("equal to the bit"))
        }
    }

    @Test(
        "a mistaken word: status 64, its place, and the remedy",
        arguments: [
            (["backtest", "SmaCros"], "did you mean 'SmaCross'"),
            (["backtest", "SmaCross", "--param", "quick=3"], "it has fast, slow"),
            (["backtest", "SmaCross", "--param", "fast=0"], "2...400"),
            (["backtest", "SmaCross", "--param", "fast"], "NAME=VALUE"),
            (["backtest", "--param", "fast=3"], "one strategy"),
            (["backtest", "--size", "half"], "all-in"),
            (["backtest", "--commission", "-1"], "commission"),
            (["backtest", "--from", "2020-02-31"], "2020-02-31"),
            (["backtest", "--from", "2020-02-03", "--to", "2019-01-01"], "exchange them"),
            (["backtest", "--preset", "zipline"], "vectorbt"),
            (["backtest", "--adjusted", "half"], "splits"),
            (["backtest", "--fill", "never"], "next-open"),
            (["backtest", "--cash", "0"], "> 0"),
            (["backtest", "--output", ""], "--output is empty"),
            (["backtest", "--threads", "0"], "≥ 1"),
            (["backtest", "--symbol", ","], "--symbol is empty"),
            (["backtest", "--interval", "fortnight"], "1d"),
            (["backtest", "SmaCross", "--size", "risk:0.01"], "needs a stop"),
            (["data", "import", "x.csv", "--interval", "2y"], "1d"),
            (["backtest", "--colour"], "--colour"),
            (["bakctest"], "bakctest"),
        ])
    func mistakes(arguments: [String], remedy: String) throws {
        defer { program.discard() }
        let outcome = try program.run(under: [], arguments)
        #expect(outcome.status == 64, "\(outcome.complaint)")
        #expect(outcome.complaint.contains(remedy), "\(outcome.complaint)")
        #expect(outcome.output.isEmpty)
    }

    @Test("a symbol or a range that is not there: status 1 and what is there")
    func absent() throws {
        defer { program.discard() }
        let symbol = try program.run("backtest", "SmaCross", "--symbol", "MSTF")
        #expect(symbol.status == 1 && symbol.complaint.contains("MSFT"), "\(symbol.complaint)")
        let range = try program.run(
            "backtest", "SmaCross", "--symbol", "MSFT", "--from", "2030-01-01")
        #expect(range.status == 1 && range.complaint.contains("2013-03-01"), "\(range.complaint)")
    }

    @Test("every command has help with an example")
    func help() throws {
        defer { program.discard() }
        for command in [
            "backtest", "replay", "data", "indicators", "strategies", "verify", "version",
        ] {
            let outcome = try program.run("help", command)
            #expect(outcome.status == 0 && outcome.output.contains("Example"), "\(command)")
        }
        let overview = try program.run()
        #expect(overview.status == 0 && overview.output.contains("finstage backtest"))
    }

    @Test("one program shows, whichever of them is asked")
    func oneProgram() throws {
        defer { program.discard() }
        let help = try program.run("--help")
        let lab = try program.run(under: [], ["--help"], program: "finstage-lab")
        #expect(help.output == lab.output && help.output.contains("\n  indicators "))
        let verbs = try program.run("help", "verify")
        #expect(verbs.output.contains("USAGE: finstage verify <subcommand>"), "\(verbs.output)")
        let words = try program.run("--generate-completion-script", "bash")
        #expect(words.status == 0)
        for verb in ["backtest", "record", "lookahead"] { #expect(words.output.contains(verb)) }
        let live = try program.run("promote", "--help")
        #expect(live.output.contains("USAGE: finstage promote"), "\(live.complaint)")
    }

    @Test("a program that is not beside this one is named, with the remedy")
    func missingProgram() throws {
        defer { program.discard() }
        let alone = program.folder.appending(path: "finstage")
        try FileManager.default.copyItem(at: program.executable, to: alone)
        let outcome = try program.run(alone, ["indicators", "list"], [:])
        #expect(outcome.status == 1 && outcome.output.isEmpty)
        for words in ["indicators", "finstage-lab", "No such file", "Scripts/install"] {
            #expect(outcome.complaint.contains(words), "\(outcome.complaint)")
        }
    }

    /// Processors that this one can be made to look like.
    static let processors: [(name: String, emulator: [String], environment: [String: String])] =
        [
            (
                "without AVX2 and FMA", [],
                ["GLIBC_TUNABLES": "glibc.cpu.hwcaps=-AVX2,-FMA,-AVX512F"]
            )
        ] + (hasEmulator ? [("Nehalem", ["qemu-x86_64", "-cpu", "Nehalem"], [:])] : [])

    private static var hasEmulator: Bool {
        FileManager.default.isExecutableFile(atPath: "/usr/bin/qemu-x86_64")
    }

    @Test(
        "kernels, signals and accounts have the same bits on another processor",
        arguments: processors.map(\.name))
    func otherProcessor(name: String) throws {
        defer { program.discard() }
        let other = try #require(Self.processors.first { $0.name == name })
        let kernels = try program.run("indicators", "list")
        #expect(kernels.output.split(separator: "\n").count > 30)
        let same = try program.run(
            under: other.emulator, ["indicators", "list"], environment: other.environment,
            program: "finstage-lab")
        #expect(same.output == kernels.output, "\(same.complaint)")
        let words = [
            "backtest", "--symbol", "MSFT", "--from", "2010-01-01", "--reports", "all", "--output",
        ]
        let here = try program.run(words + ["here"])
        let there = try program.run(
            under: other.emulator, words + ["there"], environment: other.environment)
        #expect(here.status == 0 && there.status == 0, "\(there.complaint)")
        let strategies = try FileManager.default.contentsOfDirectory(
            atPath: reports("here").path
        ).filter { !$0.contains(".") }
        let listed = try program.run("strategies", "list").output.split(separator: "\n")
        #expect(strategies.count == listed.count && !listed.isEmpty)
        for strategy in strategies {
            // A rule of weights has one account, whatever symbols it trades.
            let symbol = strategy == "RiskParity" ? "portfolio" : "MSFT"
            for file in ["trades.csv", "orders.csv", "equity.csv"] {
                let path = "\(strategy)/\(symbol)/\(file)"
                #expect(
                    try Data(contentsOf: reports("here").appending(path: path))
                        == Data(contentsOf: reports("there").appending(path: path)), "\(path)")
            }
        }
    }

    @Test(
        "an emulator of an old processor is here",
        .enabled(if: hasEmulator, "install qemu-user for the law on an old processor"))
    func emulator() { #expect(Self.processors.count == 2) }

    @Test("reference figures: one that differs hides nothing, and the status says so")
    func referenceFigures() throws {
        defer { program.discard() }
        let golden = program.folder.appending(path: "golden")
        try FileManager.default.copyItem(
            at: program.folder.appending(path: "project/Tests/Golden/metrics")
                .resolvingSymlinksInPath(), to: golden)
        #expect(try program.run("verify", "metrics", "--golden", "golden").status == 0)
        let url = golden.appending(path: "metrics.json")
        let text = try String(contentsOf: url, encoding: .utf8)
            .replacing("\"cagr\": 0.1438", with: "\"cagr\": 0.1437")
        try text.write(to: url, atomically: true, encoding: .utf8)
        let outcome = try program.run("verify", "metrics", "--golden", "golden")
        #expect(outcome.status == 1)
        let line = "AAPL-vs-SPX/quantstats: 1 of 43 figures differ; not ours: autocorr_penalty,"
        #expect(outcome.output.contains(line), "\(outcome.output)")
        #expect(outcome.output.contains("213 of 214 reference figures agree"))
    }
}
