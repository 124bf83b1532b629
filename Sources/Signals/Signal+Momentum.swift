import Kernels

extension Signal {
    /// The relative strength index of averages that start at 0, as in the `ta` library; 100 without
    /// losses.
    public func rsiFromZero(period: Int) -> Signal {
        Signal(.zeroSeededRelativeStrength(period: period), of: self)
    }

    /// The change over `period` bars.
    public func mom(period: Int) -> Signal { self - lagged(by: period) }

    /// The change over `period` bars as a fraction; unknown where the earlier value is 0.
    public func rocp(period: Int) -> Signal { mom(period: period) / lagged(by: period) }

    /// The value over that of `period` bars ago; unknown where that is 0.
    public func rocr(period: Int) -> Signal { self / lagged(by: period) }

    /// The value in percent of that of `period` bars ago; unknown where that is 0.
    public func rocr100(period: Int) -> Signal { 100 * rocr(period: period) }

    /// Chande's momentum oscillator, −100…100, smoothed as TA-Lib does; 0 when nothing moved.
    public func cmo(period: Int) -> Signal { Signal(.momentumOscillator(period: period), of: self) }

    /// Chande's own momentum oscillator, −100…100: plain sums of gains and losses; 0 when flat.
    public func cmoUnsmoothed(period: Int) -> Signal {
        let change = mom(period: 1)
        let movement = change.magnitude.sum(period: period)
        return 100 * change.sum(period: period).ratio(to: movement)
    }

    /// The distance of two averages.
    public func apo(fast: Int, slow: Int, kind: AverageKind = .ema) -> Signal {
        average(kind, period: Swift.min(fast, slow)) - average(kind, period: Swift.max(fast, slow))
    }

    /// The distance of two averages in percent of the slower one; 0 where that is (below 2⁻⁹⁶⁰).
    public func ppo(fast: Int, slow: Int, kind: AverageKind = .ema) -> Signal {
        let slower = average(kind, period: Swift.max(fast, slow))
        return 100 * apo(fast: fast, slow: slow, kind: kind).ratio(to: slower)
    }

    /// The MACD with averages of any kind; all three outputs are known from the same bar. The one
    /// of the longer period is taken off, and what has its value sooner starts late, so that both
    /// begin together.
    public func macd(
        fast: (AverageKind, period: Int), slow: (AverageKind, period: Int),
        signal: (AverageKind, period: Int)
    ) -> (line: Signal, signal: Signal, histogram: Signal) {
        if fast.period > slow.period { return macd(fast: slow, slow: fast, signal: signal) }
        let waits = [fast, slow].map { $0.0.lookback(period: $0.period) }
        let line =
            average(fast.0, period: fast.period, delay: Swift.max(waits[1] - waits[0], 0))
            - average(slow.0, period: slow.period, delay: Swift.max(waits[0] - waits[1], 0))
        let average = line.average(signal.0, period: signal.period)
        return (line.known(with: average), average, line - average)
    }

    /// The MACD with Appel's rounded weights, 0.15 over 12 bars and 0.075 over 26.
    public func macdFixed(signal: Int) -> (line: Signal, signal: Signal, histogram: Signal) {
        let outputs = Signal.outputs(of: .fixedConvergence(signal: signal), self)
        return (outputs[0], outputs[1], outputs[2])
    }

    /// The MACD of averages that start as the first value, as charts draw it: known from bar 0.
    public func macdFromFirst(
        fast: Int, slow: Int, signal: Int
    ) -> (line: Signal, signal: Signal, histogram: Signal) {
        let line = emaFromFirst(period: fast) - emaFromFirst(period: slow)
        let average = line.emaFromFirst(period: signal)
        return (line, average, line - average)
    }

    /// The MACD of averages that are each seeded at their own bar.
    public func macdPlain(
        fast: Int, slow: Int, signal: Int
    ) -> (line: Signal, signal: Signal, histogram: Signal) {
        let line = ema(period: fast) - ema(period: slow)
        let average = line.ema(period: signal)
        return (line, average, line - average)
    }

    /// The change over one bar of a triple exponential average, in percent.
    public func trix(period: Int) -> Signal {
        period == 1
            ? roc(period: 1) : Signal(.tripleExponentialRateOfChange(period: period), of: self)
    }

    /// The true strength index, −100…100: the twice smoothed change over its twice smoothed
    /// magnitude; 0 when nothing moved, for so long too that its average lies below 2⁻⁹⁶⁰.
    public func tsi(long: Int, short: Int) -> Signal {
        let change = mom(period: 1)
        let movement = change.magnitude.ema(period: long).ema(period: short)
        return 100 * change.ema(period: long).ema(period: short).ratio(to: movement)
    }

    /// How many bars in a row this rose; negative where it fell, 0 where it stayed.
    public var streak: Signal { Signal(.streak, of: self) }

    /// The share of the last `period` bars before this one that are less than it, in percent.
    public func percentRank(period: Int) -> Signal {
        Signal(.percentRank(period: period), of: self)
    }

    /// Connors' RSI, 0…100: the mean of the RSI, the RSI of the streak, and the rank of the last
    /// return among the `rank` before it.
    public func connorsRSI(period: Int, streak length: Int, rank: Int) -> Signal {
        let place = roc(period: 1).percentRank(period: rank)
        return (rsi(period: period) + streak.rsi(period: length) + place) / 3
    }

    /// Where this lies between its least and its greatest value of the last `k` bars, in percent,
    /// and the average of that; 0 where these are equal. Both are known from the same bar.
    public func stochasticFast(
        k: Int, d: Int, kind: AverageKind = .sma
    ) -> (k: Signal, d: Signal) {
        Signal.stochastic(self, self, self, k: k, d: d, kind)
    }

    /// The fast stochastic of the RSI.
    public func stochasticRSI(
        period: Int, k: Int, d: Int, kind: AverageKind = .sma
    ) -> (k: Signal, d: Signal) {
        rsi(period: period).stochasticFast(k: k, d: d, kind: kind)
    }

    static func stochastic(
        _ high: Signal, _ low: Signal, _ close: Signal, k: Int, d: Int, _ kind: AverageKind
    ) -> (k: Signal, d: Signal) {
        let place = position(high, low, close, period: k)
        let average = place.average(kind, period: d)
        return (place.known(with: average), average)
    }

    /// Where the close lies in the range of the last bars, in percent.
    static func position(_ high: Signal, _ low: Signal, _ close: Signal, period: Int) -> Signal {
        let (top, bottom) = (high.highest(period: period), low.lowest(period: period))
        return Signal(.positionInRange, of: top, bottom, close)
    }
}
