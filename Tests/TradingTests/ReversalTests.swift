import Testing
import Trading

@Suite("Reversals")
struct ReversalTests {
    private func session(_ table: String) -> TradingSession {
        var rules = TradingRules()
        rules.commission = Commission(rate: 0.001, fixed: 6, perUnit: 0)
        rules.sizing = .fixed(10)
        return SessionTable(rules, table).session
    }

    @Test("one order through zero pays once for the order, shared by quantity")
    func oneFee() throws {
        let session = session(
            """
            100 101 99 100 enter
            100 101 99 100
            100 101 99 100 short
            110 111 109 110
            """)
        let trade = try #require(session.trades.first)
        #expect(abs(trade.exitFee - (1.1 + 3)) < 1e-12)
        #expect(abs(try #require(session.position).entryFee - (1.1 + 3)) < 1e-12)
        #expect(abs(session.fees - (1 + 6 + 2.2 + 6)) < 1e-12)
        #expect(abs(trade.profit - (100 - 7 - 4.1)) < 1e-9)
        #expect(abs(session.cash - session.flows.value) < 1e-9)
        let reversal = try #require(session.orders.last)
        guard case .filled(let fill) = reversal.outcome else {
            Issue.record("the reversal did not fill")
            return
        }
        #expect(fill.quantity == 20 && abs(fill.fee - 8.2) < 1e-12)
    }

    @Test("an opening part that is refused leaves the whole fee to the closing one")
    func refused() throws {
        let session = session(
            """
            100 101 99 100 enter
            100 101 99 100
            100 101 99 100 short
            99999999 99999999 99999999 99999999
            """)
        let trade = try #require(session.trades.first)
        #expect(trade.exitFee > 6)
    }
}
