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

    @Test("seeds that once broke the law", arguments: [123])
    func regression(seed: Int) throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        let outcome = try SimulatedWorld(seed: UInt64(seed), folder: folder).run()
        #expect(outcome.isClean, "\(outcome.remarks)")
    }

    @Test("a seed gives the same world twice")
    func repeats() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        let first = try SimulatedWorld(seed: 7, folder: folder).run()
        #expect(try SimulatedWorld(seed: 7, folder: folder).run() == first)
    }
}
