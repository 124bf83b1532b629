/// Every definition, by group: for lists, for laws, and for finding one by its name.
public enum DefinitionCatalog {
    /// Every definition that a kernel may stand for, in order of the groups.
    public static let all: [Definition] =
        averages + momentum + volatility + volume + statistics + price + mathematics + cycle

    /// Definitions of the same indicators by other conventions, each with golden files.
    public static let variants: [Definition] = [
        .adjustedExponentialAverage, .clampedParabolicStop, .closeKeltnerChannels,
        .firstRangeAverageTrueRange, .firstValueConvergenceDivergence,
        .firstValueExponentialAverage, .plainConvergenceDivergence, .plainSumDirectionalIndex,
        .sampleBollingerBands, .zeroSeededRelativeStrength,
    ]

    /// The definition of that name.
    ///
    /// - Parameter name: a kernel's name, or TA-Lib's name.
    /// - Returns: the definition.
    /// - Throws: `DefinitionError.unknownName` when there is none.
    public static func definition(named name: String) throws(DefinitionError) -> Definition {
        guard let found = byName[name] else { throw .unknownName(name) }
        return found
    }

    private static let byName: [String: Definition] = Dictionary(
        (all + variants).flatMap { [($0.name, $0), ($0.alias, $0)] }, uniquingKeysWith: { $1 })

    private static let averages: [Definition] = [
        .accelerationBands, .arnaudLegouxMovingAverage, .doubleExponentialMovingAverage,
        .exponentialMovingAverage, .hullMovingAverage, .kaufmanAdaptiveMovingAverage, .midpoint,
        .midpointPrice, .movingAverageOfKind, .simpleMovingAverage, .tillsonMovingAverage,
        .triangularMovingAverage, .tripleExponentialMovingAverage, .variablePeriodMovingAverage,
        .volumeWeightedMovingAverage, .weightedMovingAverage, .wilderMovingAverage,
        .zeroLagMovingAverage,
    ]

    private static let momentum: [Definition] = [
        .absolutePriceOscillator, .aroon, .aroonOscillator, .averageDirectionalIndex,
        .averageDirectionalRating, .awesomeOscillator, .balanceOfPower, .chandeMomentumOscillator,
        .choppiness, .commodityChannelIndex, .connorsRelativeStrengthIndex,
        .convergenceDivergence, .convergenceDivergenceOfKinds, .directionalIndex,
        .directionalIndicator, .directionalMovement, .extendedParabolicStop,
        .fastStochasticOscillator, .fixedConvergenceDivergence, .intradayMomentumIndex, .momentum,
        .moneyFlowIndex, .parabolicStop, .percentagePriceOscillator, .rateOfChange,
        .rateOfChangeFraction, .rateOfChangePercentRatio, .rateOfChangeRatio,
        .relativeStrengthIndex, .stochasticOscillator, .stochasticRelativeStrengthIndex,
        .tripleExponentialRateOfChange, .trueStrengthIndex, .ultimateOscillator,
        .unsmoothedChandeMomentumOscillator, .vortex, .williamsRange,
    ]

    private static let volatility: [Definition] = [
        .averageTrueRange, .bollingerBands, .chandelierExit, .donchianChannels,
        .garmanKlassVolatility, .keltnerChannels, .meanAbsoluteDeviation,
        .normalizedAverageTrueRange, .parkinsonVolatility, .standardDeviation, .superTrend,
        .trueRange, .variance, .yangZhangVolatility,
    ]

    private static let volume: [Definition] = [
        .accumulationDistribution, .accumulationOscillator, .chaikinMoneyFlow, .forceIndex,
        .onBalanceVolume, .rollingVolumeWeightedPrice, .sessionVolumeWeightedPrice,
        .volumeWeightedPrice,
    ]

    private static let statistics: [Definition] = [
        .beta, .correlation, .extremeIndices, .linearRegression, .linearRegressionAngle,
        .linearRegressionIntercept, .linearRegressionSlope, .maximumIndex, .percentRank,
        .rollingExtremes, .rollingKurtosis, .rollingMaximum, .rollingMedian, .rollingQuantile,
        .rollingSkewness, .rollingSum, .rollingZScore, .timeSeriesForecast,
    ]

    private static let price: [Definition] = [
        .averagePrice, .heikinAshi, .ichimoku, .medianPrice, .typicalPrice, .weightedClosePrice,
    ]

    private static let mathematics: [Definition] =
        [
            .lag
        ] + Definition.elementwise + Definition.operators

    private static let cycle: [Definition] = [
        .dominantCyclePeriod, .dominantCyclePhase, .instantaneousTrend,
        .mesaAdaptiveMovingAverage, .phasor, .sineWave, .trendMode,
    ]
}
