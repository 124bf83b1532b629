/// Everything that one step of the runner changes, in one transaction.
public struct JournalBatch: Sendable {
    /// Bars of the running day.
    public var bars: [JournalBarRecord] = []
    /// Signals, each with the words of its outbox row.
    public var signals: [(record: SignalRecord, text: String)] = []
    /// Checkpoints, which replace those of the same lane.
    public var checkpoints: [CheckpointRecord] = []
    /// Equity, which replaces that of the same session.
    public var equity: [EquityRecord] = []
    /// Findings; one that is known already is not told again.
    public var findings: [JournalFindingRecord] = []
    /// Demotions; one that is there stays as it is.
    public var demotions: [DemotionRecord] = []

    /// An empty batch.
    public init() {}

    /// True when there is nothing to write.
    public var isEmpty: Bool {
        bars.isEmpty && signals.isEmpty && checkpoints.isEmpty && equity.isEmpty
            && findings.isEmpty && demotions.isEmpty
    }
}
