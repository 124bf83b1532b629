import ColumnStore
import Foundation
import MarketData

/// A whole result in one Arrow file: what has a value a bar as a column, for notebooks, and all
/// else as JSON in the file's metadata, so that every report can be made again from it.
extension RunResult {
    private static let key = "finstage.result"

    /// The bytes of the file.
    func arrow() throws -> [UInt8] {
        let rows = bars.times.count
        let columns = columns
        let light = self.replacing { _ in [] }
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        encoder.nonConformingFloatEncodingStrategy = .convertToString(
            positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
        let lengths = columns.map { "\($0.name)=\($0.values.count)" }.joined(separator: ",")
        return ArrowWriter(
            times: bars.times.map(\.microseconds),
            columns: columns.map { name, values in
                let missing = [Double](repeating: .nan, count: max(0, rows - values.count))
                return (name, Array(values.prefix(rows)) + missing)
            },
            metadata: [
                ("finstage.run", id), ("finstage.strategy", strategy), ("finstage.symbol", symbol),
                ("finstage.plan", planFingerprint), ("finstage.lengths", lengths),
                (Self.key, String(decoding: try encoder.encode(light), as: UTF8.self)),
            ], notes: notes
        ).bytes()
    }

    /// What the file says about each of its columns.
    private var notes: [String: [(key: String, value: String)]] {
        var notes: [String: [(key: String, value: String)]] = [:]
        for column in RunColumn.all where column.name != "drawn_*" {
            notes[column.name] = [("unit", column.unit), ("meaning", column.meaning)]
        }
        for (index, line) in drawn.enumerated() {
            notes["drawn_\(index)"] = [("label", line.label), ("panel", line.panel)]
        }
        return notes
    }

    /// The result in a file.
    ///
    /// - Throws: when the file is damaged, or was written before whole results were.
    public init(contentsOf url: URL) throws {
        let file = try ArrowFile(path: url.path)
        guard let text = file.metadata[Self.key] else {
            throw RunHistoryError.unreadable(
                reason: "\(url.path) holds no whole result; repeat the run with runs reproduce")
        }
        let decoder = JSONDecoder()
        decoder.nonConformingFloatDecodingStrategy = .convertFromString(
            positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
        let light = try decoder.decode(RunResult.self, from: Data(text.utf8))
        let pairs = (file.metadata["finstage.lengths"] ?? "").split(separator: ",").compactMap {
            pair -> (String, Int)? in
            let parts = pair.split(separator: "=")
            return Int(parts.last ?? "").map { (String(parts[0]), $0) }
        }
        var columns: [String: [Double]] = [:]
        for (name, count) in pairs {
            columns[name] = Array(try file.values(ofColumn: name).prefix(count))
        }
        self = light.replacing(times: try file.times()) { columns[$0] ?? [] }
    }

    /// The columns by name.
    private var columns: [(name: String, values: [Double])] {
        [
            ("equity", equity), ("buy_and_hold", buyAndHold), ("position", positions),
            ("open", bars.open), ("high", bars.high), ("low", bars.low), ("close", bars.close),
            ("factor", bars.factor), ("underwater", tables.underwater),
            ("held_underwater", tables.heldUnderwater), ("return", tables.returns),
            ("rolling_sharpe", tables.rolling.sharpe),
            ("rolling_volatility", tables.rolling.volatility),
            ("rolling_beta", tables.rolling.beta), ("benchmark", tables.benchmark ?? []),
        ] + drawn.enumerated().map { ("drawn_\($0.offset)", $0.element.values) }
    }

    /// The same result with other columns.
    private func replacing(
        times: [Timestamp] = [], _ column: (String) -> [Double]
    ) -> RunResult {
        RunResult(
            id: id, strategy: strategy, symbol: symbol, settings: settings, passport: passport,
            plan: plan, planFingerprint: planFingerprint,
            bars: BarColumns(
                times: times, open: column("open"), high: column("high"), low: column("low"),
                close: column("close"), factor: column("factor")),
            equity: column("equity"), buyAndHold: column("buy_and_hold"),
            positions: column("position"),
            drawn: drawn.enumerated().map { index, line in
                DrawnSeries(label: line.label, panel: line.panel, values: column("drawn_\(index)"))
            }, rules: rules, trades: trades, orders: orders, openPosition: openPosition,
            holdings: holdings, unitChanges: unitChanges, rejections: rejections, metrics: metrics,
            buyAndHoldMetrics: buyAndHoldMetrics,
            tables: RunTables(
                underwater: column("underwater"), heldUnderwater: column("held_underwater"),
                benchmark: tables.benchmark == nil ? nil : column("benchmark"),
                drawdowns: tables.drawdowns, months: tables.months, years: tables.years,
                rolling: RollingColumns(
                    barCount: tables.rolling.barCount, sharpe: column("rolling_sharpe"),
                    volatility: column("rolling_volatility"), beta: column("rolling_beta")),
                returns: column("return"), groups: tables.groups))
    }
}
