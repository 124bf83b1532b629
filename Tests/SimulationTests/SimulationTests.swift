import Foundation
import Simulation
import Testing

@Suite("Simulation")
struct SimulationTests {
    private let folder = FileManager.default.temporaryDirectory
        .appending(path: "finstage-simulation-\(UUID().uuidString)")

    @Test("what happens to the runner changes no signal and no bit", arguments: 0..<12)
    func law(block: Int) throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        var total = SimulationOutcome()
        for seed in (block * 5)..<(block * 5 + 5) {
            let world = SimulatedWorld(seed: UInt64(seed), barCount: 60, folder: folder)
            let outcome = try world.run()
            if !outcome.isClean { Issue.record("\(world.shrunk()): \(outcome.remarks.prefix(5))") }
            total.add(outcome)
        }
        #expect(total.isClean)
        #expect(total.signals > 50 && total.faults > 3, "\(total)")
    }

    @Test("each kind of trouble alone", arguments: Chaos.kinds.map(\.name))
    func kind(name: String) throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        let kind = try #require(Chaos.kinds.first { $0.name == name }).kind
        for seed in 100..<104 {
            let outcome = try SimulatedWorld(
                seed: UInt64(seed), barCount: 60, chaos: kind, folder: folder
            ).run()
            #expect(outcome.isClean, "\(outcome.remarks.prefix(5))")
            #expect(outcome.signals > 5)
        }
    }

    @Test("every kind of trouble happens in a few seeds, at many places")
    func happens() {
        defer { try? FileManager.default.removeItem(at: folder) }
        var total = SimulationOutcome()
        for seed in 200..<212 {
            total.add(SimulatedWorld(seed: UInt64(seed), folder: folder).outcome())
        }
        for (name, _) in Chaos.kinds {
            #expect(total.happened[name, default: 0] > 0, "\(name): \(total.happened)")
        }
        #expect(total.isClean, "\(total.remarks.prefix(5))")
    }

    @Test("what fails is shrunk to the troubles that it needs and to few bars")
    func shrinks() {
        let found = SimulatedWorld.shrunk(.all, 80) { chaos, count in
            chaos.isSuperset(of: [.gaps, .kills]) && count >= 17
        }
        #expect(found.chaos == [.gaps, .kills] && (17...22).contains(found.barCount))
    }

    @Test("an error that no fault explains is counted with its seed, and shrunk")
    func errors() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        try Data().write(to: folder)
        let world = SimulatedWorld(seed: 5, barCount: 20, folder: folder)
        let outcome = world.outcome()
        #expect(outcome.errors == 1 && !outcome.isClean)
        #expect(outcome.remarks.first?.hasPrefix("seed 5: ") == true, "\(outcome.remarks)")
        #expect(world.shrunk() == "seed 5 fails with 4 bars and no chaos", "\(world.shrunk())")
    }

    @Test("a seed gives the same world twice")
    func repeats() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        let first = try SimulatedWorld(seed: 7, folder: folder).run()
        #expect(try SimulatedWorld(seed: 7, folder: folder).run() == first)
    }
}
