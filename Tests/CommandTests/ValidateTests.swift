import Foundation
import Testing

/// From the gates to a signed promotion, as a person types it.
@Suite("Validate and promote")
struct ValidateTests {
    private let program: Program

    init() throws { program = try Program() }

    private func service(_ words: String...) throws -> Program.Outcome { try service(words) }

    private func service(_ words: [String]) throws -> Program.Outcome {
        try program.service(
            words,
            environment: ["XDG_CONFIG_HOME": program.folder.appending(path: "keys").path])
    }

    private func trialCount() throws -> Int {
        let outcome = try program.run("runs", "trials", "--json")
        let document = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8))
        return try #require((document as? [String: Any])?["trial_count"] as? Int)
    }

    @Test("a refusal is status 1, and names each gate with value, threshold and reason")
    func refused() throws {
        defer { program.discard() }
        let outcome = try program.run(
            "validate", "SmaCross", "--symbol", "MSFT", "--output", "out")
        #expect(outcome.status == 1, "\(outcome.complaint)")
        #expect(outcome.output.contains("Refused by 6 of 7 gates."))
        #expect(outcome.output.contains("hindsight 1 (≤ 0): 1 of 1 series were chosen"))
        let folder = program.folder.appending(path: "out")
        let page = try String(contentsOf: folder.appending(path: "SmaCross.html"), encoding: .utf8)
        #expect(page.contains("<svg") && page.contains("walk-forward"))
        let json = try Data(contentsOf: folder.appending(path: "SmaCross.gates.json"))
        let document = try JSONSerialization.jsonObject(with: json) as? [String: Any]
        let first = try #require((document?["validations"] as? [[String: Any]])?.first)
        #expect((first["gates"] as? [[String: Any]])?.count == 7)
        #expect(first["passed"] as? Bool == false && first["trial_count"] as? Int == 1)
        #expect(try trialCount() == 1)
    }

    @Test("trials are counted once, whether by backtest or by validate")
    func trials() throws {
        defer { program.discard() }
        let words = ["SmaCross", "--symbol", "IBM", "--output", "out"]
        for _ in 0..<2 { #expect(try program.run(["backtest"] + words).status == 0) }
        _ = try program.run(["validate"] + words)
        #expect(try trialCount() == 1)
        #expect(try program.run(["backtest"] + words + ["--param", "fast=12"]).status == 0)
        _ = try program.run(["validate", "SmaCross", "--symbol", "IBM,MSFT", "--output", "out"])
        #expect(try trialCount() == 3)
        let table = try program.run("runs", "trials").output
        #expect(table.contains("fast=12 slow=50") && table.contains("3 trials, digest of"))
    }

    @Test("a backtest's run.yaml says what to validate, and it is no second trial")
    func runFile() throws {
        defer { program.discard() }
        let run = try program.run(
            "backtest", "SmaCross", "--symbol", "AAPL", "--param", "fast=12", "--risk-free",
            "0.01", "--output", "out")
        #expect(run.status == 0, "\(run.complaint)")
        let outcome = try program.run(
            "validate", "--run", "out/SmaCross.run.yaml", "--accept", "hindsight", "--json",
            "--output", "gates")
        #expect(outcome.status == 1 && outcome.output.contains("\"fast\": \"12\""))
        #expect(try trialCount() == 1)
        let twice = try program.run("validate", "MacdCross", "--run", "out/SmaCross.run.yaml")
        #expect(twice.status == 64 && twice.complaint.contains("leave 'MacdCross' out"))
    }

    @Test("own thresholds, and words that make no sense")
    func thresholds() throws {
        defer { program.discard() }
        let printed = try program.run("validate", "--print-thresholds")
        #expect(printed.status == 0 && printed.output.contains("minimum-trades: 30"))
        let file = program.folder.appending(path: "mine.yaml")
        try printed.output.replacing("buy-and-hold: 0.1", with: "buy-and-hold: -1")
            .write(to: file, atomically: true, encoding: .utf8)
        let words = ["validate", "SmaCross", "--symbol", "AAPL", "--output", "out"]
        let own = try program.run(
            words + ["--thresholds", "mine.yaml", "--accept", "hindsight", "--csv"])
        #expect(own.status == 0, "\(own.output) \(own.complaint)")
        #expect(own.output.contains("SmaCross,buy-and-hold,true,false,"))
        try "minimum-trade: 3\n".write(to: file, atomically: true, encoding: .utf8)
        let wrong = try program.run(words + ["--thresholds", "mine.yaml"])
        #expect(wrong.status == 1 && wrong.complaint.contains("mine.yaml:1: there is no"))
        let gate = try program.run(words + ["--accept", "hindsigth"])
        #expect(gate.status == 64 && gate.complaint.contains("did you mean 'hindsight'?"))
    }

    @Test("promote refuses what the gates refuse, and signs exceptions and the ledger's digest")
    func promote() throws {
        defer { program.discard() }
        let refused = try service("promote", "SmaCross", "--symbol", "AAPL")
        #expect(refused.status == 1 && refused.output.isEmpty)
        #expect(refused.complaint.contains("buy-and-hold -0."))
        #expect(refused.complaint.contains("hindsight 1 (≤ 0)"))
        let outcome = try service(
            "promote", "SmaCross", "--symbol", "AAPL", "--accept", "hindsight", "--accept",
            "buy-and-hold")
        #expect(outcome.status == 0, "\(outcome.complaint)")
        #expect(outcome.output.contains("accepted nevertheless: buy-and-hold; hindsight"))
        let id = String(try #require(outcome.output.split(separator: "\n").first))
        let shown = try service("promotions", "show", id)
        let document = try JSONSerialization.jsonObject(with: Data(shown.output.utf8))
        let manifest = try #require(document as? [String: Any])
        #expect((manifest["gates"] as? [Any])?.count == 7)
        #expect(manifest["accepted"] as? [String] == ["buy-and-hold", "hindsight"])
        let trials = try program.run("runs", "trials", "--json").output
        let digest = try #require(manifest["trialsDigest"] as? String)
        #expect(digest.count == 64 && trials.contains(digest))
        #expect(try service("promotions", "verify").status == 0)
        // Weaker thresholds pass it, and everything says so; the older one is renewed.
        let file = program.folder.appending(path: "loose.yaml")
        try "buy-and-hold: -10\n".write(to: file, atomically: true, encoding: .utf8)
        let words = ["promote", "SmaCross", "--symbol", "AAPL", "--accept"]
        let loose = try service(words + ["hindsight,walk-forward", "--thresholds", file.path])
        #expect(loose.status == 0, "\(loose.complaint)")
        let own = "buy-and-hold, passed only at own thresholds: ≥ -10.00, default ≥ 0.10"
        #expect(loose.output.contains(own) && loose.output.contains("renews     \(id)"))
        // What was taken back is promoted again only with a word.
        #expect(try service("promotions", "demote", id, "--reason", "no good").status == 0)
        let again = try service(words + ["hindsight,buy-and-hold"])
        #expect(again.status == 1 && again.complaint.contains("no good"), "\(again.complaint)")
        let meant = try service(words + ["hindsight,buy-and-hold", "--again"])
        #expect(meant.status == 0 && meant.output.contains("; demoted"), "\(meant.output)")
    }
}
