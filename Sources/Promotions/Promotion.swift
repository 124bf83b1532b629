import Kernels
import MarketData
import Signals
import Trading

/// A manifest that was verified, read and compiled: what the runner evaluates.
public struct Promotion: Sendable {
    /// The id: the strategy's name and the first digits of the manifest's digest.
    public let id: String
    /// The manifest.
    public let manifest: Manifest
    /// The compiled rule; its first target is traded.
    public let plan: Plan
    /// The terms.
    public let rules: TradingRules
    /// The length of a bar.
    public let interval: Interval
    /// What the rule and the ledger see.
    public let view: AdjustmentView
    /// From when on it is refused.
    public let expires: Timestamp

    /// Compiles a manifest whose bytes have been verified.
    ///
    /// - Parameters:
    ///   - id: its id.
    ///   - manifest: what was read.
    ///   - custom: the kernels of the strategies that are compiled in.
    ///   - now: the present instant.
    /// - Throws: an error that names the first field that is refused.
    public init(
        id: String, manifest: Manifest, custom: [CompiledKernel], now: Timestamp
    ) throws(PromotionError) {
        func refused(_ field: String, _ reason: String) -> PromotionError {
            .refused(id: id, field: field, reason: reason)
        }
        guard manifest.format == Manifest.currentFormat else {
            throw refused("format", "'\(manifest.format)' is not \(Manifest.currentFormat)")
        }
        guard let expires = Timestamp(iso8601: manifest.expires) else {
            throw refused("expires", "'\(manifest.expires)' is no instant")
        }
        guard now < expires else {
            throw refused("expires", "it expired at \(manifest.expires); validate and promote anew")
        }
        guard let interval = Interval(name: manifest.interval) else {
            throw refused("interval", "'\(manifest.interval)' is none")
        }
        guard let view = AdjustmentView(rawValue: manifest.adjusted), view != .total else {
            throw refused("adjusted", "'\(manifest.adjusted)' is neither splits nor none")
        }
        if let reason = manifest.gateObjection { throw refused("gates", reason) }
        guard !manifest.universe.isEmpty else { throw refused("universe", "it is empty") }
        let plan: Plan
        do throws(PlanError) {
            plan = try Plan(canonicalText: manifest.plan, custom: custom)
        } catch {
            throw refused("plan", error.description)
        }
        guard plan.targets.allSatisfy({ $0.rebalance == nil }) else {
            throw refused("plan", "it holds weights, and runs take one instrument at a time")
        }
        guard plan.columns.isEmpty else {
            throw refused("plan", "it reads the column \(plan.columns[0]), which no feed brings")
        }
        guard !plan.isCrossSectional else {
            throw refused("plan", "it compares a universe, and runs take one instrument at a time")
        }
        guard plan.fingerprint.description == manifest.fingerprint, !plan.targets.isEmpty else {
            throw refused("fingerprint", "the plan has the fingerprint \(plan.fingerprint)")
        }
        switch manifest.rules.rules() {
        case .success(let rules): self.rules = rules
        case .failure(let error): throw refused(error.field, "'\(error.value)' makes no sense")
        }
        (self.id, self.manifest, self.plan) = (id, manifest, plan)
        (self.interval, self.view, self.expires) = (interval, view, expires)
    }
}
