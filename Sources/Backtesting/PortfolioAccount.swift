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
    /// What is held of each instrument from a bar's close on, where it changes.
    public private(set) var unitChanges: [UnitRecord] = []
    /// The session after the last bar.
    public private(set) var session: PortfolioSession
    private var units: [Double]

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
        units = self.subjects.map { _ in 0 }
        var next = self.subjects.map(\.rows.lowerBound)
        let end = last
        var isPaidOut = next.map { _ in false }
        while let time = time(of: next) {
            let ended = next.indices.filter { !isPaidOut[$0] && hasEnded($0, next[$0], by: end) }
            session.payOut(ended)
            note(ended, at: time)
            for place in ended { isPaidOut[place] = true }
            let places = next.indices.filter { time == self.time(of: $0, row: next[$0]) }
            advance(places.map { ($0, next[$0]) }, decisions)
            note(places, at: time)
            times.append(time)
            for place in places { next[place] += 1 }
        }
    }

    /// The instruments that were paid out, for the reader.
    var endings: [DataRemark] {
        subjects.indices.filter { hasEnded($0, subjects[$0].rows.upperBound, by: last) }
            .map {
                .memberEnded(
                    symbol: subjects[$0].symbol, date: subjects[$0].passport.lastSession)
            }
    }

    private mutating func note(_ places: [Int], at time: Timestamp) {
        for place in places {
            let quantity = session.books[place].position?.quantity ?? 0
            guard quantity != units[place] else { continue }
            units[place] = quantity
            unitChanges.append(
                UnitRecord(time: time, symbol: subjects[place].symbol, quantity: quantity))
        }
    }

    /// The last bar of all.
    private var last: Timestamp {
        subjects.map { $0.history.traded.times[$0.rows.upperBound - 1] }.max()
            ?? Timestamp(microseconds: 0)
    }

    /// True where an instrument has no further bar, and its last one lies more than a week before
    /// the last of all: it was delisted, or its data end.
    private func hasEnded(_ place: Int, _ row: Int, by end: Timestamp) -> Bool {
        let subject = subjects[place]
        guard row == subject.rows.upperBound else { return false }
        let last = subject.history.traded.times[row - 1]
        return end.microseconds - last.microseconds > 7 * Interval.day.microseconds
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
