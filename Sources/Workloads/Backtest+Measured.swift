import Backtesting
import MarketData
import Signals
import Trading

extension Subject {
    /// Every bar of a made-up series.
    init(madeUp series: Series) throws(SubjectError) {
        try self.init(
            series, actions: [], view: .splits, from: nil, to: nil,
            source: DataSource(
                dataset: "synthetic", origin: "a seeded walk", licence: "none",
                selection: "unknown", priceBasis: "raw", seriesDigest: "", actionsDigest: ""))
    }
}

extension Backtest {
    /// A rule under the terms of all measurements: filled at the next open, a tenth of a percent
    /// a side.
    init(measuring plan: Plan) {
        var rules = TradingRules().applying(plan.targets[0])
        rules.commission = Commission(rate: 0.001)
        self.init(
            plan, rules,
            settings: RunSettings(
                parameters: [:], adjusted: .splits, from: nil, to: nil, cash: rules.cash,
                size: "all-in", wholeShares: false, commission: "0.001", slippage: 0,
                fill: "next-open", preset: nil, command: "finstage bench report"),
            stamp: "bench")
    }
}
