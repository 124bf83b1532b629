import MarketData
import Promotions

/// What the runner accepts as the bars of one series: those of the immutable file up to a point,
/// and those of the journal, which hold where both have one.
final class InstrumentBars {
    /// What a bar means to those that were there.
    enum Arrival: Equatable {
        case duplicate
        case appended
        /// It belongs before the last one.
        case inserted
        /// It takes the place of another; the number counts the corrections.
        case corrected(revision: Int64)
    }

    let key: SeriesKey
    let schedule: BarSchedule
    private var clock: SessionClock
    /// Its place among the runner's series, in order of the keys.
    var rank = 0
    /// The runner's lanes that trade it.
    var traders: [Int] = []
    /// The runner's lanes that read it beside what they trade, and the symbol they know it by.
    var readers: [(lane: Int, symbol: String)] = []
    /// The start of the last bar of the file that counts.
    private(set) var fileThrough: Timestamp
    /// The bars of the journal, in order of time.
    private(set) var tail: [Bar]
    /// How often each of them was corrected, and those that have folded since.
    private(set) var revisions: [Timestamp: Int64]
    /// The last bar.
    private(set) var last: Bar
    /// The actions that the ledger books, in order.
    private(set) var actions: [CorporateAction]
    /// The starts of bars that a person put in the place of others.
    private var stated: Set<Timestamp>
    private let archive: any BarArchive
    private var opened: ArchivedBars?
    /// What the present file holds of what was promised, by the first and the last bar.
    private var promised: [[Timestamp]: HistoryDigest?] = [:]
    private var missed: (after: Timestamp, at: Timestamp)?
    /// The start of a bar of the file that waits for an explanation; nothing from it on counts.
    var heldAt: Timestamp?
    /// True once somebody was told that the bars after the last one are missing.
    var isMissedTold = false
    private var token: String

    init(
        _ key: SeriesKey, _ archive: any BarArchive, closedBy instant: Timestamp,
        tail: [Bar], revisions: [Timestamp: Int64]
    ) throws(LiveError) {
        (self.key, self.archive, self.tail, self.revisions) = (key, archive, tail, revisions)
        token = try archive.state(of: key).token
        stated = try archive.stated(of: key)
        let history = try archive.bars(of: key)
        let series = history.series
        let end = series.closedAt.firstIndex { $0 > instant } ?? series.count
        guard end > 0 else {
            throw .bars(
                symbol: key.symbol,
                reason: "none of its \(series.count) stored bars had closed by \(instant.text); an "
                    + "import seems to have taken the place of the history")
        }
        schedule = series.schedule
        clock = SessionClock(series.schedule)
        actions = history.actions
        fileThrough = series.times[end - 1]
        last = series[end - 1]
        opened = history
        // Where both have a bar, the journal's holds.
        if let newest = tail.last, newest.time >= last.time { last = newest }
    }

    /// The instant at which a bar is known.
    func closedAt(ofBarAt time: Timestamp) -> Timestamp { clock.closedAt(ofBarAt: time) }

    /// The start of the bar that is expected after another.
    func expectedStart(after time: Timestamp) -> Timestamp { clock.expectedStart(after: time) }

    /// Forgets the opened file, so that its memory is free and a later import is seen.
    func close() { opened = nil }

    /// Looks whether the file or the actions have changed; true where they have.
    func refresh() throws(LiveError) -> Bool {
        let present = try archive.state(of: key).token
        guard present != token else { return false }
        // What was held is looked at again: the import may explain it.
        (token, opened, promised, heldAt) = (present, nil, [:], nil)
        stated = try archive.stated(of: key)
        _ = try history()
        return true
    }

    /// True while the file and the actions are those that were looked at last.
    var isCurrent: Bool { get throws(LiveError) { try archive.state(of: key).token == token } }

    /// Takes from the file what a person has put in the place of bars of the journal.
    ///
    /// - Returns: those bars, with the number of corrections of each.
    func takeStated() throws(LiveError) -> [(bar: Bar, revision: Int64)] {
        guard tail.contains(where: { stated.contains($0.time) }) else { return [] }
        let series = try history().series
        var taken: [(bar: Bar, revision: Int64)] = []
        for place in tail.indices where stated.contains(tail[place].time) {
            let row = series.firstRow(notBefore: tail[place].time)
            guard row < series.count, series.times[row] == tail[place].time,
                !series[row].isSame(tail[place])
            else { continue }
            let bar = series[row]
            let revision = (revisions[bar.time] ?? 0) + 1
            (tail[place], revisions[bar.time]) = (bar, revision)
            if bar.time == last.time { last = bar }
            taken.append((bar, revision))
        }
        return taken
    }

    /// True when a person has put another bar in the place of what a feed gives.
    func overrules(_ bar: Bar) throws(LiveError) -> Bool {
        guard stated.contains(bar.time) else { return false }
        return try !(neighbours(at: bar.time).present?.isSame(bar) ?? false)
    }

    /// What the file holds of the bars that were promised; nil where it has none at their first.
    func promised(
        from first: Timestamp, through last: Timestamp
    ) throws(LiveError) -> HistoryDigest? {
        if let known = promised[[first, last]] { return known }
        let history = try history()
        let row = history.series.firstRow(notBefore: first)
        let hasFirst = row < history.series.count && history.series.times[row] == first
        let found =
            hasFirst
            ? HistoryDigest(
                of: history.series, actions: history.actions, from: first, through: last) : nil
        promised[[first, last]] = found
        return found
    }

    /// The instant from which the series counts as missed: two bars after the last one should have
    /// come by then.
    func missedAt(_ patience: Interval) -> Timestamp {
        if let missed, missed.after == last.time { return missed.at }
        let second = schedule.expectedStart(after: schedule.expectedStart(after: last.time))
        let instant = schedule.closedAt(ofBarAt: second) + patience
        (missed, isMissedTold) = ((last.time, instant), false)
        return instant
    }

    private func history() throws(LiveError) -> ArchivedBars {
        if let opened { return opened }
        let history = try archive.bars(of: key)
        (opened, actions) = (history, history.actions)
        return history
    }

    /// Takes a bar.
    func add(_ bar: Bar, isArchived: Bool) throws(LiveError) -> Arrival {
        if bar.time > last.time {
            if isArchived, tail.last.map({ $0.time <= fileThrough }) ?? true {
                fileThrough = bar.time
            } else {
                tail.append(bar)
                revisions[bar.time] = 0
            }
            last = bar
            return .appended
        }
        let place = tail.firstIndex { $0.time >= bar.time } ?? tail.count
        if place < tail.count, tail[place].time == bar.time {
            if tail[place].isSame(bar) { return .duplicate }
            if isArchived { return .duplicate }
            tail[place] = bar
            if bar.time == last.time { last = bar }
            let revision = (revisions[bar.time] ?? 0) + 1
            revisions[bar.time] = revision
            return .corrected(revision: revision)
        }
        let filed = try filed(at: bar.time)
        if let filed, filed.isSame(bar) { return .duplicate }
        if isArchived { return .duplicate }
        tail.insert(bar, at: place)
        // The bar of the file is the one that came first, or what its corrections came to.
        let revision = filed == nil ? 0 : (revisions[bar.time] ?? 0) + 1
        revisions[bar.time] = revision
        if bar.time == last.time { last = bar }
        return filed == nil ? .inserted : .corrected(revision: revision)
    }

    /// The known bar before an instant, and the one at it; nil where there is none.
    func neighbours(at time: Timestamp) throws(LiveError) -> (before: Bar?, present: Bar?) {
        if time > last.time { return (last, nil) }
        let place = tail.firstIndex { $0.time >= time } ?? tail.count
        let own = place < tail.count && tail[place].time == time ? tail[place] : nil
        let newer = place > 0 ? tail[place - 1] : nil
        if let own, let newer, newer.time >= fileThrough { return (newer, own) }
        let series = try history().series
        let row = series.firstRow(
            notBefore: min(time, Timestamp(microseconds: fileThrough.microseconds + 1)))
        let older = row > 0 ? series[row - 1] : nil
        let before = [older, newer].compactMap { $0 }.max { $0.time < $1.time }
        let isFiled = row < series.count && series.times[row] == time && time <= fileThrough
        return (before, own ?? (isFiled ? series[row] : nil))
    }

    /// The first bar of the file, after an instant and up to another, whose close is more than so
    /// many times the close before, or less than that fraction, splits counted. Bars for which the
    /// journal's hold are not of the file.
    func unexplained(
        after start: Timestamp, through end: Timestamp, limit: Double
    ) throws(LiveError) -> (bar: Bar, ratio: Double)? {
        let series = try history().series
        let owned = Set(tail.map(\.time))
        let first = series.firstRow(notBefore: Timestamp(microseconds: start.microseconds + 1))
        for row in max(1, first)..<max(1, first, series.count) {
            let (before, time) = (series.times[row - 1], series.times[row])
            if time > min(end, fileThrough) { return nil }
            if owned.contains(time) || owned.contains(before) { continue }
            var expected = series.close[row - 1]
            for action in actions(after: before, through: time) {
                if case .split(let new, let old) = action.kind {
                    expected = expected * Double(old) / Double(new)
                }
            }
            let ratio = series.close[row] / expected
            if ratio > limit || ratio < 1 / limit { return (series[row], ratio) }
        }
        return nil
    }

    private func filed(at time: Timestamp) throws(LiveError) -> Bar? {
        guard time <= fileThrough else { return nil }
        let series = try history().series
        let row = series.firstRow(notBefore: time)
        return row < series.count && series.times[row] == time ? series[row] : nil
    }

    /// Every accepted bar up to an instant, and the actions.
    func accepted(through time: Timestamp) throws(LiveError) -> ArchivedBars {
        let history = try history()
        let series = history.series
        let end = series.firstRow(
            notBefore: Timestamp(microseconds: min(fileThrough, time).microseconds + 1))
        let newer = tail.filter { $0.time <= time }
        guard !newer.isEmpty else {
            return ArchivedBars(series: series.rows(0..<end), actions: history.actions)
        }
        var bars: [Bar] = []
        bars.reserveCapacity(end + newer.count)
        var next = 0
        for row in 0..<end {
            while next < newer.count, newer[next].time < series.times[row] {
                bars.append(newer[next])
                next += 1
            }
            if next < newer.count, newer[next].time == series.times[row] {
                bars.append(newer[next])
                next += 1
            } else {
                bars.append(series[row])
            }
        }
        bars += newer[next...]
        let whole = Series(
            symbol: key.symbol, interval: key.interval, calendar: schedule.calendar, bars: bars)
        return ArchivedBars(series: whole, actions: history.actions)
    }

    /// Lets go of journal bars that the file holds now.
    func folded(through time: Timestamp) throws(LiveError) {
        token = try archive.state(of: key).token
        tail.removeAll { $0.time <= time }
        revisions = revisions.filter { $0.key > time || $0.value > 0 }
        fileThrough = max(fileThrough, time)
        (opened, promised) = (nil, [:])
    }

    /// The actions whose ex-dates lie after one bar and not after another.
    func actions(after before: Timestamp, through time: Timestamp) -> [CorporateAction] {
        actions.filter { before < $0.exDate && $0.exDate <= time }
    }
}
