import MarketData

/// Which rows are which bars.
extension RowCollector {
    /// The rows that hold as bars, in order of time, each bar once.
    ///
    /// Rows that say the same collapse. A row within the bar of the row before it is what a source
    /// repeats while a bar runs, and merges into it: the first open, the highest high, the lowest
    /// low, the last close and the larger volume. Of other rows for one time the last one holds.
    ///
    /// - Parameter schedule: when the bars begin; the times are starts of bars where a bar is a
    ///   day or a week.
    /// - Returns: the rows, whose times are now the starts of their bars.
    /// - Throws: when too many rows lie closer together, or all farther apart, than the interval.
    mutating func order(_ schedule: BarSchedule) throws(StoreError) -> [Int] {
        let interval = schedule.interval
        let isNamed = interval == .day || interval == .week
        if isNamed { moveToBars(schedule) }
        // Each of other numbers than prices stands at its own time.
        let least = isNamed || holdsValues ? 1 : interval.microseconds
        let isAscending = zip(times, times.dropFirst()).allSatisfy { $1 - $0 >= least }
        if isAscending {
            let rows = Array(times.indices)
            if let problem = contradiction(to: interval, order: rows, inside: []) { throw problem }
            return rows
        }
        reportUnsorted()
        let sorted = times.indices.sorted {
            (times[$0], instants[$0], $0) < (times[$1], instants[$1], $1)
        }
        let distinct = collapsed(sorted)
        if !isNamed, !holdsValues { moveToRunningBars(distinct, schedule) }
        let inside = zip(distinct, distinct.dropFirst()).filter { times[$0] == times[$1] }.map(\.1)
        if let problem = contradiction(to: interval, order: distinct, inside: inside) {
            throw problem
        }
        return merged(distinct)
    }

    /// Gives each row that lies within the bar of the row before it the start of that bar. The
    /// close of a session ends a bar, and its open begins one.
    private mutating func moveToRunningBars(_ rows: [Int], _ schedule: BarSchedule) {
        guard var start = rows.first.map({ Timestamp(microseconds: instants[$0]) }) else { return }
        let calendar = schedule.calendar
        for row in rows {
            let time = Timestamp(microseconds: instants[row])
            let end = schedule.closedAt(ofBarAt: start)
            let open = calendar.opensAt(calendar.localDate(at: time))
            let isOpening = calendar != .continuous && start < open && open <= time
            if time >= end || isOpening && end < schedule.closedAt(ofBarAt: time) { start = time }
            times[row] = start.microseconds
        }
    }

    /// One row for each time as written, with a finding on those that say something else.
    private mutating func collapsed(_ sorted: [Int]) -> [Int] {
        var rows: [Int] = []
        for row in sorted {
            guard let last = rows.last, isRepeat(last, row) else {
                rows.append(row)
                continue
            }
            let (lost, held) = (min(last, row), max(last, row))
            if !isSame(lost, held) {
                report(
                    .duplicate, "date", text(ofTimeAt: lost), line: lines[lost],
                    remark: "line \(lines[held]) holds", time: times[lost])
            }
            rows[rows.count - 1] = held
        }
        return rows
    }

    /// Rows of one bar made one; `rows` in order of time.
    private mutating func merged(_ rows: [Int]) -> [Int] {
        var order: [Int] = []
        for row in rows {
            guard let bar = order.last, times[bar] == times[row] else {
                order.append(row)
                continue
            }
            let (first, last) = (prices[bar], prices[row])
            func known(_ lane: Int, _ merge: (Double, Double) -> Double) -> Double {
                first[lane].isNaN
                    ? last[lane]
                    : last[lane].isNaN
                        ? first[lane] : merge(first[lane], last[lane])
            }
            prices[bar] = SIMD4(
                known(0) { one, _ in one }, known(1, max), known(2, min),
                known(3) { _, other in other })
            volumes[bar] =
                volumes[bar].isNaN
                ? volumes[row]
                : volumes[row].isNaN
                    ? volumes[bar] : max(volumes[bar], volumes[row])
            report(
                .liveRow, "date", Timestamp(microseconds: instants[row]).text, line: lines[row],
                remark: "merged with line \(lines[bar]): the first open, the highest high, the "
                    + "lowest low, the last close, the larger volume", time: times[bar])
        }
        return order
    }

    private mutating func reportUnsorted() {
        let early = times.indices.dropFirst().filter { times[$0] < times[$0 - 1] }
        guard let first = early.first else { return }
        if early.count == times.count - 1 {
            report(
                .unsorted, "date", text(ofTimeAt: first), line: lines[first],
                remark: "the newest row comes first; --repair sorts the file")
        } else {
            for row in early {
                report(.unsorted, "date", text(ofTimeAt: row), line: lines[row])
            }
        }
    }

    /// True when two rows of one bar name the same time.
    private func isRepeat(_ left: Int, _ right: Int) -> Bool {
        guard times[left] == times[right] else { return false }
        if instants[left] == instants[right] { return true }
        return forms[left] != .clock && forms[right] != .clock && days[left] == days[right]
    }

    /// True when two rows say the same, unknown values included.
    private func isSame(_ left: Int, _ right: Int) -> Bool {
        (0..<4).allSatisfy { prices[left][$0].bitPattern == prices[right][$0].bitPattern }
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
        table.lines = order.map { lines[$0] }
        table.isZoneless = order.map { zoneless[$0] }
        if header.adjustedClose != nil {
            table.extras = [.init(name: "adj_close", values: order.map { adjusted[$0] })]
        }
        table.findings = (findings + notes).sorted { $0.line < $1.line }
        return table
    }
}
