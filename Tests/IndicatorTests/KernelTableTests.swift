import Foundation
import Kernels
import Oracle
import Signals
import Testing
import Verification

/// Holds docs/kernels.md to the catalogues. `FINSTAGE_WRITE_GOLDEN=1` writes it.
@Suite("The table of kernels")
struct KernelTableTests {
    private static let path = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "docs/kernels.md")

    @Test("is what the catalogues say")
    func table() throws {
        let text = Self.text
        if ProcessInfo.processInfo.environment["FINSTAGE_WRITE_GOLDEN"] != nil {
            try text.write(to: Self.path, atomically: true, encoding: .utf8)
        }
        #expect(try String(contentsOf: Self.path, encoding: .utf8) == text)
    }

    @Test("names are unique, and usual parameters are accepted")
    func names() {
        let names = IndicatorCatalog.all.map(\.name)
        #expect(Set(names).count == names.count)
        let references = IndicatorCatalog.all.compactMap(\.reference)
        #expect(Set(references).count == references.count)
        for indicator in IndicatorCatalog.all {
            #expect(indicator.accepts(indicator.parameters.map(\.usual)))
            #expect(indicator.signals(of: Bars()).count == indicator.outputNames.count)
            #expect(!indicator.accepts([0.5, 0.5, .nan]) || indicator.parameters.count != 3)
        }
    }

    @Test("every classic function of TA-Lib has its row")
    func classic() {
        let names = Self.classic.split(separator: " ").map(String.init)
        #expect(names.count == 161)
        let known = Set(IndicatorCatalog.all.compactMap(\.taLib))
        #expect(names.filter { !known.contains($0) } == [])
    }

    /// The functions of TA-Lib 0.6, by its own names.
    private static let classic = """
        ACCBANDS ACOS AD ADD ADOSC ADX ADXR APO AROON AROONOSC ASIN ATAN ATR AVGDEV AVGPRICE \
        BBANDS BETA BOP CCI CDL2CROWS CDL3BLACKCROWS CDL3INSIDE CDL3LINESTRIKE CDL3OUTSIDE \
        CDL3STARSINSOUTH CDL3WHITESOLDIERS CDLABANDONEDBABY CDLADVANCEBLOCK CDLBELTHOLD \
        CDLBREAKAWAY CDLCLOSINGMARUBOZU CDLCONCEALBABYSWALL CDLCOUNTERATTACK CDLDARKCLOUDCOVER \
        CDLDOJI CDLDOJISTAR CDLDRAGONFLYDOJI CDLENGULFING CDLEVENINGDOJISTAR CDLEVENINGSTAR \
        CDLGAPSIDESIDEWHITE CDLGRAVESTONEDOJI CDLHAMMER CDLHANGINGMAN CDLHARAMI CDLHARAMICROSS \
        CDLHIGHWAVE CDLHIKKAKE CDLHIKKAKEMOD CDLHOMINGPIGEON CDLIDENTICAL3CROWS CDLINNECK \
        CDLINVERTEDHAMMER CDLKICKING CDLKICKINGBYLENGTH CDLLADDERBOTTOM CDLLONGLEGGEDDOJI \
        CDLLONGLINE CDLMARUBOZU CDLMATCHINGLOW CDLMATHOLD CDLMORNINGDOJISTAR CDLMORNINGSTAR \
        CDLONNECK CDLPIERCING CDLRICKSHAWMAN CDLRISEFALL3METHODS CDLSEPARATINGLINES \
        CDLSHOOTINGSTAR CDLSHORTLINE CDLSPINNINGTOP CDLSTALLEDPATTERN CDLSTICKSANDWICH \
        CDLTAKURI CDLTASUKIGAP CDLTHRUSTING CDLTRISTAR CDLUNIQUE3RIVER CDLUPSIDEGAP2CROWS \
        CDLXSIDEGAP3METHODS CEIL CMO CORREL COS COSH DEMA DIV DX EMA EXP FLOOR HT_DCPERIOD \
        HT_DCPHASE HT_PHASOR HT_SINE HT_TRENDLINE HT_TRENDMODE IMI KAMA LINEARREG \
        LINEARREG_ANGLE LINEARREG_INTERCEPT LINEARREG_SLOPE LN LOG10 MA MACD MACDEXT MACDFIX \
        MAMA MAVP MAX MAXINDEX MEDPRICE MFI MIDPOINT MIDPRICE MIN MININDEX MINMAX MINMAXINDEX \
        MINUS_DI MINUS_DM MOM MULT NATR OBV PLUS_DI PLUS_DM PPO ROC ROCP ROCR ROCR100 RSI SAR \
        SAREXT SIN SINH SMA SQRT STDDEV STOCH STOCHF STOCHRSI SUB SUM T3 TAN TANH TEMA TRANGE \
        TRIMA TRIX TSF TYPPRICE ULTOSC VAR WCLPRICE WILLR WMA
        """

    private static var text: String {
        var lines = [
            "# Indicators and kernels", "",
            "Made from the catalogues by `KernelTableTests` (`FINSTAGE_WRITE_GOLDEN=1`); a test",
            "holds it to them. An indicator is one kernel or several that work together. A",
            "parameter stands with its usual value, by which lookback and kind are given:",
            "*windowed* outputs have the same bits from any start, *settling* ones lie within",
            "10⁻¹² of it after so many bars,",
            "*cumulative* ones need the origin. An output lies within eight units in the last",
            "place of the magnitude from its definition: `finstage indicators verify --oracle`.",
            "*Flat* is what one price and one volume without end give, from the first known value",
            "on unless it says \"in the end\". An indicator takes as long a bar at any period, but",
            "for these, which grow in proportion to it: `median`, `quantile`, `percent-rank`,",
            "`connors-rsi` (by `rank`), `avgdev`, `cci`, `alma` and `mavp` (by `most`).",
            "Where the cycles have one price alone, the components are 0 to the bit, the phase is",
            "0° and the mode a trend; the period is what the first bars measured, and stays until",
            "its squares underflow, after some 3,200 such bars. Where one price follows others,",
            "`rsi`, `rsi-ewm`, `cmo`, `dx` and both DI stay what they were, to the bit: what they",
            "divide shrinks by one factor. A divisor below 2⁻⁹⁶⁰ is zero in `tsi`, `ppo` and other",
            "quotients of two averages or sums, which then give what they do when *flat*.",
            "",
        ]
        for group in Indicator.Group.allCases {
            let members = IndicatorCatalog.all.filter { $0.group == group }
            guard !members.isEmpty else { continue }
            lines += [
                "## \(group.rawValue)", "",
                "| TA-Lib | ours | what | outputs | lookback | kind | unit | flat | magnitude |",
                "|---|---|---|---|---|---|---|---|---|",
            ]
            lines += members.map(row) + [""]
        }
        lines += differences + digits + settings
        lines += [
            "## Kernels", "",
            "What indicators are made of, with parameters of one sample. Every law holds for each.",
            "",
            "| kernel | inputs | outputs | lookback | kind | unit | magnitude | source |",
            "|---|---|---|---|---|---|---|---|",
        ]
        var seen: Set<String> = []
        lines += KernelCatalog.all.filter { seen.insert($0.name).inserted }.map(row)
        return lines.map { $0 + "\n" }.joined()
    }

    /// Where an indicator of TA-Lib's name gives something else on purpose.
    private static let differences = [
        "## Where TA-Lib differs", "",
        "Seeds, lookbacks and values are those of TA-Lib 0.8.1 (unstable period 0) but for these:",
        "", "| TA-Lib | there | here |", "|---|---|---|",
        "| `PLUS_DI`, `MINUS_DI`, period 1 | a fraction | percent, as for every other period |",
        "| `NATR`, period 1 | the true range in units of price | percent of the close |",
        "| `MAXINDEX`, `MININDEX`, `MINMAXINDEX` | the bar's number; of equals now the oldest, now "
            + "the newest, by where the search began | the bars since; of equals the newest |",
        "| `RSI`, `CMO`, `DX`, `PLUS_DI`, `MINUS_DI` on one price after others | 0 or noise once "
            + "both averages underflow | as they were |",
        "| `STOCHRSI` where the close stays | 0 or 100 by the last bit of two equal RSI | 0 |",
        "| `COS`, `SIN`, `TAN` from 1,647,000 on, about 2²⁰ quarter turns | a value "
            + "| unknown |",
        "| `HT_TRENDMODE`, patterns | 0 before the first value | unknown |",
        "| `HT_DCPHASE`, `HT_SINE`, `HT_TRENDMODE` on one price | what rounding leaves "
            + "| as under *flat* |",
        "| patterns | lengths differ by their last bit | equal within 2⁻⁴⁸ of the price |",
        "| period 1 where TA-Lib refuses it | an error | the definition with n = 1 |",
        "| `HMA`, period 1 | the price | refused: half a bar has no average |",
        "| `VWMA`, period 1, no volume | the price | unknown, as for every other period |",
        "| `STOCH`, `STOCHF`, `STOCHRSI`, `BBANDS` | take a kind of average | the simple one |",
        "| `MAVP` | takes a column of periods and a kind | the streak's length, the simple one |",
        "",
        "The oracle judges all on all its hostile markets but for what the market does not",
        "determine: SuperTrend (ties that rounding decides) and the cycles (a measured period",
        "fed back) are judged where prices have digits to the last bit, and `sar-clamped` not",
        "where moves of a few millionths of a millionth of the price meet it exactly, so that the",
        "last digit of 0.02 decides its turn.",
        "",
    ]

    /// What TA-Lib loses where it loses two digits or more, as the script measured it.
    private static var digits: [String] {
        let file = path.deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "Tests/Golden/indicators/talib-digits.csv")
        let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
        let rows = text.split(separator: "\n").dropFirst().map { $0.split(separator: ",") }
        return [
            "## Digits that TA-Lib loses", "",
            "Of 16 decimal digits, at the worst bar, against the definitions: on a price of a",
            "million that moves by millionths, and on a price that leaps by a thousand deviations",
            "for one bar. A digit is lost against the exact value or the median one, whichever is",
            "larger; what both lose is a small difference of averages that doubles hold. The other",
            "functions measured (see the file) lose less than two. Made with TA-Lib 0.8.1 by",
            "`python3 Scripts/lib/talib_digits.py > Tests/Golden/indicators/talib-digits.csv`.", "",
            "| TA-Lib | fine moves: TA-Lib | here | jump: TA-Lib | here |", "|---|---|---|---|---|",
        ]
            + rows.filter { row in
                row.count == 5 && max(Double(row[1]) ?? 0, Double(row[3]) ?? 0) >= 2
            }.map { "| `\($0[0])` | \($0.dropFirst().joined(separator: " | ")) |" } + [""]
    }

    /// The candle settings, which all patterns share.
    private static var settings: [String] {
        [
            "A pattern gives 100 where its bullish form ends, −100 where its bearish one does. A",
            "part of a candle is long, short or near by the mean of a range over the bars before",
            "it, times a factor; over no bars, of the candle's own. Lengths that differ by less",
            "than 2⁻⁴⁸ of the price are equal (`docs/decisions/0011-candlestick-patterns.md`).", "",
            "| setting | range | bars | factor |", "|---|---|---|---|",
        ]
            + CandleSetting.allCases.map { setting in
                let values = setting.values
                return
                    "| \(setting) | \(values.range.rawValue) | \(values.period) | "
                    + "\(short(values.factor)) |"
            } + [""]
    }

    private static func row(_ indicator: Indicator) -> String {
        let plan = indicator.plan()
        let parameters = indicator.parameters.map { parameter in
            "\(parameter.name) \(short(parameter.usual))"
        }
        let lookbacks = plan.shownNodes.map { "\(plan.nodes[$0].lookback)" }
        let lookback = Set(lookbacks).count == 1 ? lookbacks[0] : lookbacks.joined(separator: ", ")
        let units = indicator.units(in: plan).map { "\($0)" }
        let names = [indicator.name, indicator.reference ?? ""]
        let definition = names.lazy.compactMap { try? ReferenceName.resolve($0, [:]) }.first?
            .definition
        let name = indicator.name
        let call = parameters.isEmpty ? name : "\(name)(\(parameters.joined(separator: ", ")))"
        let cells = [
            indicator.taLib.map { "`\($0)`" } ?? "", "`\(call)`", indicator.title,
            indicator.outputNames.joined(separator: ", "), lookback, text(plan.kind),
            joined(units), joined(flatValues(of: indicator)),
            (definition?.magnitudeText ?? "").replacing("|", with: "\\|"),
        ]
        return "| \(cells.joined(separator: " | ")) |"
    }

    private static func joined(_ words: [String]) -> String {
        Set(words).count == 1 ? words[0] : words.joined(separator: ", ")
    }

    /// What an indicator gives on one price and one volume, in words, one an output.
    private static func flatValues(of indicator: Indicator) -> [String] {
        let (prices, volume) = ([0.1, 27_654.3, 5], 7_919.0)
        let runs = prices.map { price in
            let inputs = [DefinitionInput.open, .high, .low, .close]
            var bars = BarColumns(
                uniqueKeysWithValues: inputs.map { ($0, [Double](repeating: price, count: 1_500)) })
            bars[.volume] = [Double](repeating: volume, count: 1_500)
            return IndicatorRun.values(of: indicator.signals(of: Bars()), over: bars)
        }
        return indicator.outputNames.indices.map { place in
            let known = runs.map { $0[place].filter { !$0.isNaN } }
            let last = known.map { $0.last ?? .nan }
            let isSteady = zip(known, last).allSatisfy { values, last in
                values.allSatisfy { $0 == last }
            }
            let isNear = zip(last, prices).allSatisfy { abs($0 / $1 - 1) < 1e-12 }
            let isAlike = last.allSatisfy { abs($0 / last[0] - 1) < 1e-9 }
            let word =
                if last == prices || isNear && !isSteady {
                    "price"
                } else if last == prices.map({ -$0 }) {
                    "−price"
                } else if known.allSatisfy(\.isEmpty) {
                    "unknown"
                } else if last.allSatisfy({ $0 == volume }) {
                    "first volume"
                } else if last.allSatisfy({ $0 == last[0] }) {
                    short(last[0]).replacing("-", with: "−")
                } else if isAlike {
                    String(format: "%.2f", last[0])
                } else {
                    "by the price"
                }
            return isSteady ? word : "\(word) in the end"
        }
    }

    private static func row(_ kernel: CompiledKernel) -> String {
        let units = (0..<kernel.outputCount).map { "\(kernel.unit(ofOutput: $0))" }
        let lookbacks = (0..<kernel.outputCount).map { "\(kernel.lookback(ofOutput: $0))" }
        let cells = [
            "`\(kernel.identity)`", kernel.inputNames.joined(separator: ", "),
            kernel.outputNames.joined(separator: ", "),
            Set(lookbacks).count == 1 ? lookbacks[0] : lookbacks.joined(separator: ", "),
            text(kernel.kind), Set(units).count == 1 ? units[0] : units.joined(separator: ", "),
            "\(kernel.magnitude)", kernel.source,
        ]
        return "| \(cells.joined(separator: " | ")) |"
    }

    private static func short(_ value: Double) -> String {
        Int(exactly: value).map { "\($0)" } ?? "\(value)"
    }

    private static func text(_ kind: KernelKind) -> String {
        switch kind {
        case .windowed: "windowed"
        case .settling(let bars): "settling, \(bars) bars"
        case .cumulative: "cumulative"
        }
    }
}
