import MarketData

/// What is missing between rows, and what in a row can hardly be true.
extension RowCollector {
    /// Notes the sessions between the first and the last bar that have no bar.
    ///
    /// - Parameters:
    ///   - order: the rows that hold as bars, in order of time.
    ///   - schedule: the interval and the calendar of the series.
    mutating func reportGaps(_ order: [Int], _ schedule: BarSchedule) {
        guard schedule.interval != .week, schedule.calendar != .continuous else { return }
        var (missing, first, place) = (0, CivilDate?.none, 0)
        var (last, sessions) = (CivilDate?.none, 0)
        for row in order {
            let date = schedule.calendar.sessionDate(
                ofBarAt: Timestamp(microseconds: times[row]), interval: schedule.interval)
            defer { last = date }
            guard let last, last < date else { continue }
            sessions += 1
            var day = last.adding(days: 1)
            while day < date {
                if schedule.calendar.isSession(day) {
                    missing += 1
                    if first == nil { (first, place) = (day, row) }
                }
                day = day.adding(days: 1)
            }
        }
        guard let first else { return }
        let count = counted(missing, "session")
        report(
            .gap, "date", first.description, line: lines[place],
            remark:
                "\(count) of \(schedule.calendar.name) between its \(parted(sessions + 1)) have no "
                + "bar, this is the first", time: first.midnight.microseconds)
    }

    /// Notes a low of less than half, and a high of more than twice, both open and close; and
    /// the bars that say a volume of zero although their prices move.
    mutating func reportSpikes(_ order: [Int]) {
        var (count, first) = (0, 0)
        for row in order {
            let price = prices[row]
            let (low, high) = (min(price[0], price[3]), max(price[0], price[3]))
            if price[2] < 0.5 * low || price[1] > 2 * high {
                let isLow = price[2] < 0.5 * low
                report(
                    .spike, isLow ? "low" : "high", "\(isLow ? price[2] : price[1])",
                    line: lines[row], remark: "open \(price[0]), close \(price[3])",
                    time: times[row])
            }
            if volumes[row] == 0, price[1] > price[2] {
                if count == 0 { first = row }
                count += 1
            }
        }
        guard count > 0 else { return }
        report(
            .silentVolume, "volume", "0", line: lines[first],
            remark:
                "\(parted(count)) of \(parted(order.count)), this is the first; they are taken as "
                + "traded",
            time: times[first])
    }
}
