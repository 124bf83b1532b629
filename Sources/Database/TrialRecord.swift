/// One row of the trial ledger: a run, or a grid of parameter sets that was searched at once.
public struct TrialRecord: Hashable, Sendable, Identifiable {
    /// What made the row.
    public enum Kind: String, Hashable, Sendable {
        /// One set of parameters.
        case run
        /// Every set of a grid.
        case grid
    }

    /// The digest of plan, parameters and data lineage: what makes two trials the same.
    public let id: String
    /// When it was first tried, in microseconds since 1970.
    public let created: Int64
    /// A run or a grid.
    public let kind: Kind
    /// The name of the strategy.
    public let strategy: String
    /// The parameters as `fast=10 slow=50`; of a grid its axes.
    public let parameters: String
    /// The fingerprint of the plan; of a grid that of the plan with its defaults.
    public let plan: String
    /// The data in words: symbols, length of a bar, sources.
    public let lineage: String
    /// The trials in the row: 1 for a run, the cells that were completed for a grid.
    public let trialCount: Int
    /// The mean of the trials' annual Sharpe ratios; nil where none is defined.
    public let sharpeMean: Double?
    /// Their deviation (n − 1); nil for one trial.
    public let sharpeDeviation: Double?

    /// A record from its parts.
    public init(
        id: String, created: Int64, kind: Kind, strategy: String, parameters: String,
        plan: String, lineage: String, trialCount: Int, sharpeMean: Double?,
        sharpeDeviation: Double?
    ) {
        precondition(trialCount >= 1, "a row of the ledger has a trial, had \(trialCount)")
        (self.id, self.created, self.kind) = (id, created, kind)
        (self.strategy, self.parameters, self.plan) = (strategy, parameters, plan)
        (self.lineage, self.trialCount) = (lineage, trialCount)
        (self.sharpeMean, self.sharpeDeviation) = (sharpeMean, sharpeDeviation)
    }
}
