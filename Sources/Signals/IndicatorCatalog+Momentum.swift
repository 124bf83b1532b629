extension IndicatorCatalog {
    static let momentum: [Indicator] = [
        Indicator("rsi", "Relative strength index", .momentum, taLib: "RSI", [.period(14)]) {
            [$0.close.rsi(period: Int($1[0]))]
        },
        Indicator(
            "rsi-ewm", "RSI of averages that start at 0", .momentum, reference: "RSI.ewm",
            [.period(14)]
        ) { [$0.close.rsiFromZero(period: Int($1[0]))] },
        Indicator(
            "stoch", "Stochastic", .momentum, taLib: "STOCH",
            [.count("k", 5), .count("slowing", 3), .count("d", 3)],
            outputs: ["slowk", "slowd"]
        ) {
            let lines = $0.stochastic(k: Int($1[0]), slowing: Int($1[1]), d: Int($1[2]))
            return [lines.k, lines.d]
        },
        Indicator(
            "stochf", "Fast stochastic", .momentum, taLib: "STOCHF",
            [.count("k", 5), .count("d", 3)], outputs: ["fastk", "fastd"]
        ) {
            let lines = $0.stochasticFast(k: Int($1[0]), d: Int($1[1]))
            return [lines.k, lines.d]
        },
        Indicator(
            "stochrsi", "Fast stochastic of the RSI", .momentum, taLib: "STOCHRSI",
            [.period(14), .count("k", 5), .count("d", 3)], outputs: ["fastk", "fastd"]
        ) {
            let lines = $0.close.stochasticRSI(period: Int($1[0]), k: Int($1[1]), d: Int($1[2]))
            return [lines.k, lines.d]
        },
        Indicator(
            "macd", "Moving average convergence", .momentum, taLib: "MACD", convergence,
            outputs: convergenceOutputs
        ) { lines($0.close.macd(fast: Int($1[0]), slow: Int($1[1]), signal: Int($1[2]))) },
        Indicator(
            "macdext", "MACD with averages of any kind", .momentum, taLib: "MACDEXT",
            convergence + [
                .kind("fastKind", .sma), .kind("slowKind", .sma), .kind("signalKind", .sma),
            ], outputs: convergenceOutputs
        ) {
            lines(
                $0.close.macd(
                    fast: (AverageKind(number: $1[3]), period: Int($1[0])),
                    slow: (AverageKind(number: $1[4]), period: Int($1[1])),
                    signal: (AverageKind(number: $1[5]), period: Int($1[2]))))
        },
        Indicator(
            "macdfix", "MACD with Appel's weights", .momentum, taLib: "MACDFIX",
            [.count("signal", 9)], outputs: convergenceOutputs
        ) { lines($0.close.macdFixed(signal: Int($1[0]))) },
        Indicator(
            "macd-first", "MACD from the first value", .momentum, reference: "MACD.first",
            convergence,
            outputs: convergenceOutputs
        ) { lines($0.close.macdFromFirst(fast: Int($1[0]), slow: Int($1[1]), signal: Int($1[2]))) },
        Indicator(
            "macd-plain", "MACD, each average seeded alone", .momentum, reference: "MACD.plain",
            convergence,
            outputs: convergenceOutputs
        ) { lines($0.close.macdPlain(fast: Int($1[0]), slow: Int($1[1]), signal: Int($1[2]))) },
        Indicator(
            "apo", "Absolute price oscillator", .momentum, taLib: "APO",
            [.count("fast", 12), .count("slow", 26), .kind("kind", .ema)]
        ) {
            [$0.close.apo(fast: Int($1[0]), slow: Int($1[1]), kind: AverageKind(number: $1[2]))]
        },
        Indicator(
            "ppo", "Percentage price oscillator", .momentum, taLib: "PPO",
            [.count("fast", 12), .count("slow", 26), .kind("kind", .ema)], isPercent: true
        ) {
            [$0.close.ppo(fast: Int($1[0]), slow: Int($1[1]), kind: AverageKind(number: $1[2]))]
        },
        Indicator("roc", "Rate of change, percent", .momentum, taLib: "ROC", [.period(10)]) {
            [$0.close.roc(period: Int($1[0]))]
        },
        Indicator("rocp", "Rate of change, fraction", .momentum, taLib: "ROCP", [.period(10)]) {
            [$0.close.rocp(period: Int($1[0]))]
        },
        Indicator("rocr", "Rate of change, ratio", .momentum, taLib: "ROCR", [.period(10)]) {
            [$0.close.rocr(period: Int($1[0]))]
        },
        Indicator(
            "rocr100", "Rate of change, ratio in percent", .momentum, taLib: "ROCR100",
            [.period(10)], isPercent: true
        ) { [$0.close.rocr100(period: Int($1[0]))] },
        Indicator("mom", "Momentum", .momentum, taLib: "MOM", [.period(10)]) {
            [$0.close.mom(period: Int($1[0]))]
        },
        Indicator("cmo", "Chande's oscillator, smoothed", .momentum, taLib: "CMO", [.period(14)]) {
            [$0.close.cmo(period: Int($1[0]))]
        },
        Indicator(
            "cmo-unsmoothed", "Chande's oscillator, his own", .momentum, reference: "CMOU",
            [.period(14)], isPercent: true
        ) {
            [$0.close.cmoUnsmoothed(period: Int($1[0]))]
        },
        Indicator("cci", "Commodity channel index", .momentum, taLib: "CCI", [.period(14)]) {
            [$0.cci(period: Int($1[0]))]
        },
        Indicator("willr", "Williams' %R", .momentum, taLib: "WILLR", [.period(14)]) {
            [$0.williamsR(period: Int($1[0]))]
        },
        Indicator(
            "ultosc", "Ultimate oscillator", .momentum, taLib: "ULTOSC",
            [.count("short", 7), .count("middle", 14), .count("long", 28)]
        ) {
            [$0.ultimateOscillator(short: Int($1[0]), middle: Int($1[1]), long: Int($1[2]))]
        },
        Indicator("trix", "Change of a triple average", .momentum, taLib: "TRIX", [.period(30)]) {
            [$0.close.trix(period: Int($1[0]))]
        },
        Indicator(
            "aroon", "Aroon", .momentum, taLib: "AROON", [.period(14)], outputs: ["down", "up"],
            isPercent: true
        ) {
            let lines = $0.aroon(period: Int($1[0]))
            return [lines.down, lines.up]
        },
        Indicator(
            "aroonosc", "Aroon oscillator", .momentum, taLib: "AROONOSC", [.period(14)],
            isPercent: true
        ) {
            [$0.aroonOscillator(period: Int($1[0]))]
        },
        Indicator("adx", "Average directional index", .momentum, taLib: "ADX", [.period(14)]) {
            [$0.adx(period: Int($1[0]))]
        },
        Indicator(
            "adx-plain", "ADX of plain sums, one bar earlier", .momentum, reference: "ADX.tulip",
            [.period(14, least: 2)]
        ) { [$0.adxOfPlainSums(period: Int($1[0]))] },
        Indicator("adxr", "ADX rating", .momentum, taLib: "ADXR", [.period(14, least: 2)]) {
            [$0.adxr(period: Int($1[0]))]
        },
        Indicator("dx", "Directional index", .momentum, taLib: "DX", [.period(14)]) {
            [$0.dx(period: Int($1[0]))]
        },
        Indicator("plus-di", "+DI", .momentum, taLib: "PLUS_DI", [.period(14)]) {
            [$0.plusDI(period: Int($1[0]))]
        },
        Indicator("minus-di", "−DI", .momentum, taLib: "MINUS_DI", [.period(14)]) {
            [$0.minusDI(period: Int($1[0]))]
        },
        Indicator("plus-dm", "+DM", .momentum, taLib: "PLUS_DM", [.period(14)]) {
            [$0.plusDM(period: Int($1[0]))]
        },
        Indicator("minus-dm", "−DM", .momentum, taLib: "MINUS_DM", [.period(14)]) {
            [$0.minusDM(period: Int($1[0]))]
        },
        Indicator("mfi", "Money flow index", .momentum, taLib: "MFI", [.period(14)]) {
            [$0.mfi(period: Int($1[0]))]
        },
        Indicator("bop", "Balance of power", .momentum, taLib: "BOP") { bars, _ in [bars.bop] },
        Indicator(
            "sar", "Parabolic stop", .momentum, taLib: "SAR",
            [.number("acceleration", 0.02, 0...1e6), .number("maximum", 0.2, 0...1e6)]
        ) { [$0.sar(acceleration: $1[0], maximum: $1[1])] },
        Indicator(
            "sar-clamped", "Parabolic stop, clamped before it is tested", .momentum,
            reference: "SAR.tulip",
            [.number("acceleration", 0.02, 0...1e6), .number("maximum", 0.2, 0...1e6)]
        ) { [$0.sarClamped(acceleration: $1[0], maximum: $1[1])] },
        Indicator(
            "sarext", "Parabolic stop with sides of its own; negative while short", .momentum,
            taLib: "SAREXT",
            [
                .signed("start", 0), .number("offset", 0, 0...1e6),
                .number("longFirst", 0.02, 0...1e6),
                .number("longStep", 0.02, 0...1e6), .number("longMaximum", 0.2, 0...1e6),
                .number("shortFirst", 0.02, 0...1e6), .number("shortStep", 0.02, 0...1e6),
                .number("shortMaximum", 0.2, 0...1e6),
            ]
        ) {
            let lines = $0.parabolicStop(
                start: $1[0], offset: $1[1], long: ($1[2], $1[3], $1[4]),
                short: ($1[5], $1[6], $1[7]))
            return [lines.stop * lines.direction]
        },
        Indicator(
            "tsi", "True strength index", .momentum, reference: "TSI",
            [.count("long", 25), .count("short", 13)], isPercent: true
        ) { [$0.close.tsi(long: Int($1[0]), short: Int($1[1]))] },
        Indicator(
            "connors-rsi", "Connors' RSI", .momentum, reference: "CRSI",
            [.period(3), .count("streak", 2), .count("rank", 100)]
        ) { [$0.close.connorsRSI(period: Int($1[0]), streak: Int($1[1]), rank: Int($1[2]))] },
        Indicator(
            "awesome", "Awesome oscillator", .momentum, reference: "AO",
            [.count("fast", 5), .count("slow", 34)]
        ) { [$0.awesomeOscillator(fast: Int($1[0]), slow: Int($1[1]))] },
        Indicator(
            "vortex", "Vortex indicator", .momentum, reference: "VORTEX", [.period(14)],
            outputs: ["plus", "minus"]
        ) {
            let lines = $0.vortex(period: Int($1[0]))
            return [lines.plus, lines.minus]
        },
        Indicator(
            "imi", "Intraday momentum index", .momentum, taLib: "IMI", [.period(14)],
            isPercent: true
        ) {
            [$0.intradayMomentum(period: Int($1[0]))]
        },
        Indicator(
            "choppiness", "Choppiness index", .momentum, reference: "CHOP", [.period(14, least: 2)],
            isPercent: true
        ) {
            [$0.choppiness(period: Int($1[0]))]
        },
    ]
}
