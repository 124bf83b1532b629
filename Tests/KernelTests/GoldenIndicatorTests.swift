import Foundation
import Kernels
import Testing

/// Compares the kernels with TA-Lib's outputs on four series.
@Suite("Golden indicators")
struct GoldenIndicatorTests {
    @Test("every value is the reference's", arguments: GoldenIndicators.cases)
    func matches(_ golden: GoldenCase) throws {
        let outputs = try #require(golden.outputs())
        let cells = try golden.cells()
        #expect(cells.count == golden.outputNames.count && cells.count == outputs.count)
        for (name, (cells, output)) in zip(golden.outputNames, zip(cells, outputs)) {
            #expect(cells.count == output.count)
            for (row, (cell, value)) in zip(cells, output).enumerated()
            where !golden.accepts(value, for: cell) {
                Issue.record("\(golden.file) \(name) row \(row): \(value), expected \(cell)")
                break
            }
        }
    }

    @Test("none of the files of our kernels is left out")
    func coverage() throws {
        #expect(GoldenIndicators.cases.count == 110)
        let cells = try GoldenIndicators.cases.map { try $0.cells().map(\.count).reduce(0, +) }
        #expect(cells.reduce(0, +) == 143_700)
    }
}

enum GoldenIndicators {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Golden/indicators")

    static let cases: [GoldenCase] =
        ((try? lines("index.csv").dropFirst().map(GoldenCase.init)) ?? [])
        .filter { $0.outputs() != nil }

    static func lines(_ file: String) throws -> [Substring] {
        var text = try String(contentsOf: folder.appending(path: file), encoding: .utf8)
        if text.last == "\n" { text.removeLast() }
        return text.split(separator: "\n", omittingEmptySubsequences: false)
    }

    static let inputs: [String: [String: [Double]]] = Dictionary(
        uniqueKeysWithValues: ["AAPL", "SPX", "MSFT", "Hostile"].map { ($0, columns(of: $0)) })

    private static func columns(of series: String) -> [String: [Double]] {
        let rows = ((try? lines("inputs/\(series).csv")) ?? [])
            .map { $0.split(separator: ",", omittingEmptySubsequences: false) }
        var columns: [String: [Double]] = [:]
        for (index, name) in (rows.first ?? []).enumerated() where name != "time" {
            columns[String(name)] = rows.dropFirst().map { Double($0[index]) ?? .nan }
        }
        return columns
    }
}
