import Backtesting
import Charts

/// What the rules of a run saw at the decisions of its trades, for the page's script: the close
/// and each series drawn for a rule, at the bar that decided and at the one before it.
struct SeenValues {
    let result: RunResult
    let panels: RunPanels
    private let decisions: (entry: [Int], exit: [Int])

    init(result: RunResult, panels: RunPanels) {
        (self.result, self.panels) = (result, panels)
        let rows = DecisionRows(result.orders)
        decisions = (
            result.trades.map { rows.entry(filledAt: $0.entryRow) },
            result.trades.map { rows.exit(filledAt: $0.exitRow) }
        )
    }

    /// The series, those drawn first, so that a rule's numbers find them; the close last.
    var json: JSONValue {
        let used = Set(result.rules.flatMap(\.drawn))
        let drawn = result.drawn.enumerated().map { index, one in
            series(one.label, isPrice: one.panel == "price", used.contains(index) ? one.values : [])
        }
        return .array(drawn + [series("close", isPrice: true, panels.prices.close)])
    }

    /// One series with its four columns: before and at the entry's decision, before and at the
    /// exit's.
    private func series(_ label: String, isPrice: Bool, _ values: [Double]) -> JSONValue {
        let columns = [decisions.entry, decisions.exit].flatMap { rows in
            [-1, 0].map { offset in
                rows.map { row in
                    // A fill without a known decision shows its own bar.
                    let row = max(row, 0) + offset
                    return values.indices.contains(row) ? values[row] : .nan
                }
            }
        }
        let places = max(panels.drawnPrice.decimals, panels.booked.decimals) + 1
        return .object([
            .init("label", .text(MarkupText.visible(label))), .init("isPrice", .boolean(isPrice)),
            .init(
                "columns",
                .array(
                    columns.map { values in
                        PackedColumn(values, isRatio: isPrice, atLeast: isPrice ? places : nil).json
                    })),
        ])
    }
}
