import Analysis
import MarketData
import Signals
import Trading

extension RunResult {
    /// Measures what an account has done.
    init(
        id: String, plan: Plan, settings: RunSettings, subject: Subject, account: Account,
        rules: TradingRules, drawing: DrawnPlan, numbers: [[Double]]
    ) {
        let traded = subject.history.traded
        let bars = BarColumns(subject.history, rows: subject.rows)
        let session = account.session
        let held = subject.buyAndHold(cash: rules.cash)
        let periods = traded.calendar.periodsPerYear(of: traded.interval)
        let measured = RunMetrics(
            equity: account.equity, cash: rules.cash, times: bars.times, periodsPerYear: periods,
            isInvested: account.isInvested, fees: session.fees,
            profits: session.trades.map(\.profit), openTradeCount: session.isFlat ? 0 : 1)
        let holding = RunMetrics(
            equity: held, cash: rules.cash, times: bars.times, periodsPerYear: periods,
            isInvested: held.map { _ in true }, fees: 0, profits: [], openTradeCount: 1)
        self.init(
            id: id, strategy: plan.targets[0].name, symbol: subject.symbol, settings: settings,
            passport: subject.passport, plan: plan.canonicalText,
            planFingerprint: plan.fingerprint.description, bars: bars,
            equity: account.equity, buyAndHold: held, positions: [],
            drawn: zip(drawing.lines, numbers).map { line, values in
                DrawnSeries(
                    label: line.label, panel: line.panel, values: Array(values[subject.rows]))
            }, rules: drawing.rules,
            trades: session.trades.map(TradeRecord.init), orders: [],
            openPosition: session.position.map {
                OpenPositionRecord($0, mark: account.session.mark)
            },
            rejections: session.rejections.map(RejectionRecord.init), metrics: measured,
            buyAndHoldMetrics: holding,
            tables: RunTables(
                underwater: [], heldUnderwater: [], drawdowns: [], months: [], years: [],
                rolling: RollingColumns(barCount: 0, sharpe: [], volatility: [], beta: []),
                returns: [], groups: []))
    }
}

extension RunMetrics {
    /// Measures an equity curve and its trades.
    init(
        equity: [Double], cash: Double, times: [Timestamp], periodsPerYear: Double,
        isInvested: [Bool], fees: Double, profits: [Double], openTradeCount: Int
    ) {
        let returns = Returns(equity: equity, startingCash: cash)
        let growth = Growth(
            from: cash, to: equity[equity.count - 1], first: times[0],
            last: times[times.count - 1])
        let drawdown = Drawdown(equity: equity, startingCash: cash).depth
        let trades = TradeStatistics(profits: profits)
        self.init(
            totalReturn: growth.total, cagr: growth.compoundAnnual,
            isCagrExtrapolated: growth.isExtrapolated,
            volatilityAnnualized: returns.volatility(periodsPerYear: periodsPerYear),
            sharpe: returns.sharpe(periodsPerYear: periodsPerYear),
            sortino: returns.sortino(periodsPerYear: periodsPerYear), maxDrawdown: drawdown,
            calmar: growth.calmar(drawdown: drawdown),
            exposure: Exposure(isInvested: isInvested).fraction ?? 0, fees: fees,
            tradeCount: trades.count, openTradeCount: openTradeCount, winRate: trades.winRate,
            profitFactor: trades.profitFactor, expectancy: trades.expectancy,
            periodsPerYear: periodsPerYear)
    }
}

extension BarColumns {
    /// The prices of some rows.
    init(_ history: AdjustedHistory, rows: Range<Int>) {
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
    init(_ trade: Trade) {
        let position = trade.position
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
            adverseExcursion: 0, favorableExcursion: 0, riskMultiple: nil)
    }
}

extension OpenPositionRecord {
    init(_ position: Position, mark: Double) {
        self.init(
            side: position.quantity > 0 ? "long" : "short", entryRow: position.entryRow,
            entryTime: position.openedAt, entryPrice: position.entryPrice,
            quantity: position.quantity.magnitude, fees: position.entryFee,
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
