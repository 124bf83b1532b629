import Charts
import MarketData

/// Labels of a time axis for the first paint.
enum RowTicks {
    /// The ticks of rows; of very many rows only as many are looked at as are needed.
    static func ticks(_ times: [Timestamp], atMost count: Int, language: Language) -> [RowTick] {
        let time = TimeText(times)
        let step = max(1, times.count / 4_000)
        let rows = Array(stride(from: 0, to: times.count, by: step))
        let ticks = CalendarTicks.ticks(
            times: rows.map { time.text(of: times[$0]) }, atMost: count)
        return ticks.map { tick in
            RowTick(row: rows[tick.row], label: translated(tick.label, language))
        }
    }

    /// `Mar 2024` as `2024.3`, `Mar 5` as `3월 5일` in Korean.
    private static func translated(_ label: String, _ language: Language) -> String {
        guard language == .korean else { return label }
        let words = label.split(separator: " ")
        guard words.count == 2 else { return label }
        let month = (1...12).first { month in
            words.contains { $0 == MonthName.short(month, .english) }
        }
        guard let month, let other = words.first(where: { Int($0) != nil }) else { return label }
        let number = Int(other) ?? 0
        return number > 31 ? "\(number).\(month)" : "\(month)월 \(number)일"
    }
}
