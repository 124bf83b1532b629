/// One instrument's bars as a rule may see them at each bar.
///
/// Under the view `splits` a rule that looks at bar t sees history adjusted by the actions known
/// at t and by no later one; `total` is one history adjusted as of the last bar, for comparison.
/// So the bars fall into segments that begin at ex-dates: within a segment the view is the
/// same, and evaluation starts again from the first bar on the newly adjusted history.
public struct AdjustedHistory: Sendable {
    /// A stretch of bars that share one view of history.
    public struct Segment: Sendable {
        /// The rows whose values count.
        public let rows: Range<Int>
        /// The bars from the first to the last of `rows` at least, adjusted as of this segment.
        public let series: Series
        /// The bars of other instruments that the rule reads, adjusted as of this segment.
        public let others: [String: Series]

        /// A segment from its parts.
        public init(rows: Range<Int>, series: Series, others: [String: Series] = [:]) {
            (self.rows, self.series, self.others) = (rows, series, others)
        }
    }

    /// The segments, in order; their rows cover every bar once.
    public let segments: [Segment]
    /// The bars that the ledger trades.
    public let traded: Series
    /// The actions that the ledger books, in order of their ex-dates.
    public let booked: [CorporateAction]
    /// What the rule reads beside, by the name under which it does.
    public let read: [String: AdjustedHistory]
    /// The instruments that it is compared with, itself among them; nil for none.
    public private(set) var universe: Universe?
    /// The first booked action that is not yet due at each row.
    private let bookedBefore: [Int]

    /// The history of a series under a view.
    ///
    /// - Parameters:
    ///   - series: the bars as stored.
    ///   - actions: the actions that the stored prices do not contain yet, in any order.
    ///   - view: what the rule and the ledger see.
    public init(_ series: Series, actions: [CorporateAction], view: AdjustmentView) {
        // A dividend is paid on the shares of its ex-date, so a split of that day comes first.
        read = [:]
        let actions = actions.filter(\.isSplit) + actions.filter { !$0.isSplit }
        let ordered = actions.enumerated().sorted {
            ($0.element.exDate, $0.offset) < ($1.element.exDate, $1.offset)
        }.map(\.element)
        switch view {
        case .none:
            (traded, booked) = (series, [])
            segments = [Segment(rows: 0..<series.count, series: series)]
        case .total:
            let last = series.times.last ?? Timestamp(microseconds: 0)
            let adjusted = Adjustment.adjusted(series, by: ordered, view: .total, asOf: last)
            (traded, booked) = (adjusted, [])
            segments = [Segment(rows: 0..<series.count, series: adjusted)]
        case .splits:
            (traded, booked) = (series, ordered)
            segments = Self.segments(of: series, splits: ordered.filter(\.isSplit))
        }
        bookedBefore = Self.countsDue(booked, at: traded.times)
    }

    /// The same history beside those of other instruments that a rule reads.
    ///
    /// Segments also begin where the rule first knows of a split of one of them.
    public func reading(_ others: [String: AdjustedHistory]) -> AdjustedHistory {
        AdjustedHistory(self, beside: others)
    }

    /// The same history among the members of a universe.
    ///
    /// - Precondition: its symbol is one of theirs, with as many bars.
    public func among(_ universe: Universe) -> AdjustedHistory {
        let own = universe.place(of: traded.symbol).map { universe.members[$0] }
        precondition(own?.count == count, "\(traded.symbol) is none of its universe")
        var history = self
        history.universe = universe
        return history
    }

    private init(_ own: AdjustedHistory, beside others: [String: AdjustedHistory]) {
        (traded, booked, bookedBefore) = (own.traded, own.booked, own.bookedBefore)
        read = others
        let known = others.mapValues { other in
            other.traded.rowsKnown(at: own.traded.closedAt).map(other.segmentIndex)
        }
        segments = own.segments.flatMap { segment in
            let starts = segment.rows.filter { row in
                row == segment.rows.lowerBound || known.values.contains { $0[row] != $0[row - 1] }
            }
            return zip(starts, starts.dropFirst() + [segment.rows.upperBound]).map { start, end in
                Segment(
                    rows: start..<end, series: segment.series,
                    others: others.reduce(into: [:]) { views, other in
                        let index = known[other.key]?[start] ?? 0
                        views[other.key] = other.value.segments[index].series
                    })
            }
        }
    }

    /// The segment that holds a row; the first one before the first row.
    private func segmentIndex(atRow row: Int) -> Int {
        segments.lastIndex { $0.rows.lowerBound <= row } ?? 0
    }

    /// The number of bars.
    public var count: Int { traded.count }

    /// The actions booked at the open of a row: those whose ex-date has come since the bar before.
    /// The first bar books none, because nothing was held before it.
    public func actions(atRow row: Int) -> ArraySlice<CorporateAction> {
        row == 0 ? [] : booked[bookedBefore[row - 1]..<bookedBefore[row]]
    }

    private static func countsDue(_ actions: [CorporateAction], at times: [Timestamp]) -> [Int] {
        var due = 0
        return times.map { time in
            while due < actions.count, actions[due].exDate <= time { due += 1 }
            return due
        }
    }

    private static func segments(of series: Series, splits: [CorporateAction]) -> [Segment] {
        guard series.count > 0 else { return [Segment(rows: 0..<0, series: series)] }
        let starts = Set(
            splits.compactMap { split in series.times.firstIndex { $0 >= split.exDate } })
        let bounds = ([0] + starts.filter { $0 > 0 }.sorted() + [series.count])
        return zip(bounds, bounds.dropFirst()).map { start, end in
            let known = series.times[start]
            let history = Adjustment.adjusted(
                series.rows(0..<end), by: splits, view: .splits, asOf: known)
            return Segment(rows: start..<end, series: history)
        }
    }
}

extension CorporateAction {
    /// True for a split.
    public var isSplit: Bool {
        if case .split = kind { true } else { false }
    }
}
