import Foundation
import Kernels
import Testing

/// One line of the index of golden files.
struct GoldenCase: Sendable, CustomTestStringConvertible {
    let file: String
    let indicator: String
    let parameters: [String: Double]
    let series: String
    let outputNames: [String]
    let tolerance: Double

    var testDescription: String { file }

    init(_ line: Substring) {
        let cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        (file, indicator, series) = (cells[0], cells[1], cells[3])
        let pairs = cells[2].split(separator: ";").map { $0.split(separator: "=") }
        parameters = Dictionary(
            uniqueKeysWithValues: pairs.map { (String($0[0]), Double($0[1]) ?? .nan) })
        outputNames = cells[4].split(separator: "|").map(String.init)
        tolerance = Double(cells[9]) ?? .nan
    }

    /// The expected cells, by output.
    func cells() throws -> [[String]] {
        let rows = try GoldenIndicators.lines(file).dropFirst()
            .map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
        return outputNames.indices.map { index in rows.map { $0[index] } }
    }

    /// The rule of semantics.md: an empty cell and `nan` are unknown, `?` is not compared.
    func accepts(_ value: Double, for cell: String) -> Bool {
        switch cell {
        case "?": return true
        case "", "nan": return value.isNaN
        default:
            guard let expected = Double(cell) else { return false }
            return (value - expected).magnitude <= tolerance + 1e-10 * expected.magnitude
        }
    }

    /// What the kernels give; nil for an indicator that they do not have.
    func outputs() -> [[Double]]? {
        let bars = GoldenIndicators.inputs[series] ?? [:]
        func column(_ name: String) -> [Double] { bars[name] ?? [] }
        func count(_ name: String) -> Int { Int(parameters[name] ?? 0) }
        let (close, period) = (column("close"), count("period"))
        let range = [column("high"), column("low"), close]
        switch indicator {
        case "SMA": return [run(.simpleMovingAverage(period: period), close)]
        case "EMA": return [run(.exponentialMovingAverage(period: period), close)]
        case "WMA": return [run(.weightedMovingAverage(period: period), close)]
        case "RMA": return [run(.wilderMovingAverage(period: period), close)]
        case "RSI": return [run(.relativeStrengthIndex(period: period), close)]
        case "ROC": return [run(.rateOfChange(period: period), close)]
        case "MAX": return [run(.rollingMaximum(period: period), close)]
        case "MIN": return [run(.rollingMinimum(period: period), close)]
        case "TRANGE": return [CompiledKernel.trueRange.values(of: range)]
        case "ATR":
            let ranges = CompiledKernel.trueRange.values(of: range)
            return [run(.wilderMovingAverage(period: period), ranges)]
        case "ADX": return [directional(0, period, range)]
        case "PLUS_DI": return [directional(1, period, range)]
        case "MINUS_DI": return [directional(2, period, range)]
        case "OBV": return [CompiledKernel.onBalanceVolume.values(of: [close, column("volume")])]
        case "STDDEV":
            let factor = parameters["nbdev"] ?? .nan
            return [run(.standardDeviation(period: period), close).map { factor * $0 }]
        case "BBANDS": return bands(close, period)
        case "MACD": return convergence(close, count("fast"), count("slow"), count("signal"))
        default: return nil
        }
    }

    private func run(_ kernel: CompiledKernel, _ column: [Double]) -> [Double] {
        kernel.values(of: [column])
    }

    private func directional(_ output: Int, _ period: Int, _ range: [[Double]]) -> [Double] {
        CompiledKernel.directionalMovement(period: period).outputs(of: range)[output]
    }

    private func bands(_ close: [Double], _ period: Int) -> [[Double]] {
        let (up, down) = (parameters["up"] ?? .nan, parameters["down"] ?? .nan)
        return CompiledKernel.bollingerBands(period: period, up: up, down: down)
            .outputs(of: [close])
    }

    private func convergence(
        _ close: [Double], _ fast: Int, _ slow: Int, _ signal: Int
    ) -> [[Double]] {
        CompiledKernel.movingAverageConvergence(fast: fast, slow: slow, signal: signal)
            .outputs(of: [close])
    }
}
