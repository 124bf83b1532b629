import Kernels
import Trading

extension Bars {
    /// The average true range that counts the range of the first bar.
    public func atrFromFirst(period: Int) -> Signal {
        Signal(.firstRangeAverageTrueRange(period: period), of: high, low, close)
    }

    /// The average true range in percent of the close.
    public func natr(period: Int) -> Signal { 100 * atr(period: period) / close }

    /// Keltner's channel as TA-Lib has it: an exponential average of the typical price, and some
    /// average true ranges around it. What has its value sooner is seeded late, so that all begin
    /// together.
    public func keltner(
        period: Int, rangePeriod: Int, multiple: Double
    ) -> (upper: Signal, middle: Signal, lower: Signal) {
        let wait = period - 1 - rangePeriod
        let range = Signal(
            .wilderMovingAverage(period: rangePeriod, delay: Swift.max(wait, 0)), of: trueRange)
        let middle = typicalPrice.average(.ema, period: period, delay: Swift.max(-wait, 0))
        return channel(middle, Signal(multiple) * range)
    }

    /// Keltner's channel around an exponential average of the close, the range seeded at its own
    /// bar.
    public func keltnerOfClose(
        period: Int, rangePeriod: Int, multiple: Double
    ) -> (upper: Signal, middle: Signal, lower: Signal) {
        channel(close.ema(period: period), Signal(multiple) * atr(period: rangePeriod))
    }

    private func channel(
        _ middle: Signal, _ width: Signal
    ) -> (upper: Signal, middle: Signal, lower: Signal) {
        (middle + width, middle.known(with: width), middle - width)
    }

    /// Donchian's channel: the highest high and the lowest low of the last `period` bars, this one
    /// included, and their middle.
    public func donchian(period: Int) -> (upper: Signal, middle: Signal, lower: Signal) {
        let (upper, lower) = (high.highest(period: period), low.lowest(period: period))
        return (upper, (upper + lower) / 2, lower)
    }

    /// Headley's acceleration bands: means of the close, and of high and low moved apart by four
    /// times the range over their sum; not moved where that is 0.
    public func accelerationBands(
        period: Int
    ) -> (upper: Signal, middle: Signal, lower: Signal) {
        let width = 4 * (high - low).ratio(to: high + low)
        return (
            (high + high * width).sma(period: period), close.sma(period: period),
            (low - low * width).sma(period: period)
        )
    }

    /// The chandelier exit: some average true ranges below the highest high (for a long position)
    /// and above the lowest low (for a short one).
    public func chandelier(period: Int, multiple: Double) -> (long: Signal, short: Signal) {
        let width = Signal(multiple) * atr(period: period)
        return (high.highest(period: period) - width, low.lowest(period: period) + width)
    }

    /// The SuperTrend and its trend: 1 upward, −1 downward.
    public func superTrend(period: Int, multiple: Double) -> (value: Signal, trend: Signal) {
        let outputs = Signal.outputs(
            of: .superTrend(factor: multiple), high, low, close, atr(period: period))
        return (outputs[0], outputs[1])
    }

    /// Parkinson's volatility a bar, from high and low: √(mean of ln(h / l)² / (4 ln 2)).
    public func parkinson(period: Int) -> Signal {
        let range = (high / low).logarithm
        return ((range * range).sma(period: period) / Signal(4 * Self.logarithmOfTwo)).squareRoot
    }

    /// Garman and Klass' volatility a bar, from open, high, low and close:
    /// √(mean of ½ ln(h / l)² − (2 ln 2 − 1) ln(c / o)²).
    public func garmanKlass(period: Int) -> Signal {
        let (range, body) = ((high / low).logarithm, (close / open).logarithm)
        let part = 0.5 * (range * range) - Signal(2 * Self.logarithmOfTwo - 1) * (body * body)
        return part.sma(period: period).squareRoot
    }

    /// Yang and Zhang's volatility a bar, from open, high, low and close and the close before:
    /// √(overnight variance + k × open-to-close variance + (1 − k) × Rogers and Satchell's mean),
    /// k = 0.34 / (1.34 + (n + 1) / (n − 1)); variances over n − 1.
    public func yangZhang(period: Int) -> Signal {
        demand(period >= 2, "period must be ≥ 2, was \(period)")
        let overnight = (open / close.lagged(by: 1)).logarithm
        let body = (close / open).logarithm
        let (up, down) = ((high / open).logarithm, (low / open).logarithm)
        let rogersSatchell = up * (up - body) + down * (down - body)
        let count = Double(period)
        let k = 0.34 / (1.34 + (count + 1) / (count - 1))
        let sample = Signal(count / (count - 1))
        let variance =
            sample * overnight.variance(period: period)
            + Signal(k) * (sample * body.variance(period: period))
            + Signal(1 - k) * rogersSatchell.sma(period: period)
        return variance.squareRoot
    }

    private static let logarithmOfTwo = 0x1.62e42fefa39efp-1
}
