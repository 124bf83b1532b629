import Foundation
import Testing

/// Commands on rules that compare a universe.
@Suite("Universes on the command line")
struct UniverseCommandTests {
    private let program: Program

    init() throws { program = try Program() }

    private func rows(_ words: String...) throws -> [[String: Any]] {
        let outcome = try program.run(["backtest", "DualMomentum", "--json", "--quiet"] + words)
        try #require(outcome.status == 0, "\(outcome.complaint)")
        let json = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8))
        return try #require((json as? [String: Any])?["rows"] as? [[String: Any]])
    }

    private func gain(_ row: [String: Any]) -> Double? {
        row["total_return_fraction"] as? Double
    }

    @Test("what is traded does not change what is compared; the universe does")
    func selection() throws {
        defer { program.discard() }
        let alone = try rows("--symbol", "NVDA")
        let among = try rows().first { $0["symbol"] as? String == "NVDA" }
        let few = try rows("--symbol", "NVDA", "--universe", "NVDA,META")
        try #require(alone.count == 1 && few.count == 1)
        let whole = try #require(among)
        #expect(gain(alone[0]) != nil && gain(alone[0]) == gain(whole))
        #expect(gain(alone[0]) != gain(few[0]))
    }

    @Test("an instrument outside the universe is refused with the remedy")
    func outside() throws {
        defer { program.discard() }
        let outcome = try program.run(
            ["backtest", "DualMomentum", "--symbol", "NVDA", "--universe", "META,AAPL"])
        #expect(outcome.status == 1)
        #expect(outcome.complaint.contains("NVDA is none of them; add it to --universe"))
        let empty = try program.run(["backtest", "DualMomentum", "--universe", ","])
        #expect(empty.status == 64 && empty.complaint.contains("--universe is empty"))
    }

    @Test("a run names its universe, and is reproduced among the same members")
    func reproduced() throws {
        defer { program.discard() }
        let run = try program.run(
            ["backtest", "DualMomentum", "--symbol", "NVDA", "--universe", "NVDA,META,AAPL"])
        #expect(run.status == 0, "\(run.complaint)")
        let again = try program.run(["runs", "reproduce", "last"])
        #expect(again.status == 0, "\(again.complaint)\(again.output)")
    }

    @Test(
        "research commands look at one member among all",
        arguments: [
            ["explain", "DualMomentum", "--symbol", "NVDA", "--at", "2021-03-01"],
            ["nodes", "DualMomentum", "--symbol", "NVDA", "--csv"],
            ["replay", "DualMomentum", "--symbol", "NVDA"],
            ["lookahead", "DualMomentum", "--symbol", "NVDA", "--cuts", "3"],
            ["warmup", "MomentumRotation", "--symbol", "NVDA"],
            ["scan", "DualMomentum"],
        ])
    func research(words: [String]) throws {
        defer { program.discard() }
        let outcome = try program.run(words)
        #expect(outcome.status == 0, "\(outcome.complaint)\(outcome.output.suffix(500))")
        #expect(!outcome.output.isEmpty)
    }
}
