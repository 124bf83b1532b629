import Foundation
import Testing

/// One account for several symbols, and rules of weights, through the program.
@Suite("One account by command")
struct PortfolioCommandTests {
    private let program: Program

    init() throws { program = try Program() }

    @Test("a run of one account is reproduced, and its tables name each symbol")
    func reproduced() throws {
        defer { program.discard() }
        let run = try program.run(
            [
                "backtest", "MomentumRotation", "--portfolio", "--size", "equity:0.33", "--quiet",
                "--output", "out",
            ])
        #expect(run.status == 0 && run.output.contains("portfolio"), "\(run.complaint)")
        let folder = program.folder.appending(path: "out/MomentumRotation/portfolio")
        let trades = try String(
            contentsOf: folder.appending(path: "trades.csv"), encoding: .utf8)
        #expect(trades.contains(",delisting,") && trades.contains(",NVDA\n"))
        let positions = try String(
            contentsOf: folder.appending(path: "positions.csv"), encoding: .utf8)
        #expect(positions.hasPrefix("time,quantity,symbol\n") && positions.contains(",AAPL\n"))
        #expect(run.output.contains("IBM ends 2013-03-01"))
        let again = try program.run("runs", "reproduce", "last")
        #expect(again.status == 0, "\(again.complaint)\(again.output)")
        let written = try program.run(
            "backtest", "--run", "out/MomentumRotation.run.yaml", "--quiet", "--reports", "none")
        #expect(written.status == 0 && written.output.contains("portfolio"))
    }

    @Test("where nobody named a rule of weights, what it cannot be given leaves it out")
    func leftOut() throws {
        defer { program.discard() }
        let sized = try program.run(
            "backtest", "--size", "fraction:0.5", "--symbol", "IBM", "--reports", "none")
        #expect(sized.status == 0 && sized.complaint.contains("left out: RiskParity"))
        let named = try program.run("backtest", "RiskParity", "--size", "fraction:0.5")
        #expect(named.status == 64 && named.complaint.contains("leave --size out"))
        let rows = (1...30).map { "2020-01-\($0 < 10 ? "0" : "")\($0),1,1,1,1,1\n" }.joined()
        let file = program.folder.appending(path: "coin.csv")
        try Data(("date,open,high,low,close,volume\n" + rows).utf8).write(to: file)
        let coin = try program.run(
            "data", "import", file.path, "--symbol", "COIN", "--calendar", "24/7")
        #expect(coin.status == 0)
        let mixed = try program.run("backtest", "--symbol", "COIN,IBM", "--reports", "none")
        #expect(mixed.status == 0 && mixed.complaint.contains("left out: RiskParity"))
        let asked = try program.run("backtest", "RiskParity", "--symbol", "COIN,IBM")
        #expect(asked.status == 1 && asked.complaint.contains("one calendar"))
    }

    @Test("a scan tells what is brought to which weight, and the gates take no rule of weights")
    func scan() throws {
        defer { program.discard() }
        let found = try program.run(
            "scan", "RiskParity", "--symbol", "AAPL", "--universe", "AAPL,AMZN,GOOG", "--to",
            "2018-05-01")
        #expect(found.output.contains("long → long (rebalance to "), "\(found.output)")
        let verdict = try program.run("validate", "RiskParity")
        #expect(verdict.status == 64 && verdict.complaint.contains("weights"))
        let explained = try program.run("explain", "RiskParity", "--symbol", "AAPL")
        #expect(explained.status == 0 && explained.complaint.contains("one of its own"))
    }
}
