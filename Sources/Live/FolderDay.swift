import MarketData

/// The rows of one day of a file whose times have no offset, as read: do they look like times of
/// the exchange's clocks?
struct FolderDay {
    private var placed = 0
    private var odd = 0
    /// True while every row is one of the exchange's hours by its own clocks, and they are not UTC.
    private var fitsLocal = true
    /// True when the first row is the open by the exchange's clocks.
    private var beginsAtLocalOpen = false
    /// True when a row begins later than it can have been written.
    private var isAhead = false

    /// Adds a row, in order of time.
    mutating func add(_ time: Timestamp, _ schedule: BarSchedule, _ now: Timestamp) {
        let calendar = schedule.calendar
        let local = calendar.instant(ofLocal: time)
        if placed + odd == 0 {
            beginsAtLocalOpen = calendar.opensAt(calendar.localDate(at: local)) == local
        }
        if schedule.isStart(time) { placed += 1 } else { odd += 1 }
        fitsLocal = fitsLocal && local != time && schedule.isStart(local)
        isAhead = isAhead || time >= now + schedule.interval
    }

    /// True when most rows begin where no bar begins.
    var isMostlyOutside: Bool { odd > max(2, placed) }

    /// True when all rows are of the exchange's hours by its own clocks, and as UTC one is not, or
    /// the first is late by just what the clocks are ahead, or one is of the future.
    var isLocal: Bool { fitsLocal && (odd > 0 || beginsAtLocalOpen || isAhead) }
}
