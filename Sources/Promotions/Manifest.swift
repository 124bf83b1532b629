import Foundation

/// Everything that a promotion promises: what is evaluated, on what, under which terms, and the
/// evidence. The runner evaluates this plan and loads no strategy source.
public struct Manifest: Hashable, Sendable, Codable {
    /// The present form.
    public static let currentFormat = "finstage-manifest 3"

    /// The form of the manifest.
    public var format = Manifest.currentFormat
    /// The name of the strategy.
    public let strategy: String
    /// The canonical text of the plan.
    public let plan: String
    /// The fingerprint of the plan.
    public let fingerprint: String
    /// The parameters by name.
    public let parameters: [String: String]
    /// `1d`, `5m` and so on.
    public let interval: String
    /// `splits` or `none`.
    public let adjusted: String
    /// What is traded.
    public let universe: [ManifestInstrument]
    /// What the rule reads beside it.
    public let reads: [ManifestInstrument]
    /// The terms of trading in full.
    public let rules: ManifestRules
    /// The verdicts of the gates; never empty.
    public let gates: [GateOutcome]
    /// The names of the gates that failed, and that were accepted nevertheless.
    public let accepted: [String]
    /// The bars that the replay matched to the bit.
    public let replayedBars: Int
    /// The digest of the replayed ledgers: equity bits and trades of every instrument.
    public let ledgerDigest: String
    /// The digest of the trial ledger at the time, this trial included: how much was tried.
    public let trialsDigest: String
    /// The version of the engine.
    public let engine: String
    /// When it was signed, ISO 8601.
    public internal(set) var issued: String
    /// From when on it is refused, ISO 8601.
    public let expires: String

    /// A manifest from its parts.
    public init(
        strategy: String, plan: String, fingerprint: String, parameters: [String: String],
        interval: String, adjusted: String, universe: [ManifestInstrument],
        reads: [ManifestInstrument], rules: ManifestRules, gates: [GateOutcome],
        accepted: [String], replayedBars: Int, ledgerDigest: String, trialsDigest: String,
        engine: String, issued: String, expires: String
    ) {
        (self.strategy, self.plan, self.fingerprint) = (strategy, plan, fingerprint)
        (self.parameters, self.interval, self.adjusted) = (parameters, interval, adjusted)
        (self.universe, self.reads, self.rules) = (universe, reads, rules)
        (self.gates, self.accepted, self.replayedBars) = (gates, accepted, replayedBars)
        (self.ledgerDigest, self.trialsDigest) = (ledgerDigest, trialsDigest)
        (self.engine, self.issued, self.expires) = (engine, issued, expires)
    }

    /// The bytes that are signed: JSON with sorted keys, the same for equal manifests.
    public func bytes() throws(PromotionError) -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        do {
            return [UInt8](try encoder.encode(self)) + [UInt8(ascii: "\n")]
        } catch {
            throw .notPromotable("the manifest of \(strategy) cannot be written: \(error)")
        }
    }

    /// Why the gates do not let it pass; nil where they do, or where it was accepted.
    public var gateObjection: String? {
        if gates.isEmpty { return "it carries no gate results; promote it anew" }
        let failed = gates.filter { !$0.passed && !accepted.contains($0.name) }.map(\.text)
        return failed.isEmpty ? nil : "it fails \(failed.joined(separator: ", "))"
    }
}
