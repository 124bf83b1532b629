import MarketData
import Signals
import Trading

/// Runs a plan bar by bar over one instrument's history, as live trading does, beside the members
/// of its universe where the plan compares them.
public struct HistoryEvaluator: ~Copyable {
    /// The history.
    public let history: AdjustedHistory
    private let own: MemberPass
    private let universe: UniversePass?

    /// An evaluator before the first bar.
    ///
    /// - Precondition: the history reads every other instrument of the plan, and has a universe
    ///   where the plan compares one.
    public init(_ plan: Plan, _ history: AdjustedHistory) {
        self.history = history
        guard plan.isCrossSectional else {
            (own, universe) = (MemberPass(plan, history), nil)
            return
        }
        guard let members = history.universe, let place = members.place(of: history.traded.symbol)
        else { preconditionFailure("the plan compares a universe, and none was given") }
        let pass = UniversePass(plan, members)
        (own, universe) = (pass.members[place], pass)
    }

    /// The row that the last `advance` reached; −1 before the first.
    public var row: Int { own.row }

    /// Takes the next bar.
    ///
    /// - Precondition: there is one.
    public mutating func advance() {
        guard let universe else { return own.advance() }
        universe.advance(through: history.traded.closedAt[row + 1])
    }

    /// What a target wants at the close of the last bar.
    public func decision(target: Int = 0) -> Decision {
        own.evaluator.decision(target: target, decidedAt: history.traded.closedAt[row])
    }

    /// The value of one node at the last bar.
    public func value(ofNode index: Int) -> TracedValue { own.evaluator.value(ofNode: index) }

    /// The evaluator behind the history, as it stands after the last bar: what live trading goes
    /// on with.
    public consuming func released() -> IncrementalEvaluator { own.release() }
}
