import Backtesting

/// How often orders were refused for one reason.
struct RejectionCount {
    let reason: String
    let count: Int
    let first: RejectionRecord

    /// The reasons, the most frequent first, then in the order of their first time.
    static func counts(of rejections: [RejectionRecord]) -> [RejectionCount] {
        var (order, groups): ([String], [String: [RejectionRecord]]) = ([], [:])
        for rejection in rejections {
            if groups[rejection.reason] == nil { order.append(rejection.reason) }
            groups[rejection.reason, default: []].append(rejection)
        }
        let counts = order.compactMap { reason -> RejectionCount? in
            guard let group = groups[reason], let first = group.first else { return nil }
            return RejectionCount(reason: reason, count: group.count, first: first)
        }
        return counts.enumerated()
            .sorted { ($1.element.count, $0.offset) < ($0.element.count, $1.offset) }
            .map(\.element)
    }
}
