import Backtesting
import MarketData

/// What the gates say of one strategy on its instruments.
public struct Verdict: Hashable, Sendable, Codable {
    /// The strategy's name.
    public let strategy: String
    /// The parameters by name.
    public let parameters: [String: String]
    /// The fingerprint of the plan.
    public let plan: String
    /// The instruments.
    public let symbols: [String]
    /// The length of a bar, such as `1d`.
    public let interval: String
    /// The first and the last session that count, `YYYY-MM-DD`.
    public let firstSession: String
    /// The last session that counts.
    public let lastSession: String
    /// The results, in the order of `Gate.all`.
    public let results: [GateResult]
    /// The gates that failed, and that were accepted nevertheless.
    public let accepted: [String]
    /// What had been tried on this store by then, this one included.
    public let ledger: TrialLedger.Summary
    /// What one unit became on the mean of the accounts, and on that of holding.
    public let growth: GrowthCurves

    /// The gates that were passed only by the thresholds of a file, and not by the defaults.
    public var lenient: [GateResult] { results.filter(\.passedOnlyAtOwn) }

    /// The gates that failed and were not accepted.
    public var refusals: [GateResult] {
        results.filter { !$0.passed && !accepted.contains($0.name) }
    }

    /// True when no gate refuses.
    public var isPassed: Bool { refusals.isEmpty }

    /// Puts a strategy through the gates.
    ///
    /// - Parameters:
    ///   - examination: the strategy on its instruments.
    ///   - parameters: the parameters by name.
    ///   - ledger: what was tried so far, this one included.
    ///   - gates: the gates to pass.
    ///   - thresholds: what they are held against.
    ///   - usual: the default thresholds.
    ///   - accepted: names of gates that may fail.
    ///   - progress: called after each gate.
    public init(
        _ examination: Examination, parameters: [String: String],
        ledger: TrialLedger.Summary, gates: [Gate] = Gate.all,
        thresholds: GateThresholds, besides usual: GateThresholds,
        accepting accepted: [String] = [],
        progress: () -> Void = {}
    ) {
        let (plan, subjects) = (examination.plan, examination.subjects)
        (strategy, self.parameters) = (plan.targets[0].name, parameters)
        self.ledger = ledger
        self.plan = plan.fingerprint.description
        symbols = subjects.map(\.symbol)
        interval = subjects[0].history.traded.interval.name
        firstSession = subjects.map(\.passport.firstSession).min() ?? ""
        lastSession = subjects.map(\.passport.lastSession).max() ?? ""
        let results = gates.map { gate in
            defer { progress() }
            return gate.result(examination, thresholds, besides: usual)
        }
        self.results = results
        self.accepted = results.filter { !$0.passed && accepted.contains($0.name) }.map(\.name)
        growth = GrowthCurves(examination)
    }

    /// The names of gates that were asked to be excepted, each of which there is.
    ///
    /// - Throws: for a name that is no gate's, with the nearest one.
    public static func exceptions(_ names: [String]) throws(ValidationError) -> [String] {
        let known = Gate.all.map(\.name)
        for name in names where !known.contains(name) {
            throw .unknownGate(name, nearest: nearest(name, in: known))
        }
        return names
    }
}
