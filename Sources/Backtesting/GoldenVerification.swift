import Evaluation
import MarketData
import Signals
import Trading

/// Reference runs of other engines, repeated and compared.
///
/// Trades must have the same bars; sizes, prices, fees and equity agree within 1e-9 relative,
/// profits within 1e-6 relative of the money moved.
public struct GoldenVerification: Sendable {
    /// What came of one run.
    public struct Outcome: Sendable {
        /// The reference run.
        public let run: GoldenFolder.Run
        /// The trades compared.
        public let tradeCount: Int
        /// The largest relative difference of the equity.
        public let equityDifference: Double
        /// Each difference beyond the tolerance, in words.
        public let differences: [String]
    }

    private let folder: GoldenFolder
    private let plan: @Sendable (String) -> Plan?

    /// A verification of a folder. `plan` gives the plan of a rule such as `sma-10-50`; nil when
    /// there is no such rule.
    public init(_ folder: GoldenFolder, plan: @escaping @Sendable (String) -> Plan?) {
        (self.folder, self.plan) = (folder, plan)
    }

    /// Repeats one run.
    public func verify(_ run: GoldenFolder.Run) throws(GoldenError) -> Outcome {
        guard let plan = plan(run.strategy) else {
            return Outcome(run, ["no strategy of the catalogue is called '\(run.strategy)'"])
        }
        guard let preset = TradingPreset(rawValue: run.engine) else {
            return Outcome(run, ["no preset is called '\(run.engine)'"])
        }
        guard let fill = TradingRules.Fill(rawValue: run.execution) else {
            return Outcome(run, ["no fill is called '\(run.execution)'"])
        }
        var rules = TradingRules().applying(plan.targets[0])
        rules.cash = try folder.cash(of: run)
        rules.commission = Commission(rate: run.commissionRate)
        rules.fill = fill
        let series = try folder.bars(of: run.series)
        let history = AdjustedHistory(series, actions: [], view: .none)
        let decisions = ColumnarEvaluator(plan).decisions(for: [history])[0][0]
        let account = Account(
            preset.applied(to: rules), history, decisions, rows: 0..<series.count)
        return try compare(account, run)
    }

    private func compare(
        _ account: Account, _ run: GoldenFolder.Run
    ) throws(GoldenError) -> Outcome {
        let trades = try folder.trades(of: run)
        let rate = try folder.commissionRate(of: run)
        let closed = trades.filter(\.isClosed)
        var differences: [String] = []
        if rate != run.commissionRate {
            differences.append(
                "commission \(rate) in its summary, \(run.commissionRate) in the index")
        }
        if account.session.trades.count != closed.count {
            differences.append(
                "\(counted(account.session.trades.count, "trade")), not \(closed.count)")
        }
        for (index, pair) in zip(account.session.trades, closed).enumerated() {
            differences += differ(pair.0, pair.1).map { "trade \(index + 1): \($0)" }
        }
        if let open = trades.first(where: { !$0.isClosed }) {
            let difference = relative(account.session.position?.quantity ?? 0, open.size)
            if !(difference <= 1e-9) {
                differences.append("open position differs by \(difference)")
            }
        } else if !account.session.isFlat {
            differences.append("a position is left open")
        }
        let equity = try folder.equity(of: run)
        // A difference that is no number is the worst of all.
        let worst = zip(account.equity, equity).map { relative($0, $1) }
            .reduce(0) { $0.isNaN || $1.isNaN ? .nan : max($0, $1) }
        let final = run.finalEquity
        if !(relative(account.equity.last ?? .nan, final) <= 1e-9) {
            differences.append("final equity \(account.equity.last ?? 0), not \(final)")
        }
        if account.equity.count != equity.count {
            differences.append("\(counted(account.equity.count, "bar")), not \(equity.count)")
        }
        if let row = zip(account.equity, equity).enumerated()
            .first(where: { !(relative($0.element.0, $0.element.1) <= 1e-9) })
        {
            differences.append(
                "equity of bar \(row.offset): \(row.element.0), not \(row.element.1)")
        }
        return Outcome(
            run: run, tradeCount: closed.count, equityDifference: worst, differences: differences)
    }

    private func differ(_ trade: Trade, _ reference: GoldenFolder.Trade) -> [String] {
        let position = trade.position
        var differences: [String] = []
        if position.entryRow != reference.entryRow || trade.exitRow != reference.exitRow {
            differences.append(
                "bars \(position.entryRow)…\(trade.exitRow), not "
                    + "\(reference.entryRow)…\(reference.exitRow ?? -1)")
        }
        if position.openedAt != reference.entryTime || trade.closedAt != reference.exitTime {
            differences.append(
                "from \(position.openedAt.text) to \(trade.closedAt.text), not "
                    + "\(reference.entryTime.text) to \(reference.exitTime?.text ?? "open")")
        }
        let values = [
            ("size", position.quantity, reference.size),
            ("entry price", position.entryPrice, reference.entryPrice),
            ("exit price", trade.exitPrice, reference.exitPrice ?? .nan),
            ("entry fee", position.entryFee, reference.entryFee),
            ("exit fee", trade.exitFee, reference.exitFee ?? .nan),
        ]
        for (name, ours, theirs) in values where !(relative(ours, theirs) <= 1e-9) {
            differences.append("\(name) \(ours), not \(theirs)")
        }
        if !((trade.profit - reference.profit).magnitude <= 1e-6 * reference.profit.magnitude) {
            differences.append("profit \(trade.profit), not \(reference.profit)")
        }
        return differences
    }

    private func relative(_ ours: Double, _ theirs: Double) -> Double {
        ours == theirs ? 0 : (ours - theirs).magnitude / theirs.magnitude
    }
}

extension GoldenVerification.Outcome {
    fileprivate init(_ run: GoldenFolder.Run, _ differences: [String]) {
        self.init(run: run, tradeCount: 0, equityDifference: 0, differences: differences)
    }
}
