import Kernels
import MarketData
import Oracle
import Signals
import Testing
import Verification

/// Holds the catalogue against the definitions in double-double.
@Suite("Indicators and the oracle")
struct OracleComparison {
    /// Every indicator that the oracle defines; a variable period is an input there.
    static let names = IndicatorCatalog.all.filter { indicator in
        !["mavp", "vwap-month"].contains(indicator.name) && (try? meaning(of: indicator)) != nil
    }.map(\.name)

    /// What the oracle knows by the indicator's name, or by that of golden files.
    private static func meaning(of indicator: Indicator) throws -> ReferenceName.Meaning {
        let usual = indicator.parameters.map { ($0.name, $0.usual) }
        let arguments = Dictionary(uniqueKeysWithValues: usual)
        if let found = try? ReferenceName.resolve(indicator.name, arguments) { return found }
        return try ReferenceName.resolve(indicator.reference ?? "", arguments)
    }

    @Test("all but those whose columns the command derives are compared")
    func coverage() {
        let all = Set(IndicatorCatalog.all.map(\.name))
        #expect(all.subtracting(Self.names) == ["mavp", "vwap-month"])
    }

    @Test(
        "take the parameters that the definition takes", arguments: IndicatorCatalog.all.map(\.name)
    )
    func ranges(name: String) throws {
        let indicator = try #require(IndicatorCatalog.indicator(named: name))
        let definition = try Self.meaning(of: indicator).definition
        for parameter in indicator.parameters {
            let defined = try #require(
                definition.parameters.first { $0.name == parameter.name })
            #expect(defined.isWhole == parameter.isCount, "\(parameter.name)")
            let range = parameter.range.clamped(to: defined.range)
            #expect(range == parameter.range, "\(parameter.name)")
        }
    }

    @Test("differ by eight ulp of the stated magnitude at most", arguments: names)
    func agrees(name: String) throws {
        let indicator = try #require(IndicatorCatalog.indicator(named: name))
        let isFlatDetermined = !name.hasPrefix("ht-")
        for bars in isFlatDetermined ? [Self.calm, Self.rough] : [Self.calm] {
            try compare(indicator, bars)
        }
    }

    @Test(
        "and after a halt of 11,250 bars, whose averages sink to where doubles have few digits",
        arguments: [
            "rsi", "rsi-ewm", "cmo", "dx", "adx", "adx-plain", "adxr", "plus-di", "minus-di", "tsi",
            "connors-rsi", "stochrsi", "ppo",
        ])
    func agreesAfterHalt(name: String) throws {
        try compare(try #require(IndicatorCatalog.indicator(named: name)), Self.halted)
    }

    /// Where the definition itself magnifies the last bit of its inputs: the stochastic of an RSI
    /// divides by the RSI's own range, and MAMA feeds its measured period back.
    private static let allowances = ["stochrsi": 96.0, "mama": 256.0]

    private func compare(_ indicator: Indicator, _ bars: BarColumns) throws {
        let meaning = try Self.meaning(of: indicator)
        let (definition, arguments) = (meaning.definition, meaning.arguments)
        let columns = try meaning.inputs.map { try #require(bars[$0]) }
        let exact = try definition.outputs(of: columns, arguments)
        var series = bars
        if !definition.inputs.contains(.session) { series[.session] = nil }
        let outputs = IndicatorRun.values(of: indicator.signals(of: Bars()), over: series)
        #expect(meaning.outputs.count == outputs.count)
        let lookbacks = try definition.lookback(arguments)
        let plan = indicator.plan()
        #expect(
            meaning.outputs.map { lookbacks[$0] } == plan.shownNodes.map { plan.nodes[$0].lookback }
        )
        for (index, output) in zip(meaning.outputs, outputs) {
            let magnitudes = try definition.magnitudes(of: exact[index], from: columns, arguments)
            var worst = (bar: 0, excess: 0.0)
            for (bar, (expected, value)) in zip(exact[index].rounded, output).enumerated() {
                #expect(expected.isNaN == value.isNaN, "\(indicator.name) \(index) bar \(bar)")
                guard !expected.isNaN, !value.isNaN else { continue }
                let unit = max(magnitudes[bar].ulp, expected.ulp)
                let excess = (value - expected).magnitude / unit
                if excess > worst.excess { worst = (bar, excess) }
            }
            #expect(
                worst.excess <= Self.allowances[indicator.name] ?? 8,
                "\(indicator.name) \(definition.outputs[index]) bar \(worst.bar)")
        }
    }

    /// Two thousand bars that go as markets do.
    static let calm = columns(of: SyntheticMarket(symbol: 3).daily(count: 2_000))

    /// The same with a flat stretch, without volume, a jump by 1,000 and a level of a millionth.
    static let rough: BarColumns = {
        var bars = calm
        for input in [DefinitionInput.open, .high, .low, .close] {
            for row in 300..<360 { bars[input]?[row] = 17.3 }
            for row in 700..<760 { bars[input]?[row] *= 1_000 }
            for row in 1_200..<1_500 { bars[input]?[row] *= 1e-6 }
        }
        for row in 330..<380 { bars[.volume]?[row] = 0 }
        bars[.value] = bars[.close]
        return bars
    }()

    /// Falls and rises, then one price for three quarters of the bars.
    static let halted: BarColumns = {
        var bars = columns(of: SyntheticMarket(symbol: 3).daily(count: 15_000))
        for input in [DefinitionInput.value, .open, .high, .low, .close] {
            for row in 3_750..<15_000 { bars[input]?[row] = 17.3 }
        }
        return bars
    }()

    private static func columns(of series: Series) -> BarColumns {
        [
            .value: series.close, .open: series.open, .high: series.high, .low: series.low,
            .close: series.close,
            .volume: series.volume, .session: series.close.indices.map { Double($0 / 12) },
        ]
    }
}
