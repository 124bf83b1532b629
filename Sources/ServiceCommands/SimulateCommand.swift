import ArgumentParser
import Commands
import Foundation
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
            """)

    @Option(help: "How many seeds.") var seeds = 100
    @Option(help: "The first seed.") var first = 1
    @Option(help: "The live bars of each instrument.") var bars = 80
    @Flag(help: "One JSON document on standard output.") var json = false

    func validate() throws {
        guard seeds >= 1, first >= 0, bars >= 2 else {
            throw wrongWords("--seeds ≥ 1, --first ≥ 0 and --bars ≥ 2")
        }
    }

    func run() throws {
        try reportingFailure {
            let folder = FileManager.default.temporaryDirectory
                .appending(path: "finstage-simulate-\(ProcessInfo.processInfo.processIdentifier)")
            defer { try? FileManager.default.removeItem(at: folder) }
            var total = SimulationOutcome()
            for seed in first..<first + seeds {
                let world = SimulatedWorld(seed: UInt64(seed), barCount: bars, folder: folder)
                let outcome = try world.run()
                total.add(outcome)
                if !outcome.isClean { Terminal.note(world.shrunk()) }
            }
            if json {
                Terminal.result(try ServiceOptions.json(total))
            } else {
                Terminal.result(
                    "\(total.seeds) seeds, \(total.signals) signals, \(total.faults) faults: "
                        + "\(total.lost) lost, \(total.doubled) doubled, \(total.foreign) "
                        + "foreign, \(total.parityDifferences) accounts that differ")
                for remark in total.remarks.prefix(20) { Terminal.result("  \(remark)") }
            }
            if !total.isClean { throw ExitCode(1) }
        }
    }
}
