import MarketData

/// The times of rows for the page's script, in their greatest common unit.
struct PayloadTimes {
    let members: [JSONValue.Member]

    init(_ times: [Timestamp]) {
        let unit = Self.units.first { unit in
            times.allSatisfy { $0.microseconds.isMultiple(of: unit) }
        }
        let step = unit ?? 1
        let isDaily = step == Self.units[0]
        members = [
            .init("count", .integer(times.count)), .init("isDaily", .boolean(isDaily)),
            .init("unit", .integer(Int(step))),
            .init("times", PackedColumn(times.map { Int($0.microseconds / step) }).json),
        ]
    }

    /// A day, an hour, a minute, a second, a millisecond.
    private static let units: [Int64] = [
        86_400_000_000, 3_600_000_000, 60_000_000, 1_000_000, 1_000,
    ]
}
