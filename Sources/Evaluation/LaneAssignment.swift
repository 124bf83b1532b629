import MarketData

/// Which segment of which history runs in a lane.
struct LaneAssignment {
    let history: Int
    let segment: AdjustedHistory.Segment
    /// True where the segment is all of the history.
    let isWhole: Bool
    /// What cross-sections say of the instrument: `[node][row]`.
    let crossed: [Int: [Double]]

    /// Groups of up to eight, of like length.
    ///
    /// - Parameters:
    ///   - histories: what is to run.
    ///   - crossed: what cross-sections say of each, by its place.
    /// - Returns: the groups.
    static func groups(
        of histories: [AdjustedHistory], crossed: (Int) -> [Int: [Double]] = { _ in [:] }
    ) -> [[LaneAssignment]] {
        let all = histories.enumerated().flatMap { index, history in
            let crossed = crossed(index)
            return history.segments.map {
                LaneAssignment(
                    history: index, segment: $0, isWhole: $0.rows == 0..<history.count,
                    crossed: crossed)
            }
        }
        let sorted = all.sorted { $0.segment.series.count < $1.segment.series.count }
        return stride(from: 0, to: sorted.count, by: 8).map { Array(sorted[$0...].prefix(8)) }
    }
}
