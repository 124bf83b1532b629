import Foundation
import Testing

/// `finstage sweep` by its program.
@Suite("Sweeps by command")
struct SweepCommandTests {
    private let program: Program

    init() throws { program = try Program() }

    private static let grid = [
        "sweep", "SmaCross", "--param", "fast=5...20:5", "--param", "slow=[20,50]", "--constraint",
        "fast < slow", "--symbol", "AAPL,IBM", "--quiet",
    ]

    @Test("the best cell is what a backtest of it says, and threads change no byte")
    func best() throws {
        defer { program.discard() }
        let one = try program.run(Self.grid + ["--csv", "--threads", "1"])
        let two = try program.run(Self.grid + ["--csv", "--threads", "2"])
        #expect(one.status == 0 && one.output == two.output, "\(one.complaint)")
        #expect(one.output.split(separator: "\n").count == 8)
        let text = try program.run(Self.grid + ["--json", "--top", "1"]).output
        let document = try #require(
            JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
        #expect(document["cells"] as? Int == 7 && document["backtests"] as? Int == 14)
        #expect((document["trials"] as? Int ?? 0) >= 7)
        let best = try #require((document["best"] as? [[String: Any]])?.first)
        let settings = try #require(best["parameters"] as? [String: String])
        let words = settings.flatMap { ["--param", "\($0.key)=\($0.value)"] }
        let run = try program.run(
            ["backtest", "SmaCross", "--symbol", "AAPL,IBM", "--quiet", "--reports", "none"]
                + words + ["--json"])
        let runs = try #require(
            JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
        let rows = try #require(runs["rows"] as? [[String: Any]])
        let ratios = rows.filter { $0["kind"] as? String == "run" }
            .compactMap { $0["sharpe_annualized"] as? Double }
        let sharpe = try #require(best["sharpe_annualized"] as? Double)
        #expect(ratios.count == 2)
        #expect(abs(ratios.reduce(0, +) / 2 - sharpe) < 1e-9)
    }

    @Test(
        "a search draws the same cells again",
        arguments: ["random", "latin-hypercube", "sobol", "tpe"])
    func methods(name: String) throws {
        defer { program.discard() }
        let words = [
            "sweep", "RsiReversal", "--param", "period=5...30", "--symbol", "IBM", "--quiet",
            "--method", name, "--cells", "9", "--seed", "3", "--csv",
        ]
        let first = try program.run(words)
        #expect(first.status == 0, "\(first.complaint)")
        #expect(first.output.split(separator: "\n").count == 10)
        #expect(try program.run(words + ["--threads", "1"]).output == first.output)
    }

    @Test("a dry run says how many, and writes no trial")
    func dryRun() throws {
        defer { program.discard() }
        let dry = try program.run(Self.grid + ["--dry-run"])
        #expect(dry.output == "7 cells × 2 symbols: 14 backtests\n")
        #expect(try program.run("runs", "trials").output.contains("SmaCross") == false)
    }

    @Test(
        "what makes no sense is refused, with its remedy",
        arguments: [
            (["--param", "quick=5...10"], "quick"), (["--param", "fast=5...51:4"], "5...51:4"),
            (["--param", "fast=[]"], "fast"), ([], "needs an axis"),
            (["--param", "fast=5...10", "--constraint", "fast > 20"], "fast > 20"),
            (["--param", "fast=5...10", "--constraint", "fast <"], "fast <"),
            (
                [
                    "--param", "fast=2...400", "--param", "slow=3...1000", "--param",
                    "fast=2...4",
                ], "fast"
            ),
            (["--param", "fast=5...10", "--objective", "sharp_ratio"], "sharp_ratio"),
            (["--param", "fast=5...10", "--method", "sobol"], "how many"),
            (["--param", "fast=5...10", "--method", "annealing"], "annealing"),
        ])
    func badInput(words: [String], complaint: String) throws {
        defer { program.discard() }
        let run = try program.run(["sweep", "SmaCross", "--symbol", "IBM", "--quiet"] + words)
        #expect(run.status == 64, "\(run.output)")
        #expect(run.complaint.contains(complaint), "\(run.complaint)")
    }

    @Test("another seed tries other cells, and the ledger counts them; the same again adds none")
    func trials() throws {
        defer { program.discard() }
        func known(_ seed: Int) throws -> Int {
            let run = try program.run(
                [
                    "sweep", "SmaCross", "--param", "fast=5...300", "--method", "random", "--cells",
                    "10", "--symbol", "MSFT", "--quiet", "--json", "--seed", "\(seed)",
                ])
            let document = try #require(
                JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
            return try #require(document["trials"] as? Int)
        }
        #expect(try [known(1), known(2), known(1)] == [10, 20, 20])
    }

    @Test("no cell with a score ends with 1, and values out of range are refused beforehand")
    func nothingFound() throws {
        defer { program.discard() }
        let short = try program.run(
            "sweep", "SmaCross", "--param", "fast=5...10", "--symbol", "AAPL", "--to", "2013-01-05",
            "--quiet")
        #expect(short.status == 1 && short.complaint.contains("no cell has a known"))
        let wide = try program.run(
            "sweep", "SmaCross", "--param", "fast=300...500:50", "--symbol", "AAPL", "--dry-run")
        #expect(wide.status == 64 && wide.complaint.contains("500"), "\(wide.complaint)")
        let folder = try program.run(
            "sweep", "SmaCross", "--param", "fast=5...10", "--symbol", "AAPL", "--output",
            "/proc/none")
        #expect(folder.status == 1 && folder.complaint.contains("--output /proc/none"))
    }

    @Test("a rule of weights has one account, and is not swept")
    func weights() throws {
        defer { program.discard() }
        let run = try program.run("sweep", "RiskParity", "--param", "period=20...60:20")
        #expect(run.status == 64 && run.complaint.contains("weights"))
    }
}
