extension KernelFamily {
    /// Kernels of other conventions than TA-Lib's.
    static let variants: [KernelFamily] = [
        Self(AdjustedExponentialAverage.name, counts: [1, 20, 200]) {
            .adjustedExponentialAverage(period: $0)
        },
        Self(FirstRangeAverageTrueRange.name, counts: [1, 14, 50]) {
            .firstRangeAverageTrueRange(period: $0)
        },
        Self(ZeroSeededRelativeStrength.name, counts: [2, 14, 50]) {
            .zeroSeededRelativeStrength(period: $0)
        },
        Self(
            PlainSumDirectionalIndex.name,
            [2, 14].map { CompiledKernel.plainSumDirectionalIndex(period: $0) }
        ) { parameters in
            guard parameters.are("period"), let period = parameters.count("period", least: 2)
            else { return nil }
            return .plainSumDirectionalIndex(period: period)
        },
        Self(
            ClampedParabolicStop.name,
            [.clampedParabolicStop(acceleration: 0.02, maximum: 0.2)]
        ) { parameters in
            guard parameters.are("acceleration", "maximum"),
                let acceleration = parameters.values["acceleration"],
                let maximum = parameters.values["maximum"], acceleration >= 0, maximum >= 0
            else { return nil }
            return .clampedParabolicStop(acceleration: acceleration, maximum: maximum)
        },
    ]
}
