/// One kernel type in the catalogue: how to make it from its parameters, and some that are made.
struct KernelFamily: Sendable {
    let name: String
    let samples: [CompiledKernel]
    let make: @Sendable (KernelParameters) -> CompiledKernel?

    /// A kernel without parameters.
    init(_ kernel: CompiledKernel) {
        name = String(kernel.identity.prefix { $0 != "(" })
        samples = [kernel]
        make = { $0.values.isEmpty ? kernel : nil }
    }

    /// A kernel with parameters.
    init(
        _ name: String, _ samples: [CompiledKernel],
        make: @escaping @Sendable (KernelParameters) -> CompiledKernel?
    ) {
        (self.name, self.samples, self.make) = (name, samples, make)
    }

    /// A kernel whose one parameter is a count.
    init(
        _ name: String, parameter: String = "period", counts: [Int],
        _ kernel: @escaping @Sendable (Int) -> CompiledKernel
    ) {
        self.init(name, counts.map(kernel)) { parameters in
            parameters.are(parameter) ? parameters.count(parameter).map(kernel) : nil
        }
    }
}

extension KernelFamily {
    static let absolute = Self(.absolute)
    static let accumulationDistribution = Self(.accumulationDistribution)
    static let barsSince = Self(.barsSince)
    static let choice = Self(.choice)
    static let cumulativeSum = Self(.cumulativeSum)
    static let knownWith = Self(.knownWith)
    static let logarithm = Self(.logarithm)
    static let flowVolume = Self(.flowVolume)
    static let ratio = Self(.ratio)
    static let runningMean = Self(.runningMean)
    static let squareRoot = Self(.squareRoot)
    static let streak = Self(.streak)
    static let difference = Self(.difference)
    static let maximum = Self(.maximum)
    static let minimum = Self(.minimum)
    static let negation = Self(.negation)
    static let onBalanceVolume = Self(.onBalanceVolume)
    static let product = Self(.product)
    static let quotient = Self(.quotient)
    static let sum = Self(.sum)
    static let trueRange = Self(.trueRange)

    static let averageTrueRange = Self(AverageTrueRange.name, counts: [1, 14, 50]) {
        .averageTrueRange(period: $0)
    }
    static let doubleExponentialAverage = Self(
        DoubleExponentialAverage.name, counts: [1, 5, 20]
    ) { .doubleExponentialAverage(period: $0) }
    static let tripleExponentialAverage = Self(
        TripleExponentialAverage.name, counts: [1, 5, 20]
    ) { .tripleExponentialAverage(period: $0) }
    static let tripleExponentialRateOfChange = Self(
        TripleExponentialRateOfChange.name,
        [5, 15, 50].map { .tripleExponentialRateOfChange(period: $0) }
    ) { parameters in
        parameters.are("period")
            ? parameters.count("period", least: 2).map(CompiledKernel.tripleExponentialRateOfChange)
            : nil
    }
    static let directionalMovement = Self(DirectionalMovement.name, counts: [2, 14, 50]) {
        .directionalMovement(period: $0)
    }
    static let directionalSum = Self(DirectionalSum.name, counts: [1, 2, 14, 50]) {
        .directionalSum(period: $0)
    }
    static let variance = Self(Variance.name, counts: [1, 5, 20, 200]) { .variance(period: $0) }
    static let lag = Self(Lag.name, parameter: "count", counts: [1, 5, 100]) { .lag(by: $0) }
    static let rateOfChange = Self(RateOfChange.name, counts: [1, 10, 100]) {
        .rateOfChange(period: $0)
    }
    static let relativeStrengthIndex = Self(RelativeStrengthIndex.name, counts: [2, 14, 50]) {
        .relativeStrengthIndex(period: $0)
    }
    static let simpleMovingAverage = Self(SimpleMovingAverage.name, counts: [1, 2, 20, 200]) {
        .simpleMovingAverage(period: $0)
    }
    static let standardDeviation = Self(StandardDeviation.name, counts: [1, 5, 20, 200]) {
        .standardDeviation(period: $0)
    }
    static let weightedMovingAverage = Self(WeightedMovingAverage.name, counts: [1, 5, 20, 200]) {
        .weightedMovingAverage(period: $0)
    }

    static let rangePosition = Self(
        RangePosition.name, [.positionInRange, .positionBelowTop]
    ) { parameters in
        guard parameters.are("sign"), let sign = parameters.sign("sign") else { return nil }
        return sign > 0 ? .positionInRange : .positionBelowTop
    }

    static let rollingMaximum = Self(
        RollingMaximum.name,
        [1, 5, 20, 200].flatMap {
            [CompiledKernel.rollingMaximum(period: $0), .rollingMinimum(period: $0)]
        }
    ) { parameters in
        guard parameters.are("period", "sign"), let period = parameters.count("period"),
            let sign = parameters.sign("sign")
        else { return nil }
        return sign > 0 ? .rollingMaximum(period: period) : .rollingMinimum(period: period)
    }

    static let bollingerBands = Self(
        BollingerBands.name,
        [
            .bollingerBands(period: 5, up: 2, down: 2),
            .bollingerBands(period: 20, up: 1.5, down: 2.5),
        ]
    ) { parameters in
        guard parameters.are("period", "up", "down"), let period = parameters.count("period"),
            let up = parameters.values["up"], let down = parameters.values["down"]
        else { return nil }
        return .bollingerBands(period: period, up: up, down: down)
    }

    static let movingAverageConvergence = Self(
        MovingAverageConvergence.name,
        [
            .movingAverageConvergence(fast: 12, slow: 26, signal: 9),
            .movingAverageConvergence(fast: 35, slow: 5, signal: 1), .fixedConvergence(signal: 9),
        ]
    ) { parameters in
        guard parameters.are("fast", "slow", "signal", "fastWeight", "slowWeight"),
            let fast = parameters.count("fast"), let slow = parameters.count("slow"),
            let signal = parameters.count("signal"),
            let fastWeight = parameters.weight("fastWeight"),
            let slowWeight = parameters.weight("slowWeight")
        else { return nil }
        return CompiledKernel(
            MovingAverageConvergence(
                fast: fast, slow: slow, signal: signal, fastWeight: fastWeight,
                slowWeight: slowWeight))
    }

    static let exponentialMovingAverage = Self(
        ExponentialMovingAverage.name,
        [
            .exponentialMovingAverage(period: 2), .exponentialMovingAverage(period: 12, delay: 14),
            .exponentialMovingAverage(period: 20), .exponentialMovingAverage(period: 200),
            .wilderMovingAverage(period: 14),
        ]
    ) { parameters in
        guard parameters.are("period", "weight", "delay"), let period = parameters.count("period"),
            let weight = parameters.weight("weight"),
            let delay = parameters.count("delay", least: 0)
        else { return nil }
        return CompiledKernel(
            ExponentialMovingAverage(period: period, weight: weight, delay: delay))
    }
}
