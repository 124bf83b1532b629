import Analysis
import MarketData

extension RunTables {
    /// The tables of a run that was measured, beside those of buying and holding.
    init(
        _ run: Measurement, held: Measurement, benchmark: [Double]?, trades: [TradeRecord]
    ) {
        let worst = run.drawdowns.enumerated().sorted {
            ($1.element.depth, $0.offset) < ($0.element.depth, $1.offset)
        }
        self.init(
            underwater: run.underwater.fractions, heldUnderwater: held.underwater.fractions,
            benchmark: benchmark,
            drawdowns: worst.prefix(10).map {
                DrawdownRecord($0.element, times: run.account.times)
            },
            months: Self.periods(run.months, held.months) { $0.month },
            years: Self.periods(run.years, held.years) { _ in nil },
            rolling: RollingColumns(run), returns: run.returns.values,
            groups: TradeGroup.groups(trades, dates: run.account.dates))
    }

    private static func periods(
        _ own: PeriodReturns, _ held: PeriodReturns, month: (CivilDate) -> Int?
    ) -> [PeriodReturn] {
        own.starts.indices.map { index in
            let start = own.starts[index]
            return PeriodReturn(
                year: start.year, month: month(start), value: own.values[index],
                held: held.values.indices.contains(index) ? held.values[index] : 0)
        }
    }
}

extension DrawdownRecord {
    fileprivate init(_ drawdown: Drawdown, times: [Timestamp]) {
        self.init(
            depth: drawdown.depth, peakRow: drawdown.peakRow, troughRow: drawdown.troughRow,
            recoveryRow: drawdown.recoveryRow, barCount: drawdown.barCount,
            dayCount: drawdown.dayCount(times: times))
    }
}

extension RollingColumns {
    /// A window of one year of bars; NaN also after ruin, when there are no returns.
    fileprivate init(_ run: Measurement) {
        let window = max(2, Int(run.periodsPerYear.rounded()))
        let ratios = run.rolling(window: window)
        let count = run.account.equity.count
        let filled = { (values: [Double]) in
            values + [Double](repeating: .nan, count: count - values.count)
        }
        self.init(
            barCount: window, sharpe: filled(ratios.sharpe), volatility: filled(ratios.volatility),
            beta: filled(ratios.beta))
    }
}
