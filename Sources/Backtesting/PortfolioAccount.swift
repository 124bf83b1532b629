import Evaluation
import MarketData
import Trading

/// One account that has traded several instruments: the ledger's result before anything is
/// measured.
public struct PortfolioAccount: Sendable {
    /// The instruments, by ascending symbol.
    public let subjects: [Subject]
    /// The starts of all their bars that count, each once.
    public private(set) var times: [Timestamp] = []
    /// The equity after each of `times`.
    public private(set) var equity: [Double] = []
    /// The instruments held after each of `times`.
    public private(set) var heldCounts: [Int] = []
    /// The session after the last bar.
    public private(set) var session: PortfolioSession

    /// Trades the decisions of some instruments.
    ///
    /// - Parameters:
    ///   - rules: the terms.
    ///   - subjects: the instruments; their order does not matter.
    ///   - decisions: what is decided for each, in the order of the subjects.
    public init(_ rules: TradingRules, _ subjects: [Subject], _ decisions: [DecisionColumns]) {
        let order = subjects.indices.sorted { subjects[$0].symbol < subjects[$1].symbol }
        self.subjects = order.map { subjects[$0] }
        let decisions = order.map { decisions[$0] }
        session = PortfolioSession(rules, symbols: self.subjects.map(\.symbol))
        var next = self.subjects.map(\.rows.lowerBound)
        while let time = time(of: next) {
            let places = next.indices.filter { time == self.time(of: $0, row: next[$0]) }
            advance(places.map { ($0, next[$0]) }, decisions)
            times.append(time)
            for place in places { next[place] += 1 }
        }
    }

    /// The earliest bar that has not come yet; nil after the last.
    private func time(of rows: [Int]) -> Timestamp? {
        rows.enumerated().compactMap { time(of: $0, row: $1) }.min()
    }

    private func time(of place: Int, row: Int) -> Timestamp? {
        let subject = subjects[place]
        return subject.rows.contains(row) ? subject.history.traded.times[row] : nil
    }

    private mutating func advance(
        _ bars: [(place: Int, row: Int)], _ decisions: [DecisionColumns]
    ) {
        session.advance(
            to: bars.map { place, row in
                let history = subjects[place].history
                return .init(
                    place: place, bar: history.traded[row], actions: history.actions(atRow: row))
            })
        session.apply(
            bars.map { place, row in
                let closedAt = subjects[place].history.traded.closedAt[row]
                return (place, decisions[place].decision(row: row, decidedAt: closedAt))
            })
        equity.append(session.equity)
        heldCounts.append(session.heldCount)
    }
}
