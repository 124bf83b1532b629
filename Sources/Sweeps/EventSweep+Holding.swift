extension EventSweep {
    /// Writes the bars on which the position changes (entry, exit, entry, …); returns how many.
    static func collect(
        _ set: [UInt64], _ reset: [UInt64], into events: inout [Int32]
    ) -> Int {
        collect(set, reset, reset, into: &events)
    }

    /// The same where either of two conditions resets.
    static func collect(
        _ set: [UInt64], _ reset: [UInt64], _ other: [UInt64], into events: inout [Int32]
    ) -> Int {
        var (latch, count) = (Latch(), 0)
        var out = events.mutableSpan
        precondition(set.count == reset.count && set.count == other.count)
        for word in set.indices {
            let bits = latch.changes(set: set[word], reset: reset[word] | other[word])
            out.append(bits: bits, base: word &* 64, count: &count)
        }
        return count
    }

    /// Long positions, from the bars of the decisions: entry, exit, entry and so on.
    static func hold(
        _ events: [Int32], _ count: Int, _ index: PriceIndex, _ account: inout some HoldingAccount
    ) {
        let (bars, fillBar) = (index.count, index.fillBar)
        for place in stride(from: 0, to: count, by: 2) {
            let entry = Int(fillBar[Int(events[place])])
            let exit = place &+ 1 < count ? Int(fillBar[Int(events[place &+ 1])]) : bars
            guard entry < bars else { return }
            if account.isPure(index, entry, exit) {
                account.holdPure(index, entry, exit, leave: nil)
            } else {
                account.hold(index, direction: 1, entry, exit, leave: nil)
            }
        }
    }

    /// Long positions that stop or target may end; who left by one waits for the next entry, which
    /// lies behind the exit.
    static func hold(
        _ events: [Int32], _ count: Int, _ exits: StopTable.Exits, _ index: PriceIndex,
        _ account: inout some HoldingAccount
    ) {
        let (bars, fillBar, stops, isLate) = (
            index.count, index.fillBar, exits.bars, index.fill != .nextOpen
        )
        for place in stride(from: 0, to: count, by: 2) {
            let decision = Int(events[place])
            let entry = Int(fillBar[decision])
            let exit = place &+ 1 < count ? Int(fillBar[Int(events[place &+ 1])]) : bars
            guard entry < bars else { return }
            let stop = Int(stops[decision])
            if stop < 0 { continue }
            // A stop acts inside its bar: after a fill at the open, before one at the close.
            let isStopped = stop < bars && (stop < exit || isLate && stop == exit)
            let (end, price) = isStopped ? (stop, exits.prices[decision]) : (exit, nil)
            if account.isPure(index, entry, end) {
                account.holdPure(index, entry, end, leave: price)
            } else {
                account.hold(index, direction: 1, entry, end, leave: price)
            }
        }
    }

    /// Long positions with a stop or a target: the entries are searched one by one, because a stop
    /// moves the next one.
    ///
    /// - Precondition: no two wishes wait for one fill.
    static func walk(
        _ wishes: borrowing CellWishes, _ exits: StopTable.Exits, _ index: PriceIndex,
        _ account: inout some HoldingAccount
    ) {
        let (bars, isLate) = (index.count, index.fill != .nextOpen)
        var bar = 0
        while true {
            bar = wishes.enterLong.span.nextBit(from: bar, count: bars)
            guard bar < bars else { return }
            let (entry, stop) = (Int(index.fillBar[bar]), Int(exits.bars[bar]))
            guard entry < bars else { return }
            // Not placed, or refused at the fill.
            if stop < 0 {
                bar &+= 1
                continue
            }
            let from = isLate ? entry &+ 1 : entry
            let signal = wishes.exitLong.span.nextBit(from: from, count: bars)
            let exit = signal < bars ? Int(index.fillBar[signal]) : bars
            let isStopped = stop < bars && (stop < exit || isLate && stop == exit)
            let (end, price) = isStopped ? (stop, exits.prices[bar]) : (exit, nil)
            if account.isPure(index, entry, end) {
                account.holdPure(index, entry, end, leave: price)
            } else {
                account.hold(index, direction: 1, entry, end, leave: price)
            }
            guard end < bars else { return }
            // An entry on the bar of its own exit does not count, so nothing is entered there.
            bar = end
        }
    }

    /// Long and short positions in order of time.
    static func hold(
        _ longs: ([Int32], Int), _ shorts: ([Int32], Int), _ index: PriceIndex,
        _ account: inout some HoldingAccount
    ) {
        let bars = index.count
        var (long, short) = (0, 0)
        while long < longs.1 || short < shorts.1 {
            let isLong =
                short >= shorts.1 || long < longs.1 && longs.0[long] < shorts.0[short]
            let (place, count) = isLong ? (long, longs.1) : (short, shorts.1)
            func bar(_ place: Int) -> Int {
                guard place < count else { return bars }
                return Int(index.fillBar[Int(isLong ? longs.0[place] : shorts.0[place])])
            }
            let (entry, exit) = (bar(place), bar(place + 1))
            guard entry < bars else { return }
            if isLong, account.isPure(index, entry, exit) {
                account.holdPure(index, entry, exit, leave: nil)
            } else {
                account.hold(index, direction: isLong ? 1 : -1, entry, exit, leave: nil)
            }
            if isLong { long += 2 } else { short += 2 }
        }
    }
}
