import Kernels

extension Signal {
    /// The period of the dominant cycle in bars, and both components of the Hilbert transform.
    public var hilbertTransform: (period: Signal, inPhase: Signal, quadrature: Signal) {
        let outputs = Signal.outputs(of: .hilbertTransform, self)
        return (outputs[0], outputs[1], outputs[2])
    }

    /// The phase of the dominant cycle in degrees, the trend without it, and 1 where it trends.
    public var dominantCycle: (phase: Signal, trend: Signal, mode: Signal) {
        let outputs = Signal.outputs(of: .dominantCycle, self)
        return (outputs[0], outputs[1], outputs[2])
    }

    /// The sine of the phase of the dominant cycle, and the sine 45 degrees ahead of it.
    public var sineWave: (sine: Signal, lead: Signal) {
        let (phase, radians) = (dominantCycle.phase, Signal(.pi / 180))
        return ((radians * phase).sine, (radians * (phase + 45)).sine)
    }
}

extension Bars {
    /// Candles of averages: each begins in the middle of the one before.
    public var heikinAshi: (open: Signal, high: Signal, low: Signal, close: Signal) {
        let outputs = Signal.outputs(of: .heikinAshi, open, high, low, close)
        return (outputs[0], outputs[1], outputs[2], outputs[3])
    }
}
