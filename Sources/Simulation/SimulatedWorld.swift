import Database
import Foundation
import Live
import MarketData
import Promotions
import Synchronization
import Telemetry

/// One seed's world: a market, a runner that is killed and started again, and the verdict.
public struct SimulatedWorld {
    private let seed: UInt64
    private let barCount: Int
    private let chaos: Chaos
    private let folder: URL

    /// A world.
    ///
    /// - Parameters:
    ///   - seed: decides everything.
    ///   - barCount: the live bars of each instrument.
    ///   - chaos: what may happen.
    ///   - folder: where its journal lies while it runs.
    public init(seed: UInt64, barCount: Int = 80, chaos: Chaos = .all, folder: URL) {
        (self.seed, self.barCount, self.chaos) = (seed, barCount, chaos)
        self.folder = folder.appending(path: "seed-\(seed)")
    }

    /// Runs the world to its end. An error that no fault explains counts as one, with the seed.
    public func outcome() -> SimulationOutcome {
        do { return try run() } catch {
            var outcome = SimulationOutcome()
            (outcome.seeds, outcome.errors) = (1, 1)
            outcome.remarks = ["seed \(seed): \(error)"]
            return outcome
        }
    }

    /// Runs the world to its end.
    public func run() throws -> SimulationOutcome {
        try? FileManager.default.removeItem(at: folder)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        var dice = SplitMix64(seed: seed)
        let market = SimulatedMarket(barCount: barCount, chaos: chaos, dice: &dice)
        let promotions = try SimulatedPromotions.all(market)
        var life = try SimulatedLife(market, promotions, chaos, folder, dice)
        try life.live()
        let journal = try JournalDatabase(folder: folder, isDurable: false)
        let verdict = LiveVerdict(
            histories: market.histories, journal: journal, delivered: life.deliveredKeys)
        var outcome = try verdict.outcome(promotions)
        (outcome.seeds, outcome.faults) = (1, life.faultCount)
        outcome.happened = market.happened.merging(life.happened, uniquingKeysWith: +)
        outcome.remarks = outcome.remarks.map { "seed \(seed): \($0)" }
        return outcome
    }

    /// The smallest chaos and the fewest bars that still break the law, in words.
    public func shrunk() -> String {
        let (kept, count) = Self.shrunk(chaos, barCount) { chaos, count in
            !SimulatedWorld(
                seed: seed, barCount: count, chaos: chaos,
                folder: folder.deletingLastPathComponent()
            ).outcome().isClean
        }
        return "seed \(seed) fails with \(count) bars and \(kept.isEmpty ? "no chaos" : kept.names)"
    }

    /// The smallest chaos and the fewest bars with which something fails.
    package static func shrunk(
        _ chaos: Chaos, _ barCount: Int, fails: (Chaos, Int) -> Bool
    ) -> (chaos: Chaos, barCount: Int) {
        var (kept, count) = (chaos, barCount)
        for (_, kind) in Chaos.kinds where kept.contains(kind) {
            if fails(kept.subtracting(kind), count) { kept.subtract(kind) }
        }
        while count > 4, fails(kept, count * 3 / 4) { count = count * 3 / 4 }
        return (kept, count)
    }
}
