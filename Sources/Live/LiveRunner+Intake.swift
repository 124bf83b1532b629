import Database
import MarketData

extension LiveRunner {
    /// Asks every feed, and takes what is new, in order of the close.
    func takeFeeds(now: Timestamp) throws(LiveError) {
        released = []
        for feed in feeds {
            let wanted = instruments.mapValues { bars in
                WantedSeries(
                    last: bars.last.time, schedule: bars.schedule, isHeld: bars.heldAt != nil)
            }
            let fed: [FedBar]
            do throws(LiveError) { fed = try feed.poll(wanted, now: now) } catch {
                // A feed that cannot be read costs the bars of that feed.
                guard case .feed = error else { throw error }
                noteFeed(error)
                tellToday("feed", feed.name, "\(error); the other feeds go on", now: now)
                continue
            }
            for complaint in feed.complaints {
                if complaint.isWhole {
                    noteFeed(.feed(name: feed.name, reason: complaint.text))
                }
                batch.findings.append(
                    JournalFindingRecord(
                        kind: "rows", subject: complaint.subject, time: 0,
                        text: "feed \(feed.name): \(complaint.text)", isTold: complaint.isTold))
            }
            try take(aside.isEmpty ? fed : retried() + fed, of: feed.name, now: now)
        }
    }

    private func noteFeed(_ error: LiveError) {
        if !feedErrors.contains(error) { feedErrors.append(error) }
    }

    /// What was set aside is looked at again: an action may explain it now.
    private func retried() -> [FedBar] {
        defer { aside = [:] }
        return aside.values.flatMap(\.values)
    }

    private func take(_ fed: [FedBar], of feed: String, now: Timestamp) throws(LiveError) {
        let arrivals = arrivals(of: fed, by: now)
        var unpriced: [FedBar] = []
        for arrival in arrivals {
            let (bar, bars) = (fed[arrival.offset], ranked[arrival.rank])
            if !bar.isArchived {
                guard bar.bar.isPriced else {
                    unpriced.append(bar)
                    continue
                }
                guard isPlaced(bar, bars) else { continue }
                if try bars.overrules(bar.bar) {
                    aside[bar.key]?[bar.bar.time] = nil
                    note(
                        "overruled", bar,
                        "of feed \(feed) is another one than what was imported in its place. The "
                            + "imported one stands, until an import replaces it", true)
                    continue
                }
            }
            guard try !waits(bar, bars), try isUsual(bar, bars) else { continue }
            try add(bar, to: bars, closedAt: arrival.closedAt, now: now)
        }
        tell(unpriced, of: feed, priced: arrivals.count - unpriced.count)
    }

    /// The closed bars of known series, in order of the close and then of the keys. Two versions
    /// of one bar keep their order.
    private func arrivals(of fed: [FedBar], by now: Timestamp) -> [Arrival] {
        var arrivals: [Arrival] = []
        arrivals.reserveCapacity(fed.count)
        var last: InstrumentBars?
        for (offset, bar) in fed.enumerated() where !bar.isPartial {
            if last?.key != bar.key { last = instruments[bar.key] }
            guard let bars = last else { continue }
            let closedAt = bars.closedAt(ofBarAt: bar.bar.time)
            guard closedAt <= now else { continue }
            arrivals.append(Arrival(closedAt: closedAt, rank: bars.rank, offset: offset))
        }
        arrivals.sort()
        return arrivals
    }

    /// Takes what an import has put in the place of bars of the running day.
    func takeStated(_ bars: InstrumentBars, now: Timestamp) throws(LiveError) {
        for (bar, revision) in try bars.takeStated() {
            let fed = FedBar(key: bars.key, bar: bar, isArchived: true)
            note(
                "correction", fed, "was replaced by an import; what it decided is computed again",
                false)
            step.bars += 1
            batch.bars.append(record(of: fed, revision, now: now))
        }
    }

    private func record(
        of fed: FedBar, _ revision: Int64, now: Timestamp
    ) -> JournalBarRecord {
        JournalBarRecord(
            symbol: fed.key.symbol, interval: fed.key.interval.microseconds,
            time: fed.bar.time.microseconds, revision: revision, values: fed.bar.values,
            received: now.microseconds)
    }

    private func add(
        _ fed: FedBar, to bars: InstrumentBars, closedAt: Timestamp, now: Timestamp
    ) throws(LiveError) {
        let arrival = try bars.add(fed.bar, isArchived: fed.isArchived)
        var revision: Int64 = 0
        switch arrival {
        case .duplicate: return
        case .appended: break
        case .inserted:
            note("late", fed, "came after later bars; what they decided is computed again", false)
        case .corrected(let count):
            revision = count
            note("correction", fed, "was corrected; what it decided is computed again", false)
        }
        step.bars += 1
        if !fed.isArchived || arrival != .appended || bars.fileThrough != fed.bar.time {
            batch.bars.append(record(of: fed, revision, now: now))
        }
        for lane in bars.traders { hand(fed.bar, to: lanes[lane]) }
        for (lane, symbol) in bars.readers
        where !lanes[lane].receive(fed.bar, of: symbol, closedAt: closedAt) {
            lanes[lane].isDirty = true
        }
    }

    /// Puts a bar into the queue of a lane that trades it, or marks the lane when it has decided
    /// beyond it.
    private func hand(_ bar: Bar, to lane: Lane) {
        guard bar.time > lane.last.time else {
            lane.isDirty = true
            return
        }
        guard let end = lane.queue.last, end.time >= bar.time else {
            lane.queue.append(bar)
            return
        }
        let place = lane.queue.lastIndex { $0.time <= bar.time }
        if let place, lane.queue[place].time == bar.time {
            lane.queue[place] = bar
        } else {
            lane.queue.insert(bar, at: place.map { $0 + 1 } ?? 0)
        }
    }

    private func isPlaced(_ fed: FedBar, _ bars: InstrumentBars) -> Bool {
        if bars.schedule.isStart(fed.bar.time) { return true }
        note("misplaced", fed, "begins where no bar begins; it is left out", false)
        return false
    }

    /// True for a bar that comes after a stored one that is held: it waits with it. A feed's bar
    /// for the time of the held one takes its place.
    private func waits(_ fed: FedBar, _ bars: InstrumentBars) throws(LiveError) -> Bool {
        // The store's own bars after one that was held come by its feed at the next look.
        if released.contains(fed.key) {
            aside[fed.key, default: [:]][fed.bar.time] = fed
            return true
        }
        guard let heldAt = bars.heldAt, fed.bar.time >= heldAt else { return false }
        if fed.isArchived { return true }
        guard fed.bar.time == heldAt else {
            aside[fed.key, default: [:]][fed.bar.time] = fed
            return true
        }
        guard try isUsual(fed, bars) else { return true }
        bars.heldAt = nil
        released.insert(fed.key)
        for feed in feeds { feed.rewind() }
        return false
    }

    /// False for a bar with a price that needs an explanation: it is set aside until there is one.
    /// A stored one holds its series, for the file cannot be read without it.
    ///
    /// Every bar is held against the close before it, whether it is appended, late or a correction.
    private func isUsual(_ fed: FedBar, _ bars: InstrumentBars) throws(LiveError) -> Bool {
        let (before, present) = try bars.neighbours(at: fed.bar.time)
        // What was accepted once, under another limit perhaps, is no news.
        guard let before, !(present?.isSame(fed.bar) ?? false) else {
            aside[fed.key]?[fed.bar.time] = nil
            return true
        }
        var expected = before.close
        for action in bars.actions(after: before.time, through: fed.bar.time) {
            if case .split(let new, let old) = action.kind {
                expected = expected * Double(old) / Double(new)
            }
        }
        let prices = [
            ("close", fed.bar.close), ("open", fed.bar.open), ("high", fed.bar.high),
            ("low", fed.bar.low),
        ]
        let odd = prices.first { _, price in
            let ratio = price / expected
            return ratio > settings.jumpLimit || ratio < 1 / settings.jumpLimit
        }
        guard let (name, price) = odd else {
            aside[fed.key]?[fed.bar.time] = nil
            return true
        }
        let follows = try follows(fed, after: before)
        let jumped = "has the \(name) \(price), \(price / expected) times the close before"
        if fed.isArchived {
            bars.heldAt = fed.bar.time
            note(
                "jump", fed,
                "is of the store and \(jumped). Nothing of the symbol is decided from it on: "
                    + "import the split or the true bar, or raise --jump-limit if the price is "
                    + "true", true)
        } else {
            aside[fed.key, default: [:]][fed.bar.time] = fed
            note(
                "jump", fed,
                "\(jumped). It is set aside, and those after it at such prices as well: import the "
                    + "split or correct the feed, or raise --jump-limit if the price is true. One "
                    + "that comes back to the prices before waits for it as for a missing bar, and "
                    + "is then decided without it", !follows)
        }
        return false
    }

    /// True for a bar on a new level of which somebody was told: what follows has the same
    /// explanation, also after a restart.
    private func follows(_ fed: FedBar, after before: Bar) throws(LiveError) -> Bool {
        let isBetween = { (time: Timestamp) in before.time < time && time < fed.bar.time }
        if aside[fed.key]?.keys.contains(where: isBetween) ?? false { return true }
        let told = try journaled { () throws(DatabaseError) in
            try journal.findings(kind: "jump")
        }
        return told.contains {
            $0.subject == subject(of: fed.key) && isBetween(Timestamp(microseconds: $0.time))
        }
    }

    private func subject(of key: SeriesKey) -> String { "\(key.symbol) \(key.interval.name)" }

    private func note(_ kind: String, _ fed: FedBar, _ text: String, _ isTold: Bool) {
        batch.findings.append(
            JournalFindingRecord(
                kind: kind, subject: subject(of: fed.key),
                time: fed.bar.time.microseconds,
                text: "\(fed.key.symbol): the bar of \(fed.bar.time.text) \(text)",
                isTold: isTold))
    }

    /// One message for a feed whose prices cannot be, and one when they can again.
    private func tell(_ unpriced: [FedBar], of feed: String, priced: Int) {
        if let first = unpriced.first, troubled.insert(feed).inserted {
            batch.findings.append(
                JournalFindingRecord(
                    kind: "price", subject: feed, time: first.bar.time.microseconds,
                    text:
                        "feed \(feed): \(counted(unpriced.count, "bar")) with prices of 0, below 0 "
                        + "or missing, the first of \(first.key.symbol) at \(first.bar.time.text); "
                        + "they are no bars, and nothing is decided on them", isTold: true))
        } else if unpriced.isEmpty, priced > 0 {
            troubled.remove(feed)
        }
    }
}

/// The place of a bar among those that came with it.
private struct Arrival: Comparable {
    let closedAt: Timestamp
    let rank: Int
    let offset: Int

    static func < (left: Self, right: Self) -> Bool {
        if left.closedAt != right.closedAt { return left.closedAt < right.closedAt }
        return (left.rank, left.offset) < (right.rank, right.offset)
    }
}

extension Bar {
    /// True when every price is one that can be traded, and the volume is none below zero.
    fileprivate var isPriced: Bool {
        [open, high, low, close].allSatisfy { $0 > 0 && $0.isFinite } && high >= low
            && !(volume < 0) && volume.magnitude != .infinity
    }
}
