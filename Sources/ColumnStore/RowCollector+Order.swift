import MarketData

extension RowCollector {
    /// The interval that the smallest step between two times names; nil when it names none.
    var spacing: Interval? {
        let day = Interval.day.microseconds
        guard let first = times.first else { return nil }
        guard let step = smallestStep else { return first % day == 0 ? .day : nil }
        if step >= 5 * day { return step <= 10 * day ? .week : nil }
        if step >= day { return .day }
        return day % step == 0 ? Interval(microseconds: step) : nil
    }

    private var smallestStep: Int64? {
        let isSorted = zip(times, times.dropFirst()).allSatisfy { $0 <= $1 }
        let sorted = isSorted ? times : times.sorted()
        var step = Int64.max
        for (left, right) in zip(sorted, sorted.dropFirst()) where left < right {
            step = min(step, right - left)
        }
        return step == .max ? nil : step
    }

    /// The rows in order of time, each time once, with findings on rows that were not so.
    ///
    /// Of several rows for one time the last one holds. Rows that say the same collapse without
    /// a finding when the reader is lenient.
    mutating func order(isLenient: Bool) -> [Int] {
        let isAscending = zip(times, times.dropFirst()).allSatisfy { $0 < $1 }
        if isAscending { return Array(times.indices) }
        reportUnsorted()
        let sorted = times.indices.sorted { (times[$0], $0) < (times[$1], $1) }
        var order: [Int] = []
        for row in sorted {
            if let last = order.last, times[last] == times[row] {
                if !isLenient || !isSame(last, row) {
                    report(.duplicate, "date", text(ofTimeAt: last), line: lines[last])
                }
                order[order.count - 1] = row
            } else {
                order.append(row)
            }
        }
        return order
    }

    private mutating func reportUnsorted() {
        for row in times.indices.dropFirst() where times[row] < times[row - 1] {
            report(.unsorted, "date", text(ofTimeAt: row), line: lines[row])
        }
    }

    /// True when two rows say the same, unknown volumes included.
    private func isSame(_ left: Int, _ right: Int) -> Bool {
        prices[left] == prices[right]
            && volumes[left].bitPattern == volumes[right].bitPattern
    }

    private func text(ofTimeAt row: Int) -> String {
        Timestamp(microseconds: times[row]).text
    }

    /// The bars of some rows.
    func table(_ order: [Int], interval: Interval) -> BarTable {
        var table = BarTable(interval: interval)
        table.times = order.map { Timestamp(microseconds: times[$0]) }
        table.open = order.map { prices[$0][0] }
        table.high = order.map { prices[$0][1] }
        table.low = order.map { prices[$0][2] }
        table.close = order.map { prices[$0][3] }
        table.volume = order.map { volumes[$0] }
        if header.adjustedClose != nil {
            table.extras = [.init(name: "adj_close", values: order.map { adjusted[$0] })]
        }
        table.findings = findings.sorted { $0.line < $1.line }
        return table
    }
}
