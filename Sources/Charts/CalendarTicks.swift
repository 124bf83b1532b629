/// Labels of a time axis: the rows at which a year, a month, a day, an hour or a minute begins.
public enum CalendarTicks {
    /// The ticks of the finest unit that gives no more than `count`.
    ///
    /// The first row gets a label only when no other row does.
    ///
    /// - Parameters:
    ///   - times: The rows' times as ISO 8601 text: `2024-03-01` or `2024-03-01T14:30:00Z`.
    ///   - count: The most labels, ≥ 1.
    /// - Returns: The ticks, ascending by row.
    public static func ticks(times: [String], atMost count: Int) -> [RowTick] {
        for unit in Unit.all {
            let starts = unit.starts(times)
            guard !starts.isEmpty else { continue }
            for step in unit.steps {
                let kept = starts.filter { unit.isMultiple(times[$0], of: step) }
                if !kept.isEmpty, kept.count <= count {
                    return kept.map { RowTick(row: $0, label: unit.label(times[$0])) }
                }
            }
        }
        return times.first.map { [RowTick(row: 0, label: String($0.prefix(10)))] } ?? []
    }

    private struct Unit {
        /// The characters of the text that name the unit.
        let length: Int
        let steps: [Int]
        /// The number with which the unit begins to count.
        let origin: Int

        static let all = [
            Unit(length: 16, steps: [1, 5, 15, 30], origin: 0),
            Unit(length: 13, steps: [1, 3, 6, 12], origin: 0),
            Unit(length: 10, steps: [1], origin: 1),
            Unit(length: 7, steps: [1, 3, 6], origin: 1),
            Unit(length: 4, steps: [1, 2, 5, 10, 20, 50, 100], origin: 0),
        ]

        func starts(_ times: [String]) -> [Int] {
            guard let first = times.first, first.utf8.count >= length else { return [] }
            return times.indices.dropFirst().filter { row in
                times[row].utf8.prefix(length).elementsEqual(times[row - 1].utf8.prefix(length))
                    == false
            }
        }

        func isMultiple(_ time: String, of step: Int) -> Bool {
            let digits = time.prefix(length).suffix(length == 4 ? 4 : 2)
            return ((Int(digits) ?? origin) - origin).isMultiple(of: step)
        }

        func label(_ time: String) -> String {
            let month = Int(time.prefix(7).suffix(2)) ?? 0
            let name = (1...12).contains(month) ? Self.months[month - 1] : "?"
            switch length {
            case 4: return String(time.prefix(4))
            case 7: return month == 1 ? String(time.prefix(4)) : "\(name) \(time.prefix(4))"
            case 10: return "\(time.prefix(10).suffix(2)) \(name)"
            case 13: return "\(time.prefix(13).suffix(2)):00"
            default: return String(time.prefix(16).suffix(5))
            }
        }

        private static let months = [
            "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
        ]
    }
}
