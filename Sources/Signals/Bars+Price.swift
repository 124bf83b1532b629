import Kernels

extension Bars {
    /// The mean of open, high, low and close.
    public var averagePrice: Signal { ((open + high) + (low + close)) / 4 }

    /// The mean of high, low and twice the close.
    public var weightedClose: Signal { ((high + low) + 2 * close) / 4 }

    /// The middle of the highest high and the lowest low of the last `period` bars.
    public func middle(period: Int) -> Signal { donchian(period: period).middle }

    /// Ichimoku's lines at the bar that computes them: both spans are drawn `base` bars ahead.
    public func ichimoku(
        conversion: Int = 9, base: Int = 26, span: Int = 52
    ) -> (conversion: Signal, base: Signal, spanA: Signal, spanB: Signal) {
        let (fast, slow) = (middle(period: conversion), middle(period: base))
        return (fast, slow, (fast + slow) / 2, middle(period: span))
    }
}
