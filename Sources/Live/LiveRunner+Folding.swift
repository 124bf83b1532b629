import Database
import MarketData

extension LiveRunner {
    /// Folds the journal's bars that closed before an instant into the immutable files.
    ///
    /// First the new file and the transaction that points to it, then the rows go. Between the two
    /// a bar stands in both, with the same bits, and counts once: a reader sees one series.
    ///
    /// - Parameter instant: the start of the running session.
    /// - Returns: the number of bars folded.
    /// - Throws: when a file or the journal cannot be written; the bars are then where they were.
    ///   A series whose file cannot be written keeps no other from folding.
    public func fold(before instant: Timestamp) throws(LiveError) -> Int {
        try lock?.check()
        var (count, failure) = (0, LiveError?.none)
        for (key, bars) in instruments.sorted(by: { $0.key < $1.key }) {
            let decided = lanes.filter { $0.own === bars }.map(\.last.time).min() ?? bars.last.time
            let due = bars.tail.filter { bar in
                bar.time <= decided && bars.schedule.closedAt(ofBarAt: bar.time) <= instant
            }
            // What an import has just changed is looked at first.
            guard let end = due.last?.time, try bars.isCurrent else { continue }
            do throws(LiveError) { try archive.fold(due, into: key) } catch {
                failure = failure ?? error
                continue
            }
            try journaled { () throws(DatabaseError) in
                try journal.removeBars(
                    symbol: key.symbol, interval: key.interval.microseconds,
                    through: end.microseconds)
            }
            try bars.folded(through: end)
            count += due.count
        }
        if let failure { throw failure }
        return count
    }
}
