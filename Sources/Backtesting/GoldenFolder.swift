import Foundation
import MarketData

/// Reference runs of other engines in a folder: `index.csv`, and for each series `bars.csv`,
/// signals, trades, equity and a summary of each run.
public struct GoldenFolder: Sendable {
    /// One reference run.
    public struct Run: Sendable {
        /// The series' name: a folder.
        public let series: String
        /// The rule with its parameters, such as `sma-10-50`.
        public let strategy: String
        /// `next-open` or `same-close`.
        public let execution: String
        /// The engine's name: that of a preset.
        public let engine: String
        /// The fraction of the amount traded that each side costs.
        public let commissionRate: Double
        /// The equity at the last bar.
        public let finalEquity: Double

        /// The run in one line.
        public var label: String { "\(series)/\(strategy).\(execution).\(engine)" }
    }

    /// One trade of a reference run.
    struct Trade: Sendable {
        let isClosed: Bool
        let entryTime: Timestamp
        let exitTime: Timestamp?
        let entryRow: Int
        let exitRow: Int?
        let entryPrice: Double
        let exitPrice: Double?
        let size: Double
        let entryFee: Double
        let exitFee: Double?
        let profit: Double
    }

    private let folder: URL
    /// The runs, in the order of the index.
    public let runs: [Run]

    /// Opens a folder.
    public init(_ folder: URL) throws(GoldenError) {
        self.folder = folder
        let table = try GoldenTable(folder.appending(path: "index.csv"))
        var runs: [Run] = []
        for row in table.rows.indices {
            runs.append(
                Run(
                    series: try table.text("series", row),
                    strategy: try table.text("strategy", row),
                    execution: try table.text("execution", row),
                    engine: try table.text("engine", row),
                    commissionRate: try table.number("commission_rate", row),
                    finalEquity: try table.number("final_equity", row)))
        }
        self.runs = runs
    }

    /// The bars of a series.
    func bars(of series: String) throws(GoldenError) -> Series {
        let table = try GoldenTable(folder.appending(path: "\(series)/bars.csv"))
        var bars: [Bar] = []
        for row in table.rows.indices {
            bars.append(
                Bar(
                    time: try table.time("time", row), open: try table.number("open", row),
                    high: try table.number("high", row), low: try table.number("low", row),
                    close: try table.number("close", row), volume: try table.number("volume", row)))
        }
        for (row, (one, next)) in zip(bars, bars.dropFirst()).enumerated()
        where one.time >= next.time {
            throw .malformed(path: table.path, line: row + 3, column: "time", text: "not ascending")
        }
        return Series(symbol: series, interval: .day, bars: bars)
    }

    /// The equity at each bar.
    func equity(of run: Run) throws(GoldenError) -> [Double] {
        let table = try GoldenTable(folder.appending(path: "\(run.label).equity.csv"))
        var equity: [Double] = []
        for row in table.rows.indices { equity.append(try table.number("equity", row)) }
        return equity
    }

    /// The trades, an open one last.
    func trades(of run: Run) throws(GoldenError) -> [Trade] {
        let table = try GoldenTable(folder.appending(path: "\(run.label).trades.csv"))
        var trades: [Trade] = []
        for row in table.rows.indices {
            let isClosed = try table.text("status", row) == "closed"
            trades.append(
                Trade(
                    isClosed: isClosed, entryTime: try table.time("entry_time", row),
                    exitTime: isClosed ? try table.time("exit_time", row) : nil,
                    entryRow: Int(try table.number("entry_bar", row)),
                    exitRow: isClosed ? Int(try table.number("exit_bar", row)) : nil,
                    entryPrice: try table.number("entry_price", row),
                    exitPrice: isClosed ? try table.number("exit_price", row) : nil,
                    size: try table.number("size", row),
                    entryFee: try table.number("entry_fee", row),
                    exitFee: isClosed ? try table.number("exit_fee", row) : nil,
                    profit: try table.number("pnl", row)))
        }
        return trades
    }

    /// The starting cash of a run.
    func cash(of run: Run) throws(GoldenError) -> Double { try summary(of: run).initial_cash }

    /// The fraction of the amount traded that each side costs, as the run's summary has it.
    func commissionRate(of run: Run) throws(GoldenError) -> Double {
        try summary(of: run).commission_rate
    }

    private struct Summary: Decodable {
        let initial_cash: Double
        let commission_rate: Double
    }

    private func summary(of run: Run) throws(GoldenError) -> Summary {
        let url = folder.appending(path: "\(run.label).summary.json")
        guard let data = try? Data(contentsOf: url),
            let summary = try? JSONDecoder().decode(Summary.self, from: data)
        else { throw .unreadable(path: url.path) }
        return summary
    }
}
