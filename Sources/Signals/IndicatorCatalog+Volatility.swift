extension IndicatorCatalog {
    static let volatility: [Indicator] = [
        Indicator("trange", "True range", .volatility, taLib: "TRANGE") { bars, _ in
            [bars.trueRange]
        },
        Indicator("atr", "Average true range", .volatility, taLib: "ATR", [.period(14)]) {
            [$0.atr(period: Int($1[0]))]
        },
        Indicator(
            "atr-first", "Average true range that counts the first bar", .volatility,
            reference: "ATR.tulip", [.period(14)]
        ) { [$0.atrFromFirst(period: Int($1[0]))] },
        Indicator(
            "natr", "Average true range, percent", .volatility, taLib: "NATR", [.period(14)],
            isPercent: true
        ) {
            [$0.natr(period: Int($1[0]))]
        },
        Indicator(
            "deviation", "Standard deviation, population", .volatility, taLib: "STDDEV",
            [.period(5), .signed("deviations", 1)]
        ) { [Signal($1[1]) * $0.close.standardDeviation(period: Int($1[0]))] },
        Indicator("variance", "Variance, population", .volatility, taLib: "VAR", [.period(5)]) {
            [$0.close.variance(period: Int($1[0]))]
        },
        Indicator("avgdev", "Mean deviation", .volatility, taLib: "AVGDEV", [.period(14)]) {
            [$0.close.meanDeviation(period: Int($1[0]))]
        },
        Indicator(
            "bollinger", "Bollinger bands", .volatility, taLib: "BBANDS",
            [.period(20, least: 2), .signed("up", 2), .signed("down", 2)], outputs: bandOutputs
        ) { bands($0.close.bollinger(period: Int($1[0]), up: $1[1], down: $1[2])) },
        Indicator(
            "keltner", "Keltner channel", .volatility, reference: "KELTNER",
            [.period(20), .count("rangePeriod", 10), .signed("multiple", 2)], outputs: bandOutputs
        ) {
            bands($0.keltner(period: Int($1[0]), rangePeriod: Int($1[1]), multiple: $1[2]))
        },
        Indicator(
            "keltner-close", "Keltner channel of the close", .volatility,
            reference: "KELTNER.close",
            [.period(20), .count("rangePeriod", 10), .signed("multiple", 2)], outputs: bandOutputs
        ) {
            bands($0.keltnerOfClose(period: Int($1[0]), rangePeriod: Int($1[1]), multiple: $1[2]))
        },
        Indicator(
            "donchian", "Donchian channel", .volatility, reference: "DONCHIAN", [.period(20)],
            outputs: bandOutputs
        ) { bands($0.donchian(period: Int($1[0]))) },
        Indicator(
            "chandelier", "Chandelier exit", .volatility, reference: "CHANDELIER",
            [.period(22), .signed("multiple", 3)],
            outputs: ["long", "short"]
        ) {
            let lines = $0.chandelier(period: Int($1[0]), multiple: $1[1])
            return [lines.long, lines.short]
        },
        Indicator(
            "supertrend", "SuperTrend", .volatility, reference: "SUPERTREND",
            [.period(10), .signed("multiple", 3)],
            outputs: ["value", "trend"]
        ) {
            let lines = $0.superTrend(period: Int($1[0]), multiple: $1[1])
            return [lines.value, lines.trend]
        },
        Indicator(
            "parkinson", "Parkinson's volatility a bar", .volatility, reference: "PARKINSON",
            [.period(20)]
        ) {
            [$0.parkinson(period: Int($1[0]))]
        },
        Indicator(
            "garman-klass", "Garman and Klass' volatility a bar", .volatility,
            reference: "GARMAN_KLASS", [.period(20)]
        ) { [$0.garmanKlass(period: Int($1[0]))] },
        Indicator(
            "yang-zhang", "Yang and Zhang's volatility a bar", .volatility, reference: "YANG_ZHANG",
            [.period(20, least: 2)]
        ) { [$0.yangZhang(period: Int($1[0]))] },
        Indicator(
            "bollinger-sample", "Bollinger bands, sample deviation", .volatility,
            reference: "BBANDS.sample",
            [.period(20, least: 2), .signed("up", 2), .signed("down", 2)], outputs: bandOutputs
        ) {
            let sample = ($1[0] / ($1[0] - 1)).squareRoot()
            return bands(
                $0.close.bollinger(period: Int($1[0]), up: $1[1] * sample, down: $1[2] * sample))
        },
        Indicator(
            "accbands", "Acceleration bands", .volatility, taLib: "ACCBANDS", [.period(20)],
            outputs: bandOutputs
        ) { bands($0.accelerationBands(period: Int($1[0]))) },
        Indicator("max", "Highest close", .volatility, taLib: "MAX", [.period(30)]) {
            [$0.close.highest(period: Int($1[0]))]
        },
        Indicator("min", "Lowest close", .volatility, taLib: "MIN", [.period(30)]) {
            [$0.close.lowest(period: Int($1[0]))]
        },
        Indicator("sum", "Rolling sum", .volatility, taLib: "SUM", [.period(30)]) {
            [$0.close.sum(period: Int($1[0]))]
        },
        Indicator("highest", "Highest high", .volatility, [.period(20)]) {
            [$0.high.highest(period: Int($1[0]))]
        },
        Indicator("lowest", "Lowest low", .volatility, [.period(20)]) {
            [$0.low.lowest(period: Int($1[0]))]
        },
    ]
}
