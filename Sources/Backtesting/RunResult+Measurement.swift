import Analysis
import MarketData
import Signals
import Trading

extension RunResult {
    /// Measures what an account has done.
    ///
    /// - Parameters:
    ///   - id: the run's id.
    ///   - plan: the plan; its first target was traded.
    ///   - settings: what was asked for.
    ///   - subject: the instrument.
    ///   - account: what the session has left behind.
    ///   - rules: the terms under which it traded.
    ///   - drawing: the plan's lines and words.
    ///   - numbers: the values of each line at every row of the history.
    ///   - benchmark: what it is compared with; nil for buying and holding the instrument.
    package init(
        id: String, plan: Plan, settings: RunSettings, subject: Subject, account: Account,
        rules: TradingRules, drawing: DrawnPlan, numbers: [[Double]],
        benchmark: BenchmarkLevels? = nil
    ) {
        let bars = BarColumns(subject.history, rows: subject.rows)
        let session = account.session
        let trades = session.trades.map { TradeRecord($0, bars, fill: rules.fill) }
        let held = subject.buyAndHold(cash: rules.cash)
        let convention = MetricConvention(rawValue: settings.convention) ?? .finstage
        var measured = MeasuredAccount(
            account, subject, bars, cash: rules.cash, riskFree: settings.riskFree)
        measured.trades = zip(session.trades, trades).map { MeasuredTrade($0, $1) }
        measured.benchmark =
            benchmark
            ?? BenchmarkLevels(times: bars.times, levels: held, base: rules.cash)
        let run = Measurement(measured, convention: convention)
        let holding = Measurement(
            measured.holding(held, cash: rules.cash), convention: convention)
        self.init(
            id: id, strategy: plan.targets[0].name, symbol: subject.symbol, settings: settings,
            passport: subject.passport, plan: plan.canonicalText,
            planFingerprint: plan.fingerprint.description, bars: bars,
            equity: account.equity, buyAndHold: held, positions: account.positions,
            drawn: zip(drawing.lines, numbers).map { line, values in
                DrawnSeries(
                    label: line.label, panel: line.panel, values: Array(values[subject.rows]))
            }, rules: drawing.rules,
            trades: trades, orders: session.orders.map(OrderRecord.init),
            openPosition: session.position.map { OpenPositionRecord($0, mark: session.mark) },
            holdings: nil, unitChanges: nil,
            rejections: session.rejections.map(RejectionRecord.init),
            metrics: RunMetrics(run),
            buyAndHoldMetrics: RunMetrics(holding),
            tables: RunTables(
                run, held: holding,
                benchmark: benchmark?.value(of: rules.cash, at: bars.times), trades: trades))
    }
}

extension RunResult {
    /// What the benchmark has earned over the bars that it has in common; nil without one.
    public var benchmarkReturn: Double? {
        tables.benchmark?.last { $0.isFinite }.map { $0 / settings.cash - 1 }
    }
}

extension MeasuredAccount {
    /// What an account has left behind, without its trades.
    fileprivate init(
        _ account: Account, _ subject: Subject, _ bars: BarColumns, cash: Double, riskFree: Double
    ) {
        let (calendar, interval) = (
            subject.history.traded.calendar, subject.history.traded.interval
        )
        self.init(
            equity: account.equity, startingCash: cash, times: bars.times,
            dates: bars.times.map { calendar.sessionDate(ofBarAt: $0, interval: interval) },
            interval: interval, periodsPerYear: calendar.periodsPerYear(of: interval),
            isInvested: account.positions.map { $0 != 0 })
        let session = account.session
        (openTradeCount, fees) = (session.isFlat ? 0 : 1, session.fees)
        tradedAmount = session.orders.lazy.map(\.amount).compensatedSum()
        self.riskFree = riskFree
    }

    /// The same bars with the cash held in the instrument from the start.
    func holding(_ equity: [Double], cash: Double) -> MeasuredAccount {
        var held = self
        held.equity = equity
        held.isInvested = equity.map { _ in true }
        (held.trades, held.openTradeCount, held.fees, held.tradedAmount) = ([], 1, 0, cash)
        return held
    }
}

extension SentOrder {
    /// The money that changed hands.
    var amount: Double {
        if case .filled(let fill) = outcome { fill.quantity * fill.price } else { 0 }
    }
}

extension MeasuredTrade {
    init(_ trade: Trade, _ record: TradeRecord) {
        let length = trade.closedAt.microseconds - trade.position.openedAt.microseconds
        self.init(
            profit: trade.profit, returnFraction: record.returnFraction,
            entryRow: record.entryRow, exitRow: record.exitRow,
            days: Double(length) / Double(Interval.day.microseconds),
            adverseExcursion: record.adverseExcursion,
            favorableExcursion: record.favorableExcursion)
    }
}

extension BarColumns {
    /// The prices of some rows.
    public init(_ history: AdjustedHistory, rows: Range<Int>) {
        let series = history.traded
        let adjustment = Adjustment(
            of: series, by: history.booked, view: .splits, asOf: series.times[rows.upperBound - 1])
        self.init(
            times: Array(series.times[rows]), open: Array(series.open[rows]),
            high: Array(series.high[rows]), low: Array(series.low[rows]),
            close: Array(series.close[rows]), factor: Array(adjustment.priceFactors[rows]))
    }
}

extension TradeRecord {
    init(_ trade: Trade, _ bars: BarColumns, fill: TradingRules.Fill) {
        let position = trade.position
        let excursion = TradeExcursion(trade, bars, fill: fill)
        let stop = position.firstStopPrice / position.entryPrice
        let risk = position.entryAmount * (1 - stop).magnitude
        let level: (Double) -> Double? = { $0.isFinite ? $0 : nil }
        self.init(
            side: position.quantity > 0 ? "long" : "short", entryRow: position.entryRow,
            exitRow: trade.exitRow, entryTime: position.openedAt, exitTime: trade.closedAt,
            entryPrice: position.entryPrice, exitPrice: trade.exitPrice,
            quantity: position.quantity.magnitude, fees: position.entryFee + trade.exitFee,
            distributions: position.distributions,
            profit: trade.profit, returnFraction: trade.profit / position.entryAmount,
            exitReason: trade.reason.rawValue, stopPrice: level(position.stopPrice),
            targetPrice: level(position.targetPrice), barCount: trade.exitRow - position.entryRow,
            adverseExcursion: excursion.adverse, favorableExcursion: excursion.favorable,
            riskMultiple: risk > 0 ? trade.profit / risk : nil)
    }
}

extension OpenPositionRecord {
    init(_ position: Position, mark: Double) {
        self.init(
            side: position.quantity > 0 ? "long" : "short", entryRow: position.entryRow,
            entryTime: position.openedAt, entryPrice: position.entryPrice,
            quantity: position.quantity.magnitude, fees: position.entryFee + position.exitFee,
            distributions: position.distributions,
            unrealizedProfit: position.unrealizedProfit(at: mark))
    }
}

extension RejectionRecord {
    init(_ rejection: Rejection) {
        self.init(
            row: rejection.row, time: rejection.time, kind: rejection.reason.kind,
            reason: rejection.reason.description)
    }
}
