import MarketData
import Oracle
import Signals
import Testing

/// The whole list where there is next to nothing to compute from.
@Suite("Every indicator on bare markets")
struct BareMarketTests {
    private static let names = IndicatorCatalog.all.map(\.name)
    private static let count = 400

    /// Bars that go as markets do, with another volume.
    private static func bars(_ count: Int, volume: Double? = nil) -> BarColumns {
        let series = SyntheticMarket(symbol: 5).daily(count: max(count, 1))
        var columns: BarColumns = [
            .open: series.open, .high: series.high, .low: series.low, .close: series.close,
            .volume: series.volume,
        ]
        if let volume { columns[.volume] = series.volume.map { _ in volume } }
        return columns.mapValues { Array($0.prefix(count)) }
    }

    private func run(_ name: String, _ bars: BarColumns) throws -> [[Double]] {
        let indicator = try #require(IndicatorCatalog.indicator(named: name))
        let outputs = IndicatorRun.values(of: indicator.signals(of: Bars()), over: bars)
        #expect(outputs.count == indicator.outputNames.count)
        for (index, output) in outputs.enumerated() {
            #expect(output.count == bars[.close]?.count, "output \(index)")
            #expect(output.allSatisfy { $0.isFinite || $0.isNaN }, "output \(index)")
            let plan = indicator.plan()
            let warmup = output.prefix(plan.nodes[plan.shownNodes[index]].lookback)
            #expect(warmup.allSatisfy { $0.isNaN }, "output \(index)")
        }
        return outputs
    }

    @Test("no bars give columns without a value, one bar gives one", arguments: names)
    func fewBars(name: String) throws {
        let plan = try #require(IndicatorCatalog.indicator(named: name)).plan()
        for count in 0...2 {
            let outputs = try run(name, Self.bars(count))
            for (output, node) in zip(outputs, plan.shownNodes)
            where !["acos", "asin"].contains(name) {
                let known = max(0, count - plan.nodes[node].lookback)
                #expect(output.count { !$0.isNaN } == known, "\(count) bars")
            }
        }
    }

    /// What no volume at all makes of those that read it; nil for unknown.
    private static let silent: [String: Double?] = [
        "vwma": nil, "vwap": nil, "vwap-rolling": nil, "vwap-session": nil, "vwap-month": nil,
        "obv": 0, "ad": 0, "adosc": 0, "cmf": 0, "force": 0, "mfi": 0,
    ]

    @Test("zero volume gives what is stated, and leaves the others alone", arguments: names)
    func zeroVolume(name: String) throws {
        let outputs = try run(name, Self.bars(Self.count, volume: 0))
        if let stated = Self.silent[name] {
            let known = outputs.joined().filter { !$0.isNaN }
            #expect(known.allSatisfy { $0 == stated } && known.isEmpty == (stated == nil))
        } else {
            try expectVolumeIsNotRead(name, outputs)
        }
    }

    @Test("unknown volume is unknown for those that read it alone", arguments: names)
    func unknownVolume(name: String) throws {
        let outputs = try run(name, Self.bars(Self.count, volume: .nan))
        if Self.silent.keys.contains(name) {
            #expect(outputs.joined().allSatisfy { $0.isNaN })
        } else {
            try expectVolumeIsNotRead(name, outputs)
        }
    }

    private func expectVolumeIsNotRead(_ name: String, _ outputs: [[Double]]) throws {
        let usual = try run(name, Self.bars(Self.count))
        #expect(outputs.map { $0.map(\.bitPattern) } == usual.map { $0.map(\.bitPattern) })
    }

    @Test("unknown bars have no value", arguments: names)
    func unknownBars(name: String) throws {
        let unknown = Self.bars(Self.count).mapValues { $0.map { _ in Double.nan } }
        #expect(try run(name, unknown).joined().allSatisfy { $0.isNaN })
    }
}
