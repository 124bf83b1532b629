import Sweeps

/// How far two outcomes lie apart; two unknowns do not.
struct Gap {
    /// The relative gap of money: final equity and fees.
    let money: Double
    /// The gap of Sharpe ratio and drawdown.
    let ratios: Double
    /// True when all that is counted is the same.
    let countsAgree: Bool

    init(_ a: CellOutcome, _ b: CellOutcome) {
        func one(_ x: Double, _ y: Double, floor: Double) -> Double {
            if x.isNaN && y.isNaN || x == y { return 0 }
            let gap = abs(x - y) / max(floor, abs(x))
            return gap.isNaN ? .infinity : gap
        }
        money = max(
            one(a.finalEquity, b.finalEquity, floor: 0), one(a.fees, b.fees, floor: 0),
            one(a.totalReturn, b.totalReturn, floor: 1))
        ratios = max(one(a.sharpe, b.sharpe, floor: 1), one(a.drawdown, b.drawdown, floor: 1))
        countsAgree = a.trades == b.trades && a.isOpen == b.isOpen && a.exposure == b.exposure
    }
}
