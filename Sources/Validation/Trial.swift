import Backtesting
import Database
import Digests
import MarketData
import Signals

/// One thing that was tried: a plan with its parameters on some data.
///
/// The lineage of the data is which series of which source were used, not their bytes: a series
/// that has grown by a day is the same data, and looking again is no new trial. Range and terms of
/// trading are no part of it either.
public struct Trial: Hashable, Sendable, Identifiable {
    /// The digest of plan, parameters and lineage.
    public let id: String
    /// A run or a grid.
    public let kind: TrialRecord.Kind
    /// The name of the strategy.
    public let strategy: String
    /// The parameters as `fast=10 slow=50`.
    public let parameters: String
    /// The fingerprint of the plan.
    public let plan: String
    /// The data in words.
    public let lineage: String

    /// A trial.
    ///
    /// - Parameters:
    ///   - kind: a run, or a grid whose parameters are given as its axes.
    ///   - plan: the compiled rule; of a grid that with its defaults.
    ///   - parameters: names and values; their order does not matter.
    ///   - subjects: the instruments, at least one; their order does not matter.
    public init(
        _ kind: TrialRecord.Kind = .run, plan: Plan, parameters: [(name: String, value: String)],
        subjects: [Subject]
    ) {
        precondition(!subjects.isEmpty, "a trial without data")
        let series = subjects.map { subject in
            let interval = subject.history.traded.interval.name
            return "\(subject.symbol) \(interval) \(subject.passport.dataset)"
        }.sorted()
        self.kind = kind
        strategy = plan.targets[0].name
        self.parameters = parameters.sorted { $0.name < $1.name }
            .map { "\($0.name)=\($0.value)" }.joined(separator: " ")
        self.plan = plan.fingerprint.description
        lineage = Self.words(subjects)
        let parts = [kind.rawValue, self.plan, self.parameters] + series
        id = Digest(of: parts.joined(separator: "\n")).description
    }

    private static func words(_ subjects: [Subject]) -> String {
        let symbols = subjects.map(\.symbol).sorted()
        let names =
            symbols.count <= 8
            ? symbols.joined(separator: ", ")
            : "\(symbols[0]), \(symbols[1]) and \(symbols.count - 2) more"
        let intervals = Set(subjects.map(\.history.traded.interval.name)).sorted()
        let sources = Set(subjects.map(\.passport.dataset)).sorted()
        return "\(names) \(intervals.joined(separator: ", ")) (\(sources.joined(separator: ", ")))"
    }
}
