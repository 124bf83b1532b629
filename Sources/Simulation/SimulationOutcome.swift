/// What one or more simulated runs came to.
public struct SimulationOutcome: Hashable, Sendable, Codable {
    /// The runs.
    public var seeds = 0
    /// The signals that the backtests have.
    public var signals = 0
    /// Those that were not stored as they should, or not delivered.
    public var lost = 0
    /// Stored twice with the same words.
    public var doubled = 0
    /// Stored or delivered, and in no backtest.
    public var foreign = 0
    /// Paper accounts whose equity differs from the backtest's in a bit.
    public var parityDifferences = 0
    /// Faults that struck: kills, full disks, restarts.
    public var faults = 0
    /// Real processes that were killed.
    public var kills = 0
    /// Runs that ended with an error that no fault explains.
    public var errors = 0
    /// What happened to the runner, by kind: how often.
    public var happened: [String: Int] = [:]
    /// Messages that were delivered more than once, which is allowed.
    public var repeatedDeliveries = 0
    /// What differs, in words.
    public var remarks: [String] = []

    /// No run yet.
    public init() {}

    /// True when the law holds.
    public var isClean: Bool { lost + doubled + foreign + parityDifferences + errors == 0 }

    /// Adds another run.
    public mutating func add(_ other: SimulationOutcome) {
        seeds += other.seeds
        signals += other.signals
        lost += other.lost
        doubled += other.doubled
        foreign += other.foreign
        parityDifferences += other.parityDifferences
        faults += other.faults
        repeatedDeliveries += other.repeatedDeliveries
        kills += other.kills
        errors += other.errors
        happened.merge(other.happened, uniquingKeysWith: +)
        remarks += other.remarks
    }

    enum CodingKeys: String, CodingKey {
        case seeds, signals, lost, doubled, foreign, faults, kills, errors, happened, remarks
        case parityDifferences = "parity_differences"
        case repeatedDeliveries = "repeated_deliveries"
    }
}
