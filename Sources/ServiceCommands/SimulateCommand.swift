import ArgumentParser
import Commands
import Foundation
import MarketData
import Simulation

/// `finstage simulate --seeds N`
struct SimulateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "simulate",
        abstract: "Runs the runner through seeded storms and holds it against the backtest.",
        discussion: """
            Example: finstage simulate --seeds 2000 --json

            Each seed drives duplicates, gaps, reordering, corrections, clock jumps, full disks,
            kills at any point of a write, restarts, folds, splits, and promotions that come and
            go. Status 1 when a signal is lost, doubled or foreign, or an account differs in a
            bit; the seed is printed and shrunk.

            --kills runs a real process instead, over files that grow, and kills it that often at
            random moments; --first is then the seed.
            """)

    @Option(help: "How many seeds.") var seeds = 100
    @Option(help: "The first seed.") var first = 1
    @Option(help: "The live bars of each instrument.") var bars = 80
    @Option(help: "Kill a real process this often, instead of simulating.") var kills = 0
    @Flag(help: "One JSON document on standard output.") var json = false

    func validate() throws {
        guard seeds >= 1, first >= 0, bars >= 2, kills >= 0 else {
            throw wrongWords("--seeds ≥ 1, --first ≥ 0, --bars ≥ 2 and --kills ≥ 0")
        }
    }

    func run() throws {
        try reportingFailure {
            let folder = FileManager.default.temporaryDirectory
                .appending(path: "finstage-simulate-\(ProcessInfo.processInfo.processIdentifier)")
            defer { try? FileManager.default.removeItem(at: folder) }
            let total = kills > 0 ? try killed(in: folder) : simulated(in: folder)
            if json {
                Terminal.result(try ServiceOptions.json(total))
            } else {
                show(total)
            }
            if !total.isClean { throw ExitCode(1) }
        }
    }

    private func killed(in folder: URL) throws -> SimulationOutcome {
        var trial = KillTrial(kills: kills, seed: UInt64(first), folder)
        return try trial.run()
    }

    private func simulated(in folder: URL) -> SimulationOutcome {
        var total = SimulationOutcome()
        var progress = Progress("simulate", total: seeds, isQuiet: false)
        for seed in first..<first + seeds {
            let world = SimulatedWorld(seed: UInt64(seed), barCount: bars, folder: folder)
            let outcome = world.outcome()
            total.add(outcome)
            if !outcome.isClean { Terminal.note(world.shrunk()) }
            progress.report(seed - first + 1)
        }
        progress.finish()
        return total
    }

    private func show(_ total: SimulationOutcome) {
        let subject = kills > 0 ? counted(total.kills, "kill") : counted(total.seeds, "seed")
        Terminal.result(
            "\(subject), \(counted(total.signals, "signal")), \(counted(total.faults, "fault")): "
                + "\(total.lost) lost, \(total.doubled) doubled, \(total.foreign) foreign, "
                + "\(counted(total.parityDifferences, "account")) that differ, "
                + counted(total.errors, "error"))
        for remark in total.remarks.prefix(20) { Terminal.result("  \(remark)") }
    }
}
