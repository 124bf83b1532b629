import MarketData

/// How far a bar may go before any lane has something to do.
struct LaneReach {
    private var below = -Double.infinity
    private var above = Double.infinity

    /// Takes in the levels of a cell that holds something.
    mutating func include(_ cell: LaneCell, follows: Bool) {
        let isLong = cell.quantity > 0
        // Comparisons with NaN, no level, are false.
        for level in [cell.stop, cell.target, follows ? cell.best : .nan] {
            let isBelow = isLong == (level == cell.stop)
            if isBelow, level > below { below = level }
            if !isBelow, level < above { above = level }
        }
    }

    /// True when a bar reaches one of them.
    func isMet(by bar: Bar) -> Bool {
        bar.open <= below || bar.low <= below || bar.open >= above || bar.high >= above
    }
}
