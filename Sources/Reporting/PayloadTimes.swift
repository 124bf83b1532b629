import MarketData

/// The times of rows for the page's script, in their greatest common unit.
///
/// Where bars are left out the times of all bars come too, as the bars at which the step from one
/// to the next changes: between two of them the steps are even.
struct PayloadTimes {
    let members: [JSONValue.Member]
    /// The unit in microseconds.
    let unit: Int64

    /// The times of the bars shown, in a unit of the times of all bars.
    init(_ times: [Timestamp], showing shown: ShownRows) {
        let unit = Self.units.first { unit in
            times.allSatisfy { $0.microseconds.isMultiple(of: unit) }
        }
        let step = unit ?? 1
        let isDaily = step == Self.units[0]
        let rows = shown.values(times)
        self.unit = step
        members =
            [
                .init("count", .integer(rows.count)), .init("isDaily", .boolean(isDaily)),
                .init("unit", .integer(Int(step))),
                .init("times", PackedColumn(rows.map { Int($0.microseconds / step) }).json),
            ] + (shown.rows == nil ? [] : [Self.known(times.map { Int($0.microseconds / step) })])
    }

    /// The most bars of which a page says the time beside those shown, about 5 bytes each. Of more
    /// it takes some, and the times between those are about right.
    private static let mostKnown = 10_000

    private static func known(_ times: [Int]) -> JSONValue.Member {
        var bars = times.indices.filter { bar in
            bar == 0 || bar == times.count - 1
                || times[bar] - times[bar - 1] != times[bar + 1] - times[bar]
        }
        if bars.count > mostKnown {
            let step = (bars.count + mostKnown - 1) / mostKnown
            bars = bars.indices.filter { $0 % step == 0 || $0 == bars.count - 1 }.map { bars[$0] }
        }
        return .init(
            "known",
            .object([
                .init("count", .integer(bars.count)), .init("bars", PackedColumn(bars).json),
                .init("times", PackedColumn(bars.map { times[$0] }).json),
            ]))
    }

    /// A day, an hour, a minute, a second, a millisecond.
    private static let units: [Int64] = [
        86_400_000_000, 3_600_000_000, 60_000_000, 1_000_000, 1_000,
    ]
}
