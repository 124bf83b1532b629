import Backtesting

/// How often orders were refused for one reason.
struct RejectionCount {
    let kind: String
    let count: Int
    let first: RejectionRecord

    /// The kinds, the most frequent first, then in the order of their first time.
    static func counts(of rejections: [RejectionRecord]) -> [RejectionCount] {
        var (order, groups): ([String], [String: [RejectionRecord]]) = ([], [:])
        for rejection in rejections {
            if groups[rejection.kind] == nil { order.append(rejection.kind) }
            groups[rejection.kind, default: []].append(rejection)
        }
        let counts = order.compactMap { kind -> RejectionCount? in
            guard let group = groups[kind], let first = group.first else { return nil }
            return RejectionCount(kind: kind, count: group.count, first: first)
        }
        return counts.enumerated()
            .sorted { ($1.element.count, $0.offset) < ($0.element.count, $1.offset) }
            .map(\.element)
    }
}
