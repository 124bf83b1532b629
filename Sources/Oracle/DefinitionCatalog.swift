/// Every definition, by group: for lists, for laws, and for finding one by its name.
public enum DefinitionCatalog {
    /// Every definition: indicators by group, then the blocks that they are made of, then the same
    /// indicators by other conventions.
    public static let all: [Definition] = [
        averages, momentum, volatility, volume, statistics, price, mathematics, cycle, candles,
        blocks, variants,
    ].flatMap(\.self)

    /// The definition of that name.
    ///
    /// - Parameter name: a kernel's name, TA-Lib's name, or what is typed; case, `_` and `.` do not
    ///   matter.
    /// - Returns: the definition.
    /// - Throws: `DefinitionError.unknownName` when there is none.
    public static func definition(named name: String) throws(DefinitionError) -> Definition {
        guard let found = byName[Definition.normalized(name)] else { throw .unknownName(name) }
        return found
    }

    /// By name; another name holds only where no definition has it as its own.
    private static let byName: [String: Definition] = {
        let own = all.map { ($0.name, $0) }
        let others = all.flatMap { definition in definition.aliases.map { ($0, definition) } }
        return Dictionary(own + others, uniquingKeysWith: { first, _ in first })
    }()

    private static let averages: [Definition] =
        [
            .accelerationBands, .arnaudLegouxMovingAverage, .doubleExponentialMovingAverage,
            .exponentialMovingAverage, .hullMovingAverage, .kaufmanAdaptiveMovingAverage,
            .midpoint, .midpointPrice, .movingAverageOfKind, .simpleMovingAverage,
            .tillsonMovingAverage, .triangularMovingAverage, .tripleExponentialMovingAverage,
            .variablePeriodMovingAverage, .volumeWeightedMovingAverage, .weightedMovingAverage,
            .wilderMovingAverage, .zeroLagMovingAverage,
        ]

    private static let momentum: [Definition] =
        [
            .absolutePriceOscillator, .aroon, .aroonOscillator, .averageDirectionalRating,
            .awesomeOscillator, .balanceOfPower, .chandeMomentumOscillator, .choppiness,
            .commodityChannelIndex, .connorsRelativeStrengthIndex, .convergenceDivergenceOfKinds,
            .directionalMovement, .directionalSum, .extendedParabolicStop,
            .fastStochasticOscillator, .intradayMomentumIndex, .momentum, .moneyFlowIndex,
            .movingAverageConvergence, .parabolicStop, .percentagePriceOscillator, .rateOfChange,
            .rateOfChangeFraction, .rateOfChangePercentRatio, .rateOfChangeRatio,
            .relativeStrengthIndex, .stochasticOscillator, .stochasticRelativeStrengthIndex,
            .tripleExponentialRateOfChange, .trueStrengthIndex, .ultimateOscillator,
            .unsmoothedChandeMomentumOscillator, .vortex, .williamsRange,
        ]

    private static let volatility: [Definition] =
        [
            .averageTrueRange, .bollingerBands, .chandelierExit, .donchianChannels,
            .garmanKlassVolatility, .keltnerChannels, .meanAbsoluteDeviation,
            .normalizedAverageTrueRange, .parkinsonVolatility, .standardDeviation, .superTrend,
            .trueRange, .variance, .yangZhangVolatility,
        ]

    private static let volume: [Definition] =
        [
            .accumulationDistribution, .accumulationOscillator, .chaikinMoneyFlow, .forceIndex,
            .onBalanceVolume, .rollingVolumeWeightedPrice, .sessionVolumeWeightedPrice,
            .volumeWeightedPrice,
        ]

    private static let statistics: [Definition] =
        [
            .barsSinceExtreme, .beta, .correlation, .extremeIndices, .linearRegression,
            .linearRegressionAngle, .percentRank, .rollingExtremes, .rollingMaximum,
            .rollingMedian, .rollingQuantile, .rollingShape, .rollingSum, .rollingZScore,
        ]

    private static let price: [Definition] =
        [
            .averagePrice, .heikinAshi, .ichimoku, .medianPrice, .typicalPrice,
            .weightedClosePrice,
        ]

    private static let mathematics: [Definition] =
        [
            .lag
        ] + Definition.elementwise + Definition.operators

    private static let cycle: [Definition] =
        [
            .dominantCycle, .hilbertTransform, .mesaAdaptiveMovingAverage, .sineWave,
        ]

    private static let candles: [Definition] =
        Definition.singleCandles + Definition.candlePairs + Definition.candleTriples
        + Definition.longerCandles

    private static let blocks: [Definition] =
        [
            .coMovement, .cumulativeSum, .flowVolume,
            .parabolicStopBlock,
            .rangePosition, .runningMean,
            .streak, .superTrendBlock, .warmUp,
        ] + Definition.pairwiseBlocks + Definition.conditions

    private static let variants: [Definition] =
        [
            .adjustedExponentialAverage, .clampedParabolicStop, .closeKeltnerChannels,
            .firstRangeAverageTrueRange, .firstValueConvergenceDivergence,
            .firstValueExponentialAverage, .plainConvergenceDivergence, .plainSumDirectionalIndex,
            .sampleBollingerBands, .zeroSeededRelativeStrength,
        ]
}
