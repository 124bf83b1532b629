import Foundation
import Kernels
import Oracle
import Signals
import Testing
import Verification

/// Compares every candlestick pattern with TA-Lib's, through a plan as a strategy does.
@Suite("Golden candlestick patterns")
struct GoldenCandleTests {
    /// One line of the file: what TA-Lib gives for a pattern over a series.
    struct Line: Sendable, CustomTestStringConvertible {
        let name: String
        let series: String
        /// Where it is not 0.
        var values: [Int: Double] = [:]
        /// Where a tie of lengths decides, and rounding the tie.
        var ties: Set<Int> = []
        var testDescription: String { "\(name) \(series)" }

        /// `NAME SERIES value: bar bar … ?: bar …`
        init(_ text: Substring) {
            let words = text.split(separator: " ")
            (name, series) = (String(words[0]), String(words[1]))
            var value: Double?
            for word in words.dropFirst(2) {
                if word.hasSuffix(":") {
                    value = Double(word.dropLast())
                } else if let bar = Int(word) {
                    if let value { values[bar] = value } else { ties.insert(bar) }
                }
            }
        }
    }

    private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Golden")

    private static let lines: [Line] = {
        let file = folder.appending(path: "candles.txt")
        let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
        return text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map { Line($0) }
    }()

    private static let bars: [String: BarColumns] = {
        guard let files = try? GoldenFiles(folder.appending(path: "indicators")) else { return [:] }
        return Dictionary(
            uniqueKeysWithValues: Set(lines.map(\.series)).map {
                ($0, (try? files.bars(of: $0)) ?? [:])
            })
    }()

    @Test("every bar is TA-Lib's, but where rounding decides a tie", arguments: lines)
    func agrees(_ line: Line) throws {
        var bars = try #require(Self.bars[line.series])
        bars[.session] = nil
        let indicator = try #require(IndicatorCatalog.all.first { $0.taLib == line.name })
        let values = IndicatorRun.values(of: indicator.signals(of: Bars()), over: bars)[0]
        let differing = values.indices.filter { bar in
            let value = values[bar].isNaN ? 0 : values[bar]
            return value != line.values[bar, default: 0] && !line.ties.contains(bar)
        }
        #expect(differing.isEmpty)
    }

    @Test("all patterns are compared, and nearly all bars")
    func coverage() {
        #expect(Self.lines.count == 4 * CandlePattern.allCases.count)
        #expect(Set(Self.lines.map(\.name)) == Set(CandlePattern.allCases.map(\.taLib)))
        #expect(Self.lines.map(\.values.count).reduce(0, +) > 7_000)
        #expect(Self.lines.map(\.ties.count).reduce(0, +) < 300)
    }
}
