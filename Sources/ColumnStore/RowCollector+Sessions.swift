import MarketData

/// What the calendar says about rows.
extension RowCollector {
    /// Notes the rows on days without a session, and the weeks that a Sunday names.
    ///
    /// - Parameters:
    ///   - order: the rows that hold as bars.
    ///   - schedule: the interval and the calendar of the series.
    mutating func reportSessions(_ order: [Int], _ schedule: BarSchedule) {
        if schedule.interval == .week { return reportSundays(order, schedule.calendar) }
        guard schedule.calendar != .continuous else { return }
        if schedule.interval.microseconds < Interval.day.microseconds {
            reportHours(order, schedule.calendar)
        }
        var (first, count, weekends) = (Int?.none, 0, 0)
        var (date, isSession) = (CivilDate?.none, true)
        for row in order {
            let found = schedule.calendar.sessionDate(
                ofBarAt: Timestamp(microseconds: times[row]), interval: schedule.interval)
            if found != date { (date, isSession) = (found, schedule.calendar.isSession(found)) }
            guard !isSession else { continue }
            first = first ?? row
            count += 1
            if found.weekday > 4 { weekends += 1 }
        }
        guard let first else { return }
        let name = schedule.calendar.name
        let rows = count == 1 ? "1 row lies" : "\(parted(count)) rows lie"
        let isAlways = weekends > 1 && 10 * weekends >= order.count
        let remedy =
            isAlways
            ? "; \(parted(weekends)) of them on weekends: import with --calendar 24/7 what trades "
                + "then"
            : ""
        report(
            .nonSession, "date", Timestamp(microseconds: times[first]).text, line: lines[first],
            remark: "\(rows) on days without a session of \(name), this is the first" + remedy,
            time: times[first])
    }

    private mutating func reportHours(_ order: [Int], _ calendar: Calendar) {
        let never = Timestamp(microseconds: 0)
        var (date, hours) = (CivilDate?.none, never..<never)
        var (first, count) = (Int?.none, 0)
        for row in order {
            let time = Timestamp(microseconds: times[row])
            let found = calendar.localDate(at: time)
            if found != date {
                (date, hours) = (found, calendar.opensAt(found)..<calendar.closesAt(found))
            }
            guard !hours.contains(time), calendar.isSession(found) else { continue }
            first = first ?? row
            count += 1
        }
        guard let first else { return }
        let isMany = 10 * count > order.count
        let remedy =
            isMany ? "; a time without an offset is UTC: give --zone exchange for local times" : ""
        report(
            .outsideHours, "date", Timestamp(microseconds: times[first]).text, line: lines[first],
            remark: "\(parted(count)) of \(counted(order.count, "bar")), this is the first"
                + remedy,
            time: times[first])
    }

    private mutating func reportSundays(_ order: [Int], _ calendar: Calendar) {
        let rows = order.filter { session(of: $0, calendar).weekday == 6 }
        guard let first = rows.first else { return }
        report(
            .sundayWeek, "date", session(of: first, calendar).description, line: lines[first],
            remark: "\(counted(rows.count, "row is", plural: "rows are")) such; where the "
                + "week begins there, give its Monday", time: times[first])
    }
}
