/// Every built-in kernel: for laws, for lists, and for reading a plan back from its text.
public enum KernelCatalog {
    /// Every kernel with several parameter sets, in order of their names.
    public static let all: [CompiledKernel] = families.flatMap(\.samples)

    /// The names of the kernels, in order.
    public static var names: [String] { families.map(\.name) }

    /// A built-in kernel from its name and parameters; nil when there is none such.
    public static func kernel(
        named name: String, parameters: [String: Double]
    ) -> CompiledKernel? {
        families.first { $0.name == name }?.make(KernelParameters(values: parameters))
    }

    /// A built-in kernel from its canonical identity; nil when there is none such.
    public static func kernel(identity: String) -> CompiledKernel? {
        guard let open = identity.firstIndex(of: "("), identity.last == ")",
            let parameters = KernelParameters(
                text: identity[identity.index(after: open)...].dropLast()),
            let found = kernel(named: String(identity[..<open]), parameters: parameters.values),
            found.identity == identity
        else { return nil }
        return found
    }

    private static let families: [KernelFamily] =
        (basics + KernelFamily.statistics + KernelFamily.functions + KernelFamily.cycles
        + KernelFamily.candles + KernelFamily.variants)
        .sorted { $0.name < $1.name }

    private static let basics: [KernelFamily] = [
        .absolute, .accumulationDistribution, .accumulationOscillator, .averageTrueRange,
        .barsSince, .barsSinceExtreme, .bollingerBands, .choice, .commodityChannelIndex,
        .cumulativeSum, .difference,
        .directionalMovement, .directionalSum, .doubleExponentialAverage, .exponentialMovingAverage,
        .flowVolume, .gaussianAverage, .kaufmanAdaptiveAverage, .knownWith, .lag, .logarithm,
        .maximum, .meanDeviation, .mesaAdaptiveAverage, .minimum, .momentumOscillator,
        .moneyFlowIndex, .movingAverageConvergence, .negation, .onBalanceVolume, .parabolicStop,
        .percentRank, .product, .quotient, .rangePosition, .rateOfChange, .ratio,
        .relativeStrengthIndex, .rollingMaximum, .rollingSum, .rollingZScore, .runningMean,
        .simpleMovingAverage, .squareRoot, .standardDeviation, .streak, .sum, .superTrend,
        .tripleExponentialAverage, .tripleExponentialRateOfChange, .trueRange, .ultimateOscillator,
        .variableAverage, .variance, .warmUp, .weightedMean, .weightedMovingAverage,
    ]
}

extension CompiledKernel {
    /// A built-in kernel from its canonical identity; nil when there is none such.
    public init?(identity: String) {
        guard let found = KernelCatalog.kernel(identity: identity) else { return nil }
        self = found
    }
}
