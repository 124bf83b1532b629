import MarketData

/// The times of rows for the page's script, in their greatest common unit.
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
        members = [
            .init("count", .integer(rows.count)), .init("isDaily", .boolean(isDaily)),
            .init("unit", .integer(Int(step))),
            .init("times", PackedColumn(rows.map { Int($0.microseconds / step) }).json),
        ]
    }

    /// A day, an hour, a minute, a second, a millisecond.
    private static let units: [Int64] = [
        86_400_000_000, 3_600_000_000, 60_000_000, 1_000_000, 1_000,
    ]
}
