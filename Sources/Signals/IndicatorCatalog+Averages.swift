extension IndicatorCatalog {
    static let averages: [Indicator] = [
        Indicator("sma", "Simple moving average", .average, taLib: "SMA", [.period(30)]) {
            bars, n in
            [bars.close.sma(period: Int(n[0]))]
        },
        Indicator("ema", "Exponential moving average", .average, taLib: "EMA", [.period(30)]) {
            [$0.close.ema(period: Int($1[0]))]
        },
        Indicator(
            "ema-first", "EMA from the first value", .average, reference: "EMA.first", [.period(20)]
        ) {
            [$0.close.emaFromFirst(period: Int($1[0]))]
        },
        Indicator(
            "ema-adjusted", "EMA over the weights that there are", .average,
            reference: "EMA.adjusted", [.period(20)]
        ) { [$0.close.emaAdjusted(period: Int($1[0]))] },
        Indicator("wma", "Weighted moving average", .average, taLib: "WMA", [.period(30)]) {
            [$0.close.wma(period: Int($1[0]))]
        },
        Indicator("rma", "Wilder's moving average", .average, reference: "RMA", [.period(14)]) {
            [$0.close.rma(period: Int($1[0]))]
        },
        Indicator("dema", "Double exponential average", .average, taLib: "DEMA", [.period(30)]) {
            [$0.close.dema(period: Int($1[0]))]
        },
        Indicator("tema", "Triple exponential average", .average, taLib: "TEMA", [.period(30)]) {
            [$0.close.tema(period: Int($1[0]))]
        },
        Indicator(
            "t3", "Tillson's T3", .average, taLib: "T3",
            [.period(5), .number("volumeFactor", 0.7, 0...1)]
        ) { [$0.close.t3(period: Int($1[0]), volumeFactor: $1[1])] },
        Indicator("trima", "Triangular average", .average, taLib: "TRIMA", [.period(30)]) {
            [$0.close.trima(period: Int($1[0]))]
        },
        Indicator("kama", "Kaufman's adaptive average", .average, taLib: "KAMA", [.period(30)]) {
            [$0.close.kama(period: Int($1[0]))]
        },
        Indicator(
            "mama", "MESA adaptive average", .average, taLib: "MAMA",
            [.number("fastLimit", 0.5, 0.01...0.99), .number("slowLimit", 0.05, 0.01...0.99)],
            outputs: ["mama", "fama"]
        ) {
            let lines = $0.close.mama(fastLimit: $1[0], slowLimit: $1[1])
            return [lines.mama, lines.fama]
        },
        Indicator(
            "hma", "Hull's moving average", .average, reference: "HMA", [.period(20, least: 2)]
        ) {
            [$0.close.hma(period: Int($1[0]))]
        },
        Indicator("vwma", "Volume-weighted average", .average, reference: "VWMA", [.period(20)]) {
            [$0.vwma(period: Int($1[0]))]
        },
        Indicator(
            "alma", "Arnaud Legoux' average", .average, reference: "ALMA",
            [.period(9), .number("offset", 0.85, 0...1), .number("sigma", 6, 0.001...1e6)]
        ) { [$0.close.alma(period: Int($1[0]), offset: $1[1], sigma: $1[2])] },
        Indicator(
            "zlema", "Zero-lag exponential average", .average, reference: "ZLEMA", [.period(20)]
        ) {
            [$0.close.zlema(period: Int($1[0]))]
        },
        Indicator("midpoint", "Middle of the extremes", .average, taLib: "MIDPOINT", [.period(14)])
        {
            [$0.close.midpoint(period: Int($1[0]))]
        },
        Indicator("midprice", "Middle of the range", .average, taLib: "MIDPRICE", [.period(14)]) {
            [$0.donchian(period: Int($1[0])).middle]
        },
        Indicator(
            "mavp", "Average of a variable period (here: the streak's length)", .average,
            taLib: "MAVP", [.count("least", 2), .count("most", 30)]
        ) {
            let length = $0.close.streak.magnitude
            return [$0.close.mavp(periods: length, least: Int($1[0]), most: Int($1[1]))]
        },
        Indicator(
            "ma", "Average of a kind", .average, taLib: "MA", [.period(30), .kind("kind", .sma)]
        ) { [$0.close.average(AverageKind(number: $1[1]), period: Int($1[0]))] },
    ]
}
