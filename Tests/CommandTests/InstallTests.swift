import Foundation
import Testing

/// An installed copy works on its own: from any folder, without the project and without a home.
@Suite("The installed program")
struct InstallTests {
    private let folder: URL
    private let prefix: URL

    init() throws {
        folder = FileManager.default.temporaryDirectory
            .appending(path: "finstage-install-\(UUID().uuidString)")
        prefix = folder.appending(path: "prefix")
        try FileManager.default.createDirectory(
            at: folder.appending(path: "elsewhere"), withIntermediateDirectories: true)
    }

    private func run(_ program: URL, _ arguments: String...) throws -> Program.Outcome {
        try Program.run(
            program, arguments, in: folder.appending(path: "elsewhere"),
            environment: ["PATH": "/usr/bin:/bin", "HOME": ""])
    }

    private func install() throws {
        let outcome = try run(
            Program.root.appending(path: "Scripts/install"), "--no-build", "--prefix", prefix.path)
        try #require(outcome.status == 0, "\(outcome.complaint)")
    }

    private var finstage: URL { prefix.appending(path: "bin/finstage") }

    @Test("finds data, strategies and golden files beside itself")
    func works() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        try install()
        let indicators = try run(finstage, "indicators", "verify", "--quiet", "--report", "csv")
        #expect(indicators.status == 0, "\(indicators.complaint)")
        let metrics = try run(finstage, "verify", "metrics", "--quiet")
        #expect(metrics.status == 0 && metrics.output.contains("reference figures agree"))
        let list = try run(finstage, "indicators", "list")
        #expect(list.status == 0 && list.output.contains("RSI"))
        let backtest = try run(finstage, "backtest", "SmaCross", "--symbol", "MSFT")
        #expect(backtest.status == 0, "\(backtest.complaint)")
        let file = "share/finstage/Strategies/SmaCross.swift"
        let alone = try Program.run(
            finstage, ["backtest", prefix.appending(path: file).path, "--symbol", "MSFT"],
            in: folder.appending(path: "elsewhere"),
            environment: ["PATH": "/usr/bin:/bin", "XDG_CACHE_HOME": folder.path])
        #expect(alone.status == 0 && alone.complaint.contains("compiled"), "\(alone.complaint)")
        func table(_ outcome: Program.Outcome) -> Substring? {
            outcome.output.split(separator: "\n").first { $0.hasPrefix("SmaCross") }
        }
        #expect(table(alone) == table(backtest))
        let here = folder.appending(path: "elsewhere")
        let made = try FileManager.default.contentsOfDirectory(atPath: here.path).sorted()
        #expect(made == [".finstage", "Reports"])
        let service = try run(finstage, "signals")
        #expect(service.status == 0, "\(service.complaint)")
    }

    @Test("without its golden files it says how to get them")
    func incomplete() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        try install()
        let golden = prefix.appending(path: "share/finstage/golden/indicators")
        try FileManager.default.removeItem(at: golden)
        let outcome = try run(finstage, "indicators", "verify", "--quiet")
        #expect(outcome.status == 1)
        for words in [golden.path, "Scripts/install --prefix", "FINSTAGE_ROOT", "--golden"] {
            #expect(outcome.complaint.contains(words), "\(outcome.complaint)")
        }
    }

    @Test("holds nothing of the tests but golden files, and a second time nothing of the first")
    func contents() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        try install()
        let share = prefix.appending(path: "share/finstage")
        let stale = share.appending(path: "Strategies/Stale.swift")
        try "".write(to: stale, atomically: true, encoding: .utf8)
        try install()
        let names = try FileManager.default.contentsOfDirectory(atPath: share.path).sorted()
        let folders = ["Datasets", "LICENSE", "Strategies", "docs", "finstage_reader.py", "golden"]
        #expect(names == folders + ["modules"])
        #expect(!FileManager.default.fileExists(atPath: stale.path))
    }

    @Test("is not installed where no folder is named", arguments: [[], ["--prefix"], ["--prefx"]])
    func wrongWords(arguments: [String]) throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        let script = Program.root.appending(path: "Scripts/install")
        let outcome = try Program.run(script, arguments, in: folder, environment: [:])
        #expect(outcome.status == 64 && outcome.complaint.contains("--prefix DIR"))
    }
}
