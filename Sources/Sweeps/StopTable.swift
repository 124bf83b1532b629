import MarketData
import Trading

/// Where stop and target end a position, for every bar on which its entry could be decided.
///
/// A stop or a target that looks only at the entry and at prices after it does not depend on the
/// parameter set: the exit is a function of the decision's bar. It is found once per instrument
/// and level, and every cell reads it; the bar-by-bar work of a stop disappears from the sweep.
public final class StopTable: Sendable {
    /// The sides that a table is made for.
    public struct Sides: OptionSet, Sendable {
        /// One bit a side.
        public let rawValue: UInt8
        /// Sides from their bits.
        public init(rawValue: UInt8) { self.rawValue = rawValue }
        /// Long positions.
        public static let long = Sides(rawValue: 1)
        /// Short positions.
        public static let short = Sides(rawValue: 2)
    }

    /// What the table says of one decision.
    final class Exits: Sendable {
        /// An entry that is refused at its fill, and one that is not placed.
        static let (refused, unknown) = (Int32(-1), Int32(-2))
        /// The bar of the exit, the number of bars when there is none, or one of the above.
        let bars: [Int32]
        /// The exit's price net of slippage, on the basis of the first row.
        let prices: [Double]

        init(bars: [Int32], prices: [Double]) { (self.bars, self.prices) = (bars, prices) }
    }

    let long, short: Exits?
    private let index: PriceIndex
    private let rules: TradingRules
    /// The decisions' values, for the session itself.
    let values: LevelValues

    /// The table of the rules' stop and target.
    ///
    /// - Parameters:
    ///   - index: the prices.
    ///   - rules: their stop, target, slippage and what protects the entry's bar.
    ///   - sides: the sides that the sweep trades.
    ///   - values: the values of stop and target, where the rules take them.
    /// - Complexity: O(bars × log bars) a side; a trailing distance also visits each best price.
    public init(
        _ index: PriceIndex, _ rules: TradingRules, sides: Sides = .long,
        values: LevelValues = LevelValues()
    ) {
        for (level, values) in [(rules.stop, values.stops), (rules.target, values.targets)] {
            precondition(
                !level.takesValue || values?.count == index.count,
                "a stop or target of \(level) takes one value a bar")
        }
        (self.index, self.rules, self.values) = (index, rules, values)
        func exits(_ side: Sides, _ direction: Double) -> Exits? {
            guard sides.contains(side) else { return nil }
            var search = ExitSearch(index, rules, direction: direction)
            return search.exits(values)
        }
        (long, short) = (exits(.long, 1), exits(.short, -1))
    }

    /// True when the table was made of these prices and the same stop, target and slippage.
    func serves(_ index: PriceIndex, _ rules: TradingRules) -> Bool {
        self.index === index && self.rules.stop == rules.stop
            && self.rules.target == rules.target && self.rules.slippage == rules.slippage
            && self.rules.protectsEntryBar == rules.protectsEntryBar
    }
}
