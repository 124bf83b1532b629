import Trading

/// An account that jumps from fill to fill; equity is counted in units of the starting cash.
///
/// While a long all-in position is held, equity is `units × close`: returns are the price's own, so
/// their sums are differences of prefix sums, and the drawdown is the larger of the price's fall
/// within the run and the fall of the run's lowest mark from the peak before it.
/// (`1 − e/max(P, M) = max(1 − e/P, 1 − e/M)`, so the two need no order.) Whatever else is held, a
/// short, a fraction, a unit that was paid a dividend, is `cash + units × close`, bar by bar.
struct EventAccount: HoldingAccount {
    /// The factor from cash to the amount bought, and from an amount sold to cash.
    let buy, sell: Double
    private let rate, slippage: Double
    private let fraction: Double
    /// What of the equity before a purchase, and after a sale, is its fee.
    private let feeIn, feeOut: Double
    private(set) var equity = 1.0
    private(set) var peak = 1.0
    private var worst = 1.0
    private var sums = SIMD4<Double>.zero
    private var exitSums = SIMD2<Double>.zero
    private var fees = 0.0
    private(set) var trades = 0
    private var heldBars = 0
    private var isOpen = false
    /// The last exit's bar is marked only when the next entry is known to be on a later bar.
    private var exitBar = -1
    private var exitFactor = 1.0

    init(_ rules: TradingRules) {
        (rate, slippage) = (rules.commission.rate, rules.slippage)
        buy = 1 / ((1 + slippage) * (1 + rate))
        sell = (1 - slippage) * (1 - rate)
        (feeIn, feeOut) = (rate / (1 + rate), rate / (1 - rate))
        fraction = if case .fraction(let fraction) = rules.sizing { fraction } else { 1 }
    }

    @inline(__always)
    func isPure(_ index: PriceIndex, _ entry: Int, _ exit: Int) -> Bool {
        fraction == 1
            && (index.nextDividend.isEmpty || Int(index.nextDividend[entry]) > exit
                || Int(index.nextDividend[entry]) == index.count)
    }

    @inline(__always)
    private mutating func add(factor: Double) {
        let r = factor - 1
        exitSums += SIMD2(r, r * r)
    }

    @inline(__always)
    private mutating func markExit() {
        add(factor: exitFactor)
        peak = Double.most(peak, equity)
        lower(to: equity)
        exitFactor = 1
    }

    /// The fall from the peak so far to a mark; a division only where it is a new deepest one.
    @inline(__always)
    private mutating func lower(to mark: Double) {
        if mark < worst * peak { worst = mark / peak }
    }

    @inline(__always)
    mutating func holdPure(
        _ index: PriceIndex, _ entry: Int, _ exit: Int, leave: Double?
    ) {
        let fill = index.fills[entry]
        if entry != exitBar { markExit() }
        fees += equity * feeIn
        if entry == exit {
            let factor = buy * fill.y * (leave.map { $0 * (1 - rate) } ?? fill.x * sell)
            exitFactor *= factor
            equity *= factor
            fees += equity * feeOut
            (exitBar, trades) = (exit, trades &+ 1)
            return
        }
        add(factor: exitFactor * buy * fill.z)
        exitFactor = 1
        let last = exit &- 1
        let units = equity * (buy * fill.y)
        fall(index, entry, last, units)
        sums += index.sums[last] - index.sums[entry]
        heldBars &+= exit &- entry
        guard exit < index.count else {
            equity = units * index.close[last]
            isOpen = true
            return
        }
        (exitBar, trades) = (exit, trades &+ 1)
        if let leave {
            exitFactor = leave / index.close[last] * (1 - rate)
            equity = units * (leave * (1 - rate))
        } else {
            let out = index.fills[exit]
            exitFactor = out.w * sell
            equity = units * (out.x * sell)
        }
        fees += equity * feeOut
    }

    @inline(__always)
    private mutating func fall(_ index: PriceIndex, _ entry: Int, _ last: Int, _ units: Double) {
        let (a, b) = index.ranges.halves(entry, last)
        if a.z < worst { worst = a.z }
        if b.z < worst { worst = b.z }
        if b.x < worst * a.y { worst = b.x / a.y }
        lower(to: units * Double.least(a.x, b.x))
        peak = Double.most(peak, units * Double.most(a.y, b.y))
    }

    mutating func hold(
        _ index: PriceIndex, direction: Double, _ entry: Int, _ exit: Int, leave: Double?
    ) {
        // Before the first known close what is held has no value: the session's part.
        if index.fills[entry].z.isNaN { worst = 0 }
        let price = index.fills[entry].x * (1 + direction * slippage)
        let units = direction * (equity * fraction / (price * (1 + rate)))
        let fee = units.magnitude * price * rate
        var cash = equity - units * price - fee
        fees += fee
        if entry != exitBar { markExit() }
        if entry < exit { cash = mark(index, cash: cash, units: units, entry, exit) }
        guard exit < index.count else {
            isOpen = true
            return
        }
        let out = leave ?? index.fills[exit].x * (1 - direction * slippage)
        let exitFee = units.magnitude * out * rate
        let after = cash + units * out - exitFee
        fees += exitFee
        exitFactor *= after / equity
        (exitBar, trades, equity) = (exit, trades &+ 1, after)
    }

    /// Marks the bars of a position that follows prices and dividends; returns its cash.
    private mutating func mark(
        _ index: PriceIndex, cash start: Double, units: Double, _ entry: Int, _ exit: Int
    ) -> Double {
        var (cash, first) = (start, entry)
        while true {
            let paid =
                index.nextDividend.isEmpty ? index.count : Int(index.nextDividend[first])
            let end = min(exit, paid)
            let value = cash + units * index.close[first]
            add(factor: exitFactor * (value / equity))
            exitFactor = 1
            addReturns(index.close, first, end - 1, cash, units)
            affineFall(index, first, end - 1, cash, units)
            equity = cash + units * index.close[end - 1]
            if paid > exit || paid == index.count { break }
            cash += units * index.dividends[paid]
            if paid == exit { break }
            first = paid
        }
        heldBars += exit - entry
        return cash
    }

    /// The fall of the bars; that within them is walked only where it could beat the worst so far.
    ///
    /// Money at rest softens the price's fall. Of a short, whose equity is `C − U c`, a rise from c
    /// by a factor ρ takes `(ρ − 1) U c / (C − U c)`, most at the highest price.
    private mutating func affineFall(
        _ index: PriceIndex, _ first: Int, _ last: Int, _ cash: Double, _ units: Double
    ) {
        let run = index.ranges.run(first, last)
        let ends = (cash + units * run.x, cash + units * run.y)
        let (lowest, highest) = (min(ends.0, ends.1), max(ends.0, ends.1))
        lower(to: lowest)
        peak = max(peak, highest)
        let bound = units > 0 ? run.z : 1 + (run.w - 1) * units * run.y / lowest
        guard lowest > 0, bound < worst else { return }
        var top = cash + units * index.close[first]
        for bar in first...last {
            let value = cash + units * index.close[bar]
            top = Double.most(top, value)
            if value < worst * top { worst = value / top }
        }
    }

    private mutating func addReturns(
        _ close: [Double], _ first: Int, _ last: Int, _ cash: Double, _ units: Double
    ) {
        let prices = close.span
        let (c, u) = (SIMD4(repeating: cash), SIMD4(repeating: units))
        var (sum, squares, bar) = (SIMD4<Double>.zero, SIMD4<Double>.zero, first)
        while bar + 4 <= last {
            let before = c + u * SIMD4(loading: prices, at: bar)
            let r = (c + u * SIMD4(loading: prices, at: bar + 1)) / before - 1
            sum += r
            squares += r * r
            bar += 4
        }
        exitSums += SIMD2(sum.sum(), squares.sum())
        while bar < last {
            add(factor: (cash + units * prices[bar + 1]) / (cash + units * prices[bar]))
            bar += 1
        }
    }

    /// The statistics, or nil where this form is not accurate: equity that came near nothing,
    /// returns so small that rounding shows, or a mean so large that Σr² − (Σr)²/n cancels.
    @inline(__always)
    mutating func outcome(bars: Int, cash: Double, rootPeriods: Double) -> CellOutcome? {
        markExit()
        let count = Double(bars)
        var sharpe = Double.nan
        if heldBars > 0 || trades > 0 {
            let (sum, squares) = (sums.x + sums.z + exitSums.x, sums.y + sums.w + exitSums.y)
            let mean = sum / count
            let centred = squares - sum * mean
            let tiny = Double(heldBars &+ 2 &* trades) * 1e-12
            // One bar has no deviation; the rest is false for NaN too.
            guard worst > 1e-3, squares > tiny, bars == 1 || centred > 1e-4 * squares else {
                return nil
            }
            if bars > 1 { sharpe = mean / (centred / (count - 1)).squareRoot() * rootPeriods }
        }
        return CellOutcome(
            finalEquity: equity * cash, totalReturn: equity - 1, sharpe: sharpe,
            drawdown: 1 - worst, fees: fees * cash, exposure: Double(heldBars) / count,
            trades: trades, isOpen: isOpen)
    }
}

extension SIMD4<Double> {
    @inline(__always)
    init(loading x: Span<Double>, at i: Int) {
        let part = x.extracting(i..<i &+ 4)
        self.init(part[0], part[1], part[2], part[3])
    }
}
