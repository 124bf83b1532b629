import Kernels

extension Bars {
    /// The mean of high, low and close, counted from the low: where all are one price, it is that
    /// price to the bit.
    public var typicalPrice: Signal { low + ((high - low) + (close - low)) / 3 }

    /// The middle of high and low.
    public var medianPrice: Signal { (high + low) / 2 }

    /// Wilder's ADX rating: the mean of the ADX and that of `period − 1` bars ago, as
    /// TA-Lib has it.
    public func adxr(period: Int) -> Signal {
        let index = adx(period: period)
        return (index + index.lagged(by: period - 1)) / 2
    }

    /// The average directional index whose sums begin as plain sums, one bar earlier, 0…100.
    public func adxOfPlainSums(period: Int) -> Signal {
        Signal(.plainSumDirectionalIndex(period: period), of: high, low, close)
    }

    /// Wilder's DX, 0…100: the balance of upward and downward movement.
    public func dx(period: Int) -> Signal { directionalMovement(period: period).dx }

    /// Wilder's sum of upward movement.
    public func plusDM(period: Int) -> Signal {
        Signal.outputs(of: .directionalSum(period: period), high, low)[0]
    }

    /// Wilder's sum of downward movement.
    public func minusDM(period: Int) -> Signal {
        Signal.outputs(of: .directionalSum(period: period), high, low)[1]
    }

    /// The fast stochastic, 0…100; 0 where the range is 0. Both are known from the same bar.
    public func stochasticFast(
        k: Int, d: Int, kind: AverageKind = .sma
    ) -> (k: Signal, d: Signal) {
        Signal.stochastic(high, low, close, k: k, d: d, kind)
    }

    /// The stochastic, 0…100: the fast one smoothed, and the average of that. Both are known from
    /// the same bar.
    public func stochastic(
        k: Int, slowing: Int, d: Int, kind: AverageKind = .sma
    ) -> (k: Signal, d: Signal) {
        let slow = Signal.position(high, low, close, period: k).average(kind, period: slowing)
        let average = slow.average(kind, period: d)
        return (slow.known(with: average), average)
    }

    /// Williams' %R, −100…0: how far the close lies below the highest high; 0 where the range is 0.
    public func williamsR(period: Int) -> Signal {
        let (top, bottom) = (high.highest(period: period), low.lowest(period: period))
        return Signal(.positionBelowTop, of: top, bottom, close)
    }

    /// The commodity channel index: the distance of the typical price from its mean, over 0.015
    /// mean deviations; 0 where these are 0.
    public func cci(period: Int) -> Signal {
        Signal(.commodityChannelIndex(period: period), of: high, low, close)
    }

    /// Williams' ultimate oscillator, 0…100, over three periods, the shortest of which weighs
    /// the most, whatever their order; a part whose range is 0 counts 0.
    public func ultimateOscillator(short: Int, middle: Int, long: Int) -> Signal {
        Signal(
            .ultimateOscillator(short: short, middle: middle, long: long), of: high, low, close)
    }

    /// Aroon, 0…100: how fresh the highest high and the lowest low of the last `period` + 1 bars
    /// are; of equal ones the most recent counts.
    public func aroon(period: Int) -> (down: Signal, up: Signal) {
        func freshness(_ age: Signal) -> Signal {
            100 * (Signal(Double(period)) - age) / Signal(Double(period))
        }
        return (
            freshness(Signal(.barsSinceMinimum(period: period + 1), of: low)),
            freshness(Signal(.barsSinceMaximum(period: period + 1), of: high))
        )
    }

    /// Aroon up less Aroon down, −100…100.
    public func aroonOscillator(period: Int) -> Signal {
        aroon(period: period).up - aroon(period: period).down
    }

    /// The money flow index, 0…100: the share of rising bars' money flow; 0 where none flows.
    public func mfi(period: Int) -> Signal {
        Signal(.moneyFlowIndex(period: period), of: high, low, close, volume)
    }

    /// The balance of power, −1…1: the body over the range; 0 where that is 0.
    public var bop: Signal { (close - open).ratio(to: high - low) }

    /// Wilder's parabolic stop, and its direction: 1 upward, −1 downward.
    public func parabolicStop(
        acceleration: Double = 0.02, maximum: Double = 0.2
    ) -> (stop: Signal, direction: Signal) {
        let outputs = Signal.outputs(
            of: .parabolicStop(step: acceleration, maximum: maximum), high, low)
        return (outputs[0], outputs[1])
    }

    /// Wilder's parabolic stop.
    public func sar(acceleration: Double = 0.02, maximum: Double = 0.2) -> Signal {
        parabolicStop(acceleration: acceleration, maximum: maximum).stop
    }

    /// A parabolic stop that starts by the middles of two bars and is clamped before it is tested.
    public func sarClamped(acceleration: Double = 0.02, maximum: Double = 0.2) -> Signal {
        Signal(.clampedParabolicStop(acceleration: acceleration, maximum: maximum), of: high, low)
    }

    /// Wilder's parabolic stop with a start, an offset at each turn, and factors for each side.
    public func parabolicStop(
        start: Double, offset: Double, long: (first: Double, step: Double, maximum: Double),
        short: (first: Double, step: Double, maximum: Double)
    ) -> (stop: Signal, direction: Signal) {
        let outputs = Signal.outputs(
            of: .parabolicStop(start: start, offset: offset, long: long, short: short), high, low)
        return (outputs[0], outputs[1])
    }

    /// The awesome oscillator: the distance of two means of the median price.
    public func awesomeOscillator(fast: Int = 5, slow: Int = 34) -> Signal {
        medianPrice.sma(period: fast) - medianPrice.sma(period: slow)
    }

    /// The intraday momentum index, 0…100: the share of rising bodies in all bodies of the last
    /// `period` bars; 50 where there are none.
    public func intradayMomentum(period: Int) -> Signal {
        let body = close - open
        let balance = body.sum(period: period).ratio(to: body.magnitude.sum(period: period))
        return 50 * balance + 50
    }

    /// The vortex indicator: movement against the bar before over the true range; 0 where that
    /// is 0.
    public func vortex(period: Int) -> (plus: Signal, minus: Signal) {
        let range = trueRange.sum(period: period)
        let (rise, fall) = (high - low.lagged(by: 1), low - high.lagged(by: 1))
        return (
            rise.magnitude.sum(period: period).ratio(to: range),
            fall.magnitude.sum(period: period).ratio(to: range)
        )
    }

    /// The choppiness index, 0…100: 100 ln(Σ true range / (highest − lowest)) / ln n; 0 where
    /// nothing moved.
    public func choppiness(period: Int) -> Signal {
        let range = high.highest(period: period) - low.lowest(period: period)
        let path = Signal(.maximum, of: trueRange.sum(period: period).ratio(to: range), 1)
        return 100 * path.logarithm / Signal(Double(period)).logarithm
    }
}
