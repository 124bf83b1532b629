/// What takes the positions of a cell, in order.
protocol HoldingAccount {
    /// True when a long position is the price alone.
    func isPure(_ index: PriceIndex, _ entry: Int, _ exit: Int) -> Bool

    /// Takes a long all-in position that is the price alone, from the fill on bar `entry` to that
    /// on `exit`, or to the end when that is the number of bars; `leave` is the exit's price net of
    /// slippage when it is not the fill of its bar.
    mutating func holdPure(_ index: PriceIndex, _ entry: Int, _ exit: Int, leave: Double?)

    /// The same of any position, long for a direction of +1, short for −1.
    mutating func hold(
        _ index: PriceIndex, direction: Double, _ entry: Int, _ exit: Int, leave: Double?)
}

/// Keeps the positions alone.
struct HoldingList: HoldingAccount {
    private(set) var holdings: [Holding] = []

    func isPure(_ index: PriceIndex, _ entry: Int, _ exit: Int) -> Bool { false }

    mutating func holdPure(_ index: PriceIndex, _ entry: Int, _ exit: Int, leave: Double?) {
        hold(index, direction: 1, entry, exit, leave: leave)
    }

    mutating func hold(
        _ index: PriceIndex, direction: Double, _ entry: Int, _ exit: Int, leave: Double?
    ) {
        holdings.append(
            Holding(
                direction: Int(direction), entry: entry, exit: exit < index.count ? exit : nil))
    }
}
