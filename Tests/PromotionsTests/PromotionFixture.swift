import Digests
import Foundation
import MarketData
import Promotions
import Signals
import Strategies
import Trading

/// A store folder and a configuration folder of their own, with a manifest to sign.
struct PromotionFixture {
    let folder: URL
    let ring: KeyRing
    let registry: Registry
    let now = Timestamp(microseconds: 1_700_000_000_000_000)

    init() throws {
        folder = FileManager.default.temporaryDirectory
            .appending(path: "finstage-promotions-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        ring = KeyRing(folder: folder.appending(path: "config/finstage"))
        registry = Registry(store: folder, keys: ring)
    }

    func discard() { try? FileManager.default.removeItem(at: folder) }

    static func outcome(passed: Bool) -> GateOutcome {
        GateOutcome(
            name: "costs-doubled", value: passed ? 0.75 : 0.25, comparison: "at least",
            threshold: 0.5, passed: passed, why: "made for a test")
    }

    func manifest(
        plan: Plan = Plan(SmaCross()), expires: String = "2030-01-01",
        gates: [GateOutcome] = [outcome(passed: true)], accepted: [String] = []
    ) -> Manifest {
        let instrument = ManifestInstrument(
            symbol: "AAA", currency: "",
            Series(
                symbol: "AAA", interval: .day,
                bars: [0, 86_400_000_000].map { Bar(time: Timestamp(microseconds: $0)) }),
            actions: [])
        return Manifest(
            strategy: "SmaCross", plan: plan.canonicalText, fingerprint: "\(plan.fingerprint)",
            parameters: ["fast": "10"], interval: "1d", adjusted: "splits",
            universe: [instrument], reads: [], rules: ManifestRules(TradingRules()),
            gates: gates, accepted: accepted, replayedBars: 2, ledgerDigest: "x",
            trialsDigest: "t", engine: "test", issued: "2023-11-14", expires: expires)
    }

    func url(_ id: String, _ suffix: String) -> URL {
        folder.appending(path: "promotions/\(id).\(suffix)")
    }

    /// The field that a promotion is refused for; nil when it is believed.
    func refusedField(_ id: String) throws -> String? {
        do throws(PromotionError) {
            _ = try registry.promotion(id, custom: [], journal: nil, now: now)
            return nil
        } catch {
            return error.field ?? "\(error)"
        }
    }
}
