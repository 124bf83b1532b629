import ArgumentParser
import Backtesting
import Commands
import MarketData
import Reporting

extension VerifyCommand {
    /// `finstage verify lookahead`
    struct Lookahead: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Holds the trial for look-ahead to planted leaks and to look-alikes.",
            discussion: """
                Example: finstage verify lookahead

                Each leak is data that knows the future, as careless preparation makes it; the
                trial of 'finstage lookahead' has to find it. Each look-alike is honest; the trial
                has to pass it. Status 1 when one is judged wrongly.
                """)

        @Option(help: "How many cuts, spread over the history.") var cuts = 40
        @Flag(help: "Print only the last line.") var quiet = false
        @Flag(help: "One JSON document on standard output.") var json = false

        func validate() throws {
            if cuts < 1 { throw wrongWords("--cuts must be ≥ 1, was \(cuts)") }
        }

        func run() throws {
            let verdicts = LeakCase.all.map { leak in
                LeakVerdict(leak: leak, trial: leak.trial(cutCount: cuts))
            }
            if json {
                Terminal.result(JSONValue.array(verdicts.map(\.json)).document)
            } else {
                if !quiet { for verdict in verdicts { Terminal.result(verdict.line) } }
                let (leaks, others) = (
                    verdicts.filter(\.leak.isLeak), verdicts.filter { !$0.leak.isLeak }
                )
                Terminal.result(
                    "\(leaks.count(where: \.isRight)) of \(counted(leaks.count, "leak")) caught, "
                        + "\(others.count(where: \.isRight)) of "
                        + "\(counted(others.count, "look-alike")) clean")
            }
            if !verdicts.allSatisfy(\.isRight) { throw ExitCode(1) }
        }
    }
}

/// What the trial said of a case.
private struct LeakVerdict {
    let leak: LeakCase
    let trial: PoisonTrial

    /// True for a leak that was found, and for a look-alike in which nothing was.
    var isRight: Bool { leak.isLeak == (trial.difference != nil) }

    private var verdict: String {
        switch (leak.isLeak, isRight) {
        case (true, true): "caught"
        case (true, false): "MISSED"
        case (false, true): "clean"
        case (false, false): "ACCUSED"
        }
    }

    private var evidence: String {
        guard let difference = trial.difference else {
            return "\(counted(trial.valueCount, "value")) equal to the bit"
        }
        return "bar \(difference.row) is another when what closes after bar \(difference.cut) is "
            + difference.poison
    }

    var line: String { "\(verdict)  \(leak.name): \(leak.text); \(evidence)" }

    var json: JSONValue {
        .object([
            .init("name", .text(leak.name)), .init("text", .text(leak.text)),
            .init("is_leak", .boolean(leak.isLeak)), .init("verdict", .text(verdict.lowercased())),
            .init("cuts", .integer(trial.cuts.count)),
            .init("values_compared", .integer(trial.valueCount)),
            .init("row", trial.difference.map { .integer($0.row) } ?? .text(nil)),
            .init("cut", trial.difference.map { .integer($0.cut) } ?? .text(nil)),
            .init("poison", .text(trial.difference?.poison)),
        ])
    }
}
