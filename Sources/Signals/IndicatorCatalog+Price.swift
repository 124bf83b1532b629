extension IndicatorCatalog {
    static let price: [Indicator] = prices + cycles + functions + operators

    private static let prices: [Indicator] = [
        Indicator("avgprice", "Mean of the four prices", .price, taLib: "AVGPRICE") { bars, _ in
            [bars.averagePrice]
        },
        Indicator("medprice", "Middle of the bar", .price, taLib: "MEDPRICE") { bars, _ in
            [bars.medianPrice]
        },
        Indicator("typprice", "Typical price", .price, taLib: "TYPPRICE") { bars, _ in
            [bars.typicalPrice]
        },
        Indicator("wclprice", "Weighted close", .price, taLib: "WCLPRICE") { bars, _ in
            [bars.weightedClose]
        },
        Indicator(
            "ichimoku", "Ichimoku's lines, unshifted", .price, reference: "ICHIMOKU",
            [.count("conversion", 9), .count("base", 26), .count("span", 52)],
            outputs: ["conversion", "base", "spanA", "spanB"]
        ) {
            let lines = $0.ichimoku(
                conversion: Int($1[0]), base: Int($1[1]), span: Int($1[2]))
            return [lines.conversion, lines.base, lines.spanA, lines.spanB]
        },
    ]

    private static let cycles: [Indicator] = [
        Indicator(
            "ha", "Heikin-Ashi candles", .price, reference: "HA",
            outputs: ["open", "high", "low", "close"]
        ) { bars, _ in
            let lines = bars.heikinAshi
            return [lines.open, lines.high, lines.low, lines.close]
        },
        Indicator(
            "ht-dcperiod", "Period of the dominant cycle", .price, taLib: "HT_DCPERIOD"
        ) { bars, _ in [bars.close.hilbertTransform.period] },
        Indicator(
            "ht-phasor", "Components of the Hilbert transform", .price, taLib: "HT_PHASOR",
            outputs: ["inPhase", "quadrature"]
        ) { bars, _ in
            let lines = bars.close.hilbertTransform
            return [lines.inPhase, lines.quadrature]
        },
        Indicator("ht-dcphase", "Phase of the dominant cycle", .price, taLib: "HT_DCPHASE") {
            bars, _ in
            [bars.close.dominantCycle.phase]
        },
        Indicator(
            "ht-sine", "Sine of that phase, and 45 degrees ahead", .price, taLib: "HT_SINE",
            outputs: ["sine", "leadsine"]
        ) { bars, _ in
            let lines = bars.close.sineWave
            return [lines.sine, lines.lead]
        },
        Indicator("ht-trendline", "Trend without the cycle", .price, taLib: "HT_TRENDLINE") {
            bars, _ in
            [bars.close.dominantCycle.trend]
        },
        Indicator(
            "ht-trendmode", "1 while it trends, 0 while it cycles", .price,
            taLib: "HT_TRENDMODE"
        ) { bars, _ in [bars.close.dominantCycle.mode] },
    ]

    private static let functions: [Indicator] = [
        function("acos", "Angle of the cosine", "ACOS") { $0.arcCosine },
        function("asin", "Angle of the sine", "ASIN") { $0.arcSine },
        function("atan", "Angle of the tangent", "ATAN") { $0.arcTangent },
        function("ceil", "Whole number above", "CEIL") { $0.ceiling },
        function("cos", "Cosine", "COS") { $0.cosine },
        function("cosh", "Hyperbolic cosine", "COSH") { $0.hyperbolicCosine },
        function("exp", "Exponential", "EXP") { $0.exponential },
        function("floor", "Whole number below", "FLOOR") { $0.floor },
        function("ln", "Natural logarithm", "LN") { $0.logarithm },
        function("log10", "Common logarithm", "LOG10") { $0.commonLogarithm },
        function("sin", "Sine", "SIN") { $0.sine },
        function("sinh", "Hyperbolic sine", "SINH") { $0.hyperbolicSine },
        function("sqrt", "Square root", "SQRT") { $0.squareRoot },
        function("tan", "Tangent", "TAN") { $0.tangent },
        function("tanh", "Hyperbolic tangent", "TANH") { $0.hyperbolicTangent },
    ]

    private static func function(
        _ name: String, _ title: String, _ taLib: String,
        _ function: @escaping @Sendable (Signal) -> Signal
    ) -> Indicator {
        Indicator(name, "\(title) (of the close)", .price, taLib: taLib) { bars, _ in
            [function(bars.close)]
        }
    }

    private static let operators: [Indicator] = [
        Indicator("add", "Sum (of high and low)", .price, taLib: "ADD") { bars, _ in
            [bars.high + bars.low]
        },
        Indicator("sub", "Difference (of high and low)", .price, taLib: "SUB") { bars, _ in
            [bars.high - bars.low]
        },
        Indicator("mult", "Product (of high and low)", .price, taLib: "MULT") { bars, _ in
            [bars.high * bars.low]
        },
        Indicator("div", "Quotient (of high and low)", .price, taLib: "DIV") { bars, _ in
            [bars.high / bars.low]
        },
    ]
}
