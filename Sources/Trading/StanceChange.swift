/// One change of target: what a live signal tells, and what a backtest says it should have told.
public struct StanceChange: Hashable, Sendable {
    /// The side before the bar.
    public let from: Stance
    /// The side after the decision of its close. Equal to `from` where a stop took the position
    /// and the same close entered again.
    public let to: Stance
    /// `enter-long`, `exit-long`, `stop`, `stop, enter-long`, `rejected: unaffordable` and so on.
    public let reason: String
    /// The price at which the position is given up; nil when it is flat, or without a stop. While
    /// the entry waits for its fill, the price that follows from the last close.
    public let stop: Double?
    /// The price at which the position is taken home, likewise.
    public let target: Double?

    /// A change from its parts.
    public init(
        from: Stance, to: Stance, reason: String, stop: Double? = nil, target: Double? = nil
    ) {
        (self.from, self.to, self.reason) = (from, to, reason)
        (self.stop, self.target) = (stop, target)
    }
}

extension TradingSession {
    /// What has to be remembered before a bar to tell the change afterwards.
    public var stanceMark: StanceMark {
        StanceMark(
            stance: stance, tradeCount: trades.count, rejectionCount: rejections.count,
            scaleInCount: scaleInCount, scaleOutCount: scaleOutCount)
    }

    /// The change since a mark, after the bar and the decision of its close; nil when the target
    /// is what it was.
    public func stanceChange(since mark: StanceMark) -> StanceChange? {
        let now = stance
        let isQuiet = trades.count == mark.tradeCount && rejections.count == mark.rejectionCount
        let scales = scaleWords(since: mark)
        if now == mark.stance, isQuiet, scales.isEmpty { return nil }
        let exits = trades[mark.tradeCount...].map(\.reason).filter(\.isProtective)
        guard now != mark.stance || !exits.isEmpty || !scales.isEmpty else { return nil }
        var words = scales + exits.map(\.rawValue)
        let between = exits.isEmpty ? mark.stance : .flat
        if now != between { words.append(reason(from: between, to: now, since: mark)) }
        let (stop, target) = now == .flat ? (.nan, .nan) : levels
        return StanceChange(
            from: mark.stance, to: now, reason: words.joined(separator: ", "),
            stop: stop.isFinite ? stop : nil, target: target.isFinite ? target : nil)
    }

    /// What was added to a position that stays, or taken from it.
    private func scaleWords(since mark: StanceMark) -> [String] {
        [
            scaleOutCount > mark.scaleOutCount ? "scale-out" : nil,
            scaleInCount > mark.scaleInCount ? "scale-in" : nil,
        ].compactMap(\.self)
    }

    private func reason(from: Stance, to: Stance, since mark: StanceMark) -> String {
        if to != .flat { return from == .flat ? "enter-\(to)" : "reverse-to-\(to)" }
        let refused = rejections.count > mark.rejectionCount ? rejections.last : nil
        return refused.map { "rejected: \($0.reason.kind)" } ?? "exit-\(from)"
    }
}

extension Trade.Reason {
    /// True for exits that no decision asked for at this close.
    fileprivate var isProtective: Bool {
        switch self {
        case .signal, .reversal, .time, .dailyLoss, .rebalance: false
        case .stop, .target, .split, .delisting, .ruin: true
        }
    }
}
