/// The instruments that a rule compares with one another.
///
/// They are compared once for each bar of a day or longer, when the last of their exchanges that
/// has a session then has closed, and once for each instant at which some shorter bars close. A
/// member takes part with the bar that belongs to the comparison, if it has one.
public final class Universe: Sendable {
    /// Each member as it is seen alone, in the order given.
    public let members: [AdjustedHistory]
    /// The comparisons, in the order in which they are made.
    public let comparisons: [UniverseComparison]
    /// The distinct schedules; none where bars are shorter than a day.
    private let schedules: Set<BarSchedule>
    private let places: [String: Int]

    /// A universe of instruments whose symbols differ and whose bars have one length.
    public init(_ members: [AdjustedHistory]) {
        precondition(
            Set(members.map(\.traded.interval)).count <= 1, "the bars of a universe differ")
        self.members = members
        let isShort = members.contains {
            $0.traded.interval.microseconds < Interval.day.microseconds
        }
        schedules = isShort ? [] : Set(members.map(\.traded.schedule))
        places = Dictionary(
            uniqueKeysWithValues: members.enumerated().map { ($1.traded.symbol, $0) })
        comparisons = Self.comparisons(members.map(\.traded), schedules)
    }

    /// Where a member stands; nil for an instrument that is none.
    public func place(of symbol: String) -> Int? { places[symbol] }

    /// When the comparison is made to which a bar belongs: nil where no exchange of the universe
    /// has a session then.
    ///
    /// - Parameters:
    ///   - time: the start of the bar.
    ///   - closedAt: when it closes.
    /// - Returns: the instant.
    public func comparedAt(ofBarAt time: Timestamp, closedAt: Timestamp) -> Timestamp? {
        Self.comparedAt(time, closedAt, schedules)
    }

    private static func comparedAt(
        _ time: Timestamp, _ closedAt: Timestamp, _ schedules: Set<BarSchedule>
    ) -> Timestamp? {
        guard !schedules.isEmpty else { return closedAt }
        return schedules.filter { $0.hasBar(at: time) }.map { $0.closedAt(ofBarAt: time) }.max()
    }

    private static func comparisons(
        _ series: [Series], _ schedules: Set<BarSchedule>
    ) -> [UniverseComparison] {
        /// What the bars of one comparison have in common.
        func key(_ member: Int, _ row: Int) -> Timestamp {
            schedules.isEmpty ? series[member].closedAt[row] : series[member].times[row]
        }
        var next = series.map { _ in 0 }
        var found: [UniverseComparison] = []
        while true {
            let open = series.indices.filter { next[$0] < series[$0].count }
            guard let first = open.map({ key($0, next[$0]) }).min() else { break }
            var rows = series.map { _ in -1 }
            var instant: Timestamp?
            for member in open where key(member, next[member]) == first {
                let row = next[member]
                next[member] += 1
                if instant == nil {
                    instant = comparedAt(
                        series[member].times[row], series[member].closedAt[row], schedules)
                }
                if let instant, series[member].closedAt[row] <= instant { rows[member] = row }
            }
            if let instant { found.append(UniverseComparison(instant: instant, rows: rows)) }
        }
        return found.sorted { $0.instant < $1.instant }
    }

    /// What each member sees of the comparisons at each of its rows: the entry of the last one
    /// made by its close; NaN before the first.
    ///
    /// - Parameter results: what each comparison gave, `[comparison][member]`.
    /// - Returns: `[member][row]`.
    public func seen(_ results: [[Double]]) -> [[Double]] {
        members.indices.map { member in
            var made = 0
            return members[member].traded.closedAt.map { closedAt in
                while made < comparisons.count, comparisons[made].instant <= closedAt { made += 1 }
                return made == 0 ? .nan : results[made - 1][member]
            }
        }
    }
}

extension BarSchedule {
    /// True where the exchange has the session of a bar of a day; longer bars are always there.
    fileprivate func hasBar(at time: Timestamp) -> Bool {
        interval != .day
            || calendar.isSession(calendar.sessionDate(ofBarAt: time, interval: interval))
    }
}
