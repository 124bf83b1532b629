import MarketData
import Trading

extension OrderRecord {
    /// The record of an order of a session.
    init(_ order: SentOrder) {
        let (status, reason, fill) = Self.parts(of: order.outcome)
        self.init(
            row: order.row, time: order.time, side: order.isBuy ? "buy" : "sell",
            purpose: order.purpose.rawValue, status: status, reason: reason, fillRow: fill?.row,
            fillTime: fill?.time, quantity: fill?.quantity, price: fill?.price, fee: fill?.fee)
    }

    private static func parts(
        of outcome: SentOrder.Outcome
    ) -> (status: String, reason: String?, fill: SentOrder.Fill?) {
        switch outcome {
        case .open: ("open", nil, nil)
        case .filled(let fill): ("filled", nil, fill)
        case .rejected(let reason): ("rejected", reason.description, nil)
        case .cancelled(let reason): ("cancelled", reason.rawValue, nil)
        }
    }
}
