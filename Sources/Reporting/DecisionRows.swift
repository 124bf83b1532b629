import Backtesting

/// The bars that decided a fill, found by the row of the fill.
struct DecisionRows {
    private var entries: [Int: Int] = [:]
    private var exits: [Int: Int] = [:]

    init(_ orders: [OrderRecord]) {
        for order in orders where order.status == "filled" {
            guard let row = order.fillRow else { continue }
            switch order.purpose {
            case "entry": entries[row] = order.row
            case "reversal": (entries[row], exits[row]) = (order.row, order.row)
            default: exits[row] = order.row
            }
        }
    }

    /// The row of the decision behind an entry; without an order the bar before the fill.
    func entry(filledAt row: Int) -> Int { entries[row] ?? row - 1 }

    /// The row of the decision behind an exit; without an order the bar before the fill.
    func exit(filledAt row: Int) -> Int { exits[row] ?? row - 1 }
}
