/// Labels of a time axis: the rows at which a year, a month, a day, an hour or a minute begins.
public enum CalendarTicks {
    /// The ticks of the finest unit that gives no more than `count`.
    ///
    /// No unit is more than four times the one before, so where there are enough rows, a quarter
    /// of `count` is always reached. The first row gets a label only when no other row does.
    ///
    /// - Parameters:
    ///   - times: The rows' times as ISO 8601 text: `2024-03-01` or `2024-03-01T14:30:00Z`.
    ///   - count: The most labels, ≥ 1.
    /// - Returns: The ticks, ascending by row.
    public static func ticks(times: [String], atMost count: Int) -> [RowTick] {
        let instants = times.map { Instant($0) }
        let dayCount = (instants.last?.day ?? 0) - (instants.first?.day ?? 0)
        // A day or an hour is named without its year.
        for unit in Unit.all where dayCount < 366 || unit.isOfYears {
            let starts = instants.indices.dropFirst().filter { row in
                unit.number(of: instants[row]) != unit.number(of: instants[row - 1])
            }
            guard !starts.isEmpty, starts.count <= count else { continue }
            return starts.enumerated().map { index, row in
                let before = index == 0 ? instants[0] : instants[starts[index - 1]]
                return RowTick(
                    row: row,
                    label: unit.label(instants[row], isNewDay: instants[row].day != before.day))
            }
        }
        return times.first.map { [RowTick(row: 0, label: String($0.prefix(10)))] } ?? []
    }

    /// A time, read from its text.
    private struct Instant {
        var (year, month, dayOfMonth, minute) = (0, 1, 1, 0)

        init(_ text: String) {
            let numbers = text.utf8.prefix(16).split { !(48...57).contains($0) }
                .map { $0.reduce(0) { $0 * 10 + Int($1) - 48 } }
            guard numbers.count >= 3 else { return }
            (year, month, dayOfMonth) = (numbers[0], numbers[1], numbers[2])
            if numbers.count >= 5 { minute = numbers[3] * 60 + numbers[4] }
        }

        /// Days since 1970-01-01. Source: Hinnant, chrono-compatible low-level date algorithms.
        var day: Int {
            let shifted = month > 2 ? year : year - 1
            let era = (shifted >= 0 ? shifted : shifted - 399) / 400
            let yearOfEra = shifted - era * 400
            let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + dayOfMonth - 1
            return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
                - 719_468
        }
    }

    private struct Unit {
        enum Kind { case minutes, days, weeks, months, years }

        let kind: Kind
        let step: Int

        static let all: [Unit] =
            [1, 2, 5, 10, 15, 30, 60, 120, 180, 360, 720].map { Unit(kind: .minutes, step: $0) }
            + [1, 2].map { Unit(kind: .days, step: $0) }
            + [1, 2].map { Unit(kind: .weeks, step: $0) }
            + [1, 3, 6].map { Unit(kind: .months, step: $0) }
            + [1, 2, 5, 10, 20, 50, 100].map { Unit(kind: .years, step: $0) }

        /// True when its labels say the year.
        var isOfYears: Bool { kind == .months || kind == .years }

        /// Which of these units a time lies in.
        func number(of time: Instant) -> Int {
            switch kind {
            case .minutes: (time.day * 1_440 + time.minute) / step
            case .days: time.day / step
            // 1970-01-01 was a Thursday; weeks begin on Monday.
            case .weeks: (time.day + 3) / 7 / step
            case .months: (time.year * 12 + time.month - 1) / step
            case .years: time.year / step
            }
        }

        func label(_ time: Instant, isNewDay: Bool) -> String {
            let name =
                (1...12).contains(time.month) ? CalendarTicks.months[time.month - 1] : "?"
            switch kind {
            case .years: return "\(time.year)"
            case .months: return time.month == 1 ? "\(time.year)" : "\(name) \(time.year)"
            case .minutes where !isNewDay:
                // An axis of very many rows looks at some of them only, which may be a little
                // late for the full hour.
                let minute = step >= 60 ? time.minute / 60 * 60 : time.minute
                return "\(padded(minute / 60)):\(padded(minute % 60))"
            case .minutes, .days, .weeks: return "\(name) \(time.dayOfMonth)"
            }
        }

        private func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    }

    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
}
