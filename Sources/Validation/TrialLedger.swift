import Analysis
import Database
import Digests
import MarketData

/// What was tried so far, in the catalogue of a store: one row a run and one a grid.
///
/// How many things were tried decides how much a good result is worth, so nothing is ever taken
/// out, and a repetition adds nothing.
public struct TrialLedger: Sendable {
    private let catalogue: CatalogueDatabase

    /// The ledger in a catalogue.
    public init(_ catalogue: CatalogueDatabase) { self.catalogue = catalogue }

    /// Enters what was tried; nothing changes when it was tried before.
    ///
    /// - Parameters:
    ///   - trial: a run, or a grid.
    ///   - sharpes: the annual Sharpe ratio of each of its trials: one of a run, one of each
    ///     completed cell of a grid; nil where it is undefined.
    ///   - now: the present instant.
    /// - Throws: when the catalogue cannot be written.
    public func enter(
        _ trial: Trial, sharpes: [Double?], at now: Timestamp
    ) throws(DatabaseError) {
        try enter([(trial, sharpes)], at: now)
    }

    /// Enters several trials at once, each with the Sharpe ratios of its own.
    public func enter(
        _ trials: [(trial: Trial, sharpes: [Double?])], at now: Timestamp
    ) throws(DatabaseError) {
        try catalogue.enter(
            trials.map { trial, sharpes in
                let known = Returns(sharpes.compactMap(\.self))
                return TrialRecord(
                    id: trial.id, created: now.microseconds, kind: trial.kind,
                    strategy: trial.strategy, parameters: trial.parameters, plan: trial.plan,
                    lineage: trial.lineage, trialCount: sharpes.count, sharpeMean: known.mean,
                    sharpeDeviation: known.deviation)
            })
    }

    /// The rows, the first trial first.
    public func rows() throws(DatabaseError) -> [TrialRecord] { try catalogue.trials() }

    /// How much was tried, and its digest.
    public func summary() throws(DatabaseError) -> Summary { Summary(of: try rows()) }

    /// How much was tried.
    public struct Summary: Hashable, Sendable, Codable {
        /// The trials, cells of grids counted.
        public let trialCount: Int
        /// The digest of which trials there were, whatever their order and results.
        public let digest: String

        /// What some rows come to.
        public init(of rows: [TrialRecord]) {
            trialCount = rows.reduce(0) { $0 + $1.trialCount }
            let lines = rows.map { "\($0.id) \($0.trialCount)" }.sorted()
            digest = Digest(of: lines.joined(separator: "\n")).description
        }
    }
}
