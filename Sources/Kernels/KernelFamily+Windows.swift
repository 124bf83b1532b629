extension KernelFamily {
    static let meanDeviation = Self(MeanDeviation.name, counts: [1, 2, 20, 51]) {
        .meanDeviation(period: $0)
    }
    static let commodityChannelIndex = Self(CommodityChannelIndex.name, counts: [1, 2, 20, 51]) {
        .commodityChannelIndex(period: $0)
    }
    static let rollingZScore = Self(RollingZScore.name, counts: [1, 2, 20, 200]) {
        .zScore(period: $0)
    }
    static let moneyFlowIndex = Self(MoneyFlowIndex.name, counts: [1, 2, 14, 50]) {
        .moneyFlowIndex(period: $0)
    }
    static let momentumOscillator = Self(MomentumOscillator.name, counts: [2, 14, 50]) {
        .momentumOscillator(period: $0)
    }
    static let percentRank = Self(PercentRank.name, counts: [1, 5, 100]) {
        .percentRank(period: $0)
    }
    static let rollingSum = Self(RollingSum.name, counts: [1, 2, 20, 200]) {
        .rollingSum(period: $0)
    }
    static let warmUp = Self(WarmUp.name, parameter: "count", counts: [1, 9]) {
        .warmUp(count: $0)
    }
    static let weightedMean = Self(WeightedMean.name, counts: [1, 5, 20, 200]) {
        .weightedMean(period: $0)
    }

    static let barsSinceExtreme = Self(
        BarsSinceExtreme.name,
        [1, 5, 20, 200].flatMap {
            [CompiledKernel.barsSinceMaximum(period: $0), .barsSinceMinimum(period: $0)]
        }
    ) { parameters in
        guard parameters.are("period", "sign"), let period = parameters.count("period"),
            let sign = parameters.sign("sign")
        else { return nil }
        return CompiledKernel(BarsSinceExtreme(period: period, sign: sign))
    }

    static let gaussianAverage = Self(
        GaussianAverage.name,
        [
            .gaussianAverage(period: 1, offset: 0.85, sigma: 6),
            .gaussianAverage(period: 9, offset: 0.85, sigma: 6),
            .gaussianAverage(period: 50, offset: 0.5, sigma: 4),
        ]
    ) { parameters in
        guard parameters.are("period", "offset", "sigma"), let period = parameters.count("period"),
            let offset = parameters.values["offset"], let sigma = parameters.values["sigma"],
            sigma > 0
        else { return nil }
        return .gaussianAverage(period: period, offset: offset, sigma: sigma)
    }

    static let kaufmanAdaptiveAverage = Self(
        KaufmanAdaptiveAverage.name,
        [
            .kaufmanAdaptiveAverage(period: 2, fast: 2, slow: 30),
            .kaufmanAdaptiveAverage(period: 10, fast: 2, slow: 30),
            .kaufmanAdaptiveAverage(period: 50, fast: 5, slow: 20),
        ]
    ) { parameters in
        guard parameters.are("period", "fast", "slow"),
            let period = parameters.count("period", least: 2),
            let fast = parameters.count("fast"), let slow = parameters.count("slow")
        else { return nil }
        return .kaufmanAdaptiveAverage(period: period, fast: fast, slow: slow)
    }

    static let ultimateOscillator = Self(
        UltimateOscillator.name,
        [
            .ultimateOscillator(short: 1, middle: 2, long: 3),
            .ultimateOscillator(short: 7, middle: 14, long: 28),
            .ultimateOscillator(short: 40, middle: 3, long: 3),
        ]
    ) { parameters in
        guard parameters.are("short", "middle", "long"), let short = parameters.count("short"),
            let middle = parameters.count("middle"), let long = parameters.count("long")
        else { return nil }
        return .ultimateOscillator(short: short, middle: middle, long: long)
    }

    static let accumulationOscillator = Self(
        AccumulationOscillator.name,
        [
            .accumulationOscillator(fast: 3, slow: 10),
            .accumulationOscillator(fast: 20, slow: 1),
        ]
    ) { parameters in
        guard parameters.are("fast", "slow"), let fast = parameters.count("fast"),
            let slow = parameters.count("slow")
        else { return nil }
        return .accumulationOscillator(fast: fast, slow: slow)
    }

    static let variableAverage = Self(
        VariableAverage.name,
        [.variableAverage(least: 1, most: 5), .variableAverage(least: 2, most: 30)]
    ) { parameters in
        guard parameters.are("least", "most"), let least = parameters.count("least"),
            let most = parameters.count("most"), least <= most
        else { return nil }
        return .variableAverage(least: least, most: most)
    }
}
