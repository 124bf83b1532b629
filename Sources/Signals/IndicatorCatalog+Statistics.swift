extension IndicatorCatalog {
    static let statistics: [Indicator] = lines + windows + pairs

    private static let lines: [Indicator] = [
        Indicator(
            "linearreg", "Regression line", .statistics, taLib: "LINEARREG",
            [.period(14, least: 2)]
        ) { [$0.close.linearRegression(period: Int($1[0])).value] },
        Indicator(
            "linearreg-intercept", "Intercept of the regression line", .statistics,
            taLib: "LINEARREG_INTERCEPT", [.period(14, least: 2)]
        ) { [$0.close.linearRegression(period: Int($1[0])).intercept] },
        Indicator(
            "linearreg-slope", "Slope of the regression line", .statistics,
            taLib: "LINEARREG_SLOPE", [.period(14, least: 2)]
        ) { [$0.close.linearRegression(period: Int($1[0])).slope] },
        Indicator(
            "linearreg-angle", "Angle of the regression line", .statistics,
            taLib: "LINEARREG_ANGLE", [.period(14, least: 2)]
        ) { [$0.close.regressionAngle(period: Int($1[0]))] },
        Indicator(
            "tsf", "Regression line, one bar ahead", .statistics, taLib: "TSF",
            [.period(14, least: 2)]
        ) { [$0.close.linearRegression(period: Int($1[0])).forecast] },
    ]

    private static let windows: [Indicator] = [
        Indicator(
            "minmax", "Least and greatest close", .statistics, taLib: "MINMAX", [.period(30)],
            outputs: ["minimum", "maximum"]
        ) { [$0.close.lowest(period: Int($1[0])), $0.close.highest(period: Int($1[0]))] },
        Indicator(
            "maxindex", "Bars since the greatest close", .statistics, taLib: "MAXINDEX",
            [.period(30)]
        ) { [$0.close.barsSinceHighest(period: Int($1[0]))] },
        Indicator(
            "minindex", "Bars since the least close", .statistics, taLib: "MININDEX",
            [.period(30)]
        ) { [$0.close.barsSinceLowest(period: Int($1[0]))] },
        Indicator(
            "minmaxindex", "Bars since the least and the greatest close", .statistics,
            taLib: "MINMAXINDEX", [.period(30)], outputs: ["minimum", "maximum"]
        ) {
            let period = Int($1[0])
            return [
                $0.close.barsSinceLowest(period: period),
                $0.close.barsSinceHighest(period: period),
            ]
        },
        Indicator("median", "Rolling median", .statistics, [.period(20)]) {
            [$0.close.median(period: Int($1[0]))]
        },
        Indicator(
            "quantile", "Rolling quantile", .statistics,
            [
                .period(20),
                Indicator.Parameter(
                    name: "quantile", usual: 0.5, range: 0...1, isCount: false),
            ]
        ) { [$0.close.quantile($1[1], period: Int($1[0]))] },
        Indicator("skew", "Rolling skewness, population", .statistics, [.period(20)]) {
            [$0.close.skewness(period: Int($1[0]))]
        },
        Indicator("kurtosis", "Rolling excess kurtosis, population", .statistics, [.period(20)]) {
            [$0.close.kurtosis(period: Int($1[0]))]
        },
        Indicator("zscore", "Distance from the mean in deviations", .statistics, [.period(20)]) {
            [$0.close.zScore(period: Int($1[0]))]
        },
        Indicator(
            "percent-rank", "Share of the closes before that are below", .statistics,
            reference: "PERCENTRANK", [.period(100)]
        ) { [$0.close.percentRank(period: Int($1[0]))] },
    ]

    private static let pairs: [Indicator] = [
        Indicator(
            "correl", "Correlation of high and low", .statistics, taLib: "CORREL", [.period(30)]
        ) { [$0.high.correlation(with: $0.low, period: Int($1[0]))] },
        Indicator(
            "beta", "Slope of the low's returns on the high's", .statistics, taLib: "BETA",
            [.period(5)]
        ) { [$0.low.beta(to: $0.high, period: Int($1[0]))] },
    ]
}
