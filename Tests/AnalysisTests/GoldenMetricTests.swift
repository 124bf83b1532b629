import Analysis
import Foundation
import Testing

/// Compares with `definitions` of the golden metrics, which empyrical and quantstats agree with.
@Suite("Golden metrics")
struct GoldenMetricTests {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Golden/metrics")

    private struct Golden: Decodable {
        struct Entry: Decodable {
            let definitions: [String: Double]
        }
        let series: [String: Entry]
    }

    private func returns(_ name: String) throws -> [Double] {
        let file = Self.folder.appending(path: "\(name).returns.csv")
        let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
        return lines.dropFirst().compactMap { Double($0.split(separator: ",")[1]) }
    }

    @Test("every shared figure is the reference's", arguments: ["AAPL-vs-SPX", "IBM-vs-SPX"])
    func matches(name: String) throws {
        let data = try Data(contentsOf: Self.folder.appending(path: "metrics.json"))
        let golden = try JSONDecoder().decode(Golden.self, from: data)
        let expected = try #require(golden.series[name]).definitions
        let values = try returns(name)
        var equity: [Double] = []
        for value in values { equity.append((equity.last ?? 1) * (1 + value)) }
        let curve = Returns(equity: equity, startingCash: 1)
        let underwater = UnderwaterCurve(equity: equity, startingCash: 1)
        let figures: [(String, Double?)] = [
            ("observations", Double(curve.values.count)),
            ("total_return", (equity.last ?? 0) - 1),
            ("mean_daily", curve.mean), ("std_daily_ddof1", curve.deviation),
            ("volatility_252", curve.volatility(periodsPerYear: 252)),
            ("sharpe_252", curve.sharpe(periodsPerYear: 252)),
            ("sortino_252", curve.sortino(periodsPerYear: 252)),
            ("downside_deviation_252", curve.downsideDeviation.map { $0 * 252.0.squareRoot() }),
            ("max_drawdown", Drawdown.episodes(equity: equity, startingCash: 1).deepest?.depth),
            ("longest_drawdown_bars", Double(underwater.longestBarCount)),
            ("ulcer_index", underwater.ulcerIndex),
        ]
        for (key, figure) in figures {
            let (reference, figure) = (try #require(expected[key]), try #require(figure))
            #expect(abs(figure - reference) <= 1e-11 * abs(reference), "\(key)")
        }
    }
}
