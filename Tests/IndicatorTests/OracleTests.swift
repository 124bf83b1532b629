import Kernels
import MarketData
import Oracle
import Signals
import Testing
import Verification

/// Holds the catalogue against the definitions in double-double.
@Suite("Indicators and the oracle")
struct OracleComparison {
    /// Indicators whose definition the oracle has.
    static let names = IndicatorCatalog.all.filter { indicator in
        guard let reference = indicator.reference, indicator.name != "mavp" else { return false }
        return (try? DefinitionCatalog.definition(named: reference)) != nil
    }.map(\.name)

    @Test("differ by eight ulp of the stated magnitude at most", arguments: names)
    func agrees(name: String) throws {
        let indicator = try #require(IndicatorCatalog.indicator(named: name))
        let (definition, fixed, _) = try ReferenceName.resolve(
            try #require(indicator.reference), ["period": indicator.parameters.first?.usual ?? 1])
        for bars in name == "stochrsi" ? [Self.calm] : [Self.calm, Self.rough] {
            try compare(indicator, definition, fixed, bars)
        }
    }

    /// Where the definition itself magnifies the last bit of its inputs: the stochastic of an RSI
    /// divides by the RSI's own range (and is not determined where that is flat), and MAMA feeds
    /// its measured period back.
    private static let allowances = ["stochrsi": 64.0, "mama": 256.0]

    private func compare(
        _ indicator: Indicator, _ definition: Definition, _ fixed: [String: Double],
        _ bars: BarColumns
    ) throws {
        var arguments: [String: Double] = [:]
        for parameter in definition.parameters {
            let own = indicator.parameters.first { $0.name == parameter.name }
            arguments[parameter.name] = own?.usual ?? fixed[parameter.name]
        }
        let columns = try definition.inputs.map { try #require(bars[$0]) }
        let exact = try definition.outputs(of: columns, arguments)
        let outputs = IndicatorRun.values(of: indicator.signals(of: Bars()), over: bars)
        #expect(exact.count == outputs.count)
        let lookbacks = try definition.lookback(arguments)
        let plan = indicator.plan()
        #expect(lookbacks == plan.shownNodes.map { plan.nodes[$0].lookback })
        for (index, (exact, output)) in zip(exact, outputs).enumerated() {
            let magnitudes = try definition.magnitudes(of: exact, from: columns, arguments)
            var worst = (bar: 0, excess: 0.0)
            for (bar, (expected, value)) in zip(exact.rounded, output).enumerated() {
                #expect(expected.isNaN == value.isNaN, "\(indicator.name) \(index) bar \(bar)")
                guard !expected.isNaN, !value.isNaN else { continue }
                let unit = max(magnitudes[bar].ulp, expected.ulp)
                let excess = (value - expected).magnitude / unit
                if excess > worst.excess { worst = (bar, excess) }
            }
            #expect(
                worst.excess <= Self.allowances[indicator.name] ?? 8,
                "\(indicator.name) \(indicator.outputNames[index]) bar \(worst.bar)")
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
        return bars
    }()

    private static func columns(of series: Series) -> BarColumns {
        [
            .open: series.open, .high: series.high, .low: series.low, .close: series.close,
            .volume: series.volume,
        ]
    }
}
