import Kernels
import MarketData

extension Bars {
    /// The volume, counted by where the close lies in its bar, −1…1 times; 0 where the bar has no
    /// range.
    private var flowVolume: Signal { Signal(.flowVolume, of: high, low, close, volume) }

    /// Accumulation and distribution: the volume, counted by where the close lies in its bar,
    /// summed up from the origin.
    public var accumulation: Signal {
        Signal(.accumulationDistribution, of: high, low, close, volume)
    }

    /// Chaikin's oscillator: the distance of two exponential averages of accumulation, both started
    /// with its first value.
    public func accumulationOscillator(fast: Int, slow: Int) -> Signal {
        Signal(.accumulationOscillator(fast: fast, slow: slow), of: high, low, close, volume)
    }

    /// Chaikin's money flow, −1…1; 0 where nothing was traded.
    public func cmf(period: Int) -> Signal {
        flowVolume.sum(period: period).ratio(to: volume.sum(period: period))
    }

    /// The mean close of the last `period` bars, weighed by volume; unknown where nothing
    /// was traded.
    public func vwma(period: Int) -> Signal { close.mean(weighedBy: volume, period: period) }

    /// The mean typical price of all bars so far, weighed by volume; unknown until something was
    /// traded.
    public var vwap: Signal { Signal(.runningMean, of: typicalPrice, volume, 0) }

    /// The mean typical price of the last `period` bars, weighed by volume; unknown where nothing
    /// was traded.
    public func vwap(period: Int) -> Signal {
        typicalPrice.mean(weighedBy: volume, period: period)
    }

    /// The mean typical price since the session began (or its week or month), weighed by volume;
    /// unknown until something was traded in it.
    public func vwap(since unit: SessionUnit) -> Signal {
        Signal(.runningMean, of: typicalPrice, volume, session(unit))
    }

    /// Elder's force index: the change of the close times the volume, averaged exponentially.
    public func forceIndex(period: Int) -> Signal {
        (close.mom(period: 1) * volume).ema(period: period)
    }
}
