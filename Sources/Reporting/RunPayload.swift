import Backtesting
import Charts
import MarketData

/// What the page's script reads of a run: columns, panels, trades, rules.
struct RunPayload {
    let result: RunResult
    let panels: RunPanels
    let all: [Panel]

    /// The data block; it lies in the section of its run.
    var html: String {
        "<script type=\"application/json\" class=\"run-data\">\(json.embedded)</script>"
    }

    private var json: JSONValue {
        let times = PayloadTimes(result.bars.times, showing: panels.shown)
        let seen = SeenValues(result: result, panels: panels)
        return .object(
            times.members + panels.shown.members + [
                .init(
                    "places", PriceText.json(drawn: panels.drawnPrice, booked: panels.booked)),
                .init("columns", .object(columns)), .init("panels", .array(all.map(\.json))),
                .init(
                    "trades", result.trades.isEmpty ? .object(noTrades) : trades(unit: times.unit)),
                .init("open", openPosition), .init("drawdowns", .array(drawdowns)),
                .init("rules", .array(result.rules.map(rule))),
                .init("seen", seen.json),
            ])
    }

    private var columns: [JSONValue.Member] {
        let (prices, shown) = (panels.prices, panels.shown)
        var columns: [(String, PackedColumn)] = [
            ("open", priceColumn(shown.values(prices.open))),
            ("high", priceColumn(shown.values(prices.high))),
            ("low", priceColumn(shown.values(prices.low))),
        ]
        var names: Set<String> = []
        for panel in all {
            for series in panel.series where names.insert(series.column).inserted {
                let values = shown.values(series.values)
                let packed: PackedColumn =
                    switch panel.format {
                    case .percent: PackedColumn(values, places: 6)
                    case .ratio: PackedColumn(values, places: 4)
                    case .money: PackedColumn(values, digits: 7)
                    case .price where panel.hasTrades:
                        // The lines of a rule cross between two prices.
                        priceColumn(values, more: series.kind == .candles ? 0 : 1)
                    case .price: PackedColumn(values, atLeast: panel.decimals)
                    case .count: PackedColumn(values)
                    }
                columns.append((series.column, packed))
            }
        }
        for (index, drawn) in result.drawn.enumerated()
        where names.insert("drawn\(index)").inserted {
            columns.append(("drawn\(index)", PackedColumn(shown.values(drawn.values))))
        }
        return columns.map { JSONValue.Member($0.0, $0.1.json) }
    }

    func priceColumn(_ values: [Double], more: Int = 0) -> PackedColumn {
        PackedColumn(
            values, isRatio: true,
            atLeast: max(panels.drawnPrice.decimals, panels.booked.decimals) + more)
    }

    private var noTrades: [JSONValue.Member] {
        [
            .init("count", .integer(0)), .init("reasons", .array([])),
            .init("symbols", .array([])), .init("columns", emptyColumns),
        ]
    }

    private var emptyColumns: JSONValue {
        let empty = PackedColumn([Int]())
        return .object(
            ["side", "entry", "exit", "decided", "left", "reason", "entryPrice", "exitPrice"]
                .map { .init($0, empty.json) }
                + ["entryLevel", "exitLevel", "quantity", "profit", "share", "fees"]
                .map { .init($0, empty.json) }
                + ["adverse", "favorable"].map { .init($0, empty.json) })
    }

    private var openPosition: JSONValue {
        guard let open = result.openPosition, let factor = result.bars.factor.last else {
            return .text(nil)
        }
        return .object([
            .init("row", .integer(panels.shown.place(of: open.entryRow))),
            .init("level", .number(open.entryPrice * factor)),
            .init("side", .integer(open.side == "short" ? -1 : 1)),
        ])
    }

    private var drawdowns: [JSONValue] {
        result.tables.drawdowns.map { fall in
            let place = { (row: Int) in JSONValue.integer(panels.shown.place(of: row)) }
            return .array([
                place(fall.peakRow ?? 0), place(fall.troughRow),
                fall.recoveryRow.map(place) ?? .text(nil),
            ])
        }
    }

    private func rule(_ rule: RuleText) -> JSONValue {
        let known = rule.drawn.filter { result.drawn.indices.contains($0) }
        return .object([
            .init("wish", .text(rule.wish)), .init("text", .text(MarkupText.visible(rule.text))),
            .init("drawn", .array(known.map { .integer($0) })),
        ])
    }
}

extension RunPayload {
    /// Which of the members each trade was made with; nothing where the account has one symbol.
    private var memberColumn: [(String, PackedColumn)] {
        guard let members = result.members else { return [] }
        let places = Dictionary(uniqueKeysWithValues: members.enumerated().map { ($1, $0) })
        let column = result.trades.map { $0.symbol.flatMap { places[$0] } ?? 0 }
        return [("symbol", PackedColumn(column))]
    }

    /// The distinct reasons of exits, and which of them each trade has.
    private var exitReasons: (names: [String], ofTrades: [Int]) {
        var names: [String] = []
        let indices = result.trades.map { trade -> Int in
            if let index = names.firstIndex(of: trade.exitReason) { return index }
            names.append(trade.exitReason)
            return names.count - 1
        }
        return (names, indices)
    }

    private func trades(unit: Int64) -> JSONValue {
        let trades = result.trades
        let (reasons, reason) = exitReasons
        let decisions = DecisionRows(result.orders)
        let (factor, bars) = (result.bars.factor, result.bars.times)
        // Nothing where the fill's own bar decided.
        let decided = { (row: Int, fill: Int) -> Double in
            row == fill || !bars.indices.contains(row)
                ? .nan : Double(bars[row].microseconds / unit)
        }
        // What a portfolio has traded stands at its index.
        let index = result.members == nil ? nil : result.bars.close
        let level: (Double, Int, Int) -> Double = { price, row, basis in
            index.map { $0[row] }
                ?? (factor.indices.contains(basis) ? price * factor[basis] : price)
        }
        let rows = { (rows: [Int]) in PackedColumn(rows.map(panels.shown.place(of:))) }
        let columns: [(String, PackedColumn)] =
            [
                ("side", PackedColumn(trades.map { $0.side == "short" ? -1 : 1 })),
                ("entry", rows(trades.map(\.entryRow))),
                ("exit", rows(trades.map(\.exitRow))),
                (
                    "decided",
                    PackedColumn(
                        trades.map { decided(decisions.entry(filledAt: $0.entryRow), $0.entryRow) },
                        places: 0)
                ),
                (
                    "left",
                    PackedColumn(
                        trades.map { decided(decisions.exit(filledAt: $0.exitRow), $0.exitRow) },
                        places: 0)
                ),
                ("reason", PackedColumn(reason)),
                ("entryPrice", priceColumn(trades.map(\.entryPrice))),
                ("exitPrice", priceColumn(trades.map(\.exitPrice))),
                (
                    "entryLevel",
                    priceColumn(trades.map { level($0.entryPrice, $0.entryRow, $0.exitRow) })
                ),
                (
                    "exitLevel",
                    priceColumn(trades.map { level($0.exitPrice, $0.exitRow, $0.exitRow) })
                ),
                ("quantity", PackedColumn(trades.map(\.quantity), digits: 9)),
                ("profit", PackedColumn(trades.map(\.profit), places: 2)),
                ("share", PackedColumn(trades.map(\.returnFraction), places: 8)),
                ("fees", PackedColumn(trades.map(\.fees), places: 2)),
                ("adverse", PackedColumn(trades.map(\.adverseExcursion), places: 8)),
                ("favorable", PackedColumn(trades.map(\.favorableExcursion), places: 8)),
            ] + memberColumn
        return .object([
            .init("count", .integer(trades.count)),
            .init("reasons", .array(reasons.map { .text(MarkupText.visible($0)) })),
            .init("symbols", .array((result.members ?? []).map { .text(MarkupText.visible($0)) })),
            .init("columns", .object(columns.map { .init($0.0, $0.1.json) })),
        ])
    }
}
