import Backtesting
import Charts

/// The figures of a run as tiles; what is undefined is said in words.
struct MetricTiles {
    /// One figure.
    struct Tile {
        let name: String
        let text: String
        let note: String
        var value: Double?
    }

    let result: RunResult

    var html: String {
        let tiles = (growth + risk + trading).map { tile in
            let isWords = tile.text.first.map { $0.isLetter } ?? false
            let style = isWords ? "figure words" : "figure"
            let tone = tile.value.map { $0 > 0 ? " gain" : $0 < 0 ? " loss" : "" } ?? ""
            return Hypertext.wrap(
                "div",
                Hypertext.element("dt", tile.name)
                    + Hypertext.element("dd", Hypertext.minus(tile.text), styleClass: style + tone)
                    + Hypertext.element("dd", tile.note, styleClass: "note"))
        }
        return Hypertext.wrap("dl", tiles.joined(), styleClass: "tiles")
    }

    private var metrics: RunMetrics { result.metrics }
    private var hold: RunMetrics { result.buyAndHoldMetrics }

    private var growth: [Tile] {
        let years = metrics.isCagrExtrapolated ? "extrapolated, under a year" : ""
        let heldGrowth = held(FigureText.percent(hold.cagr, isSigned: true))
        return [
            Tile(
                name: "Total return",
                text: FigureText.percent(metrics.totalReturn, isSigned: true),
                note: held(FigureText.percent(hold.totalReturn, isSigned: true)),
                value: metrics.totalReturn),
            Tile(
                name: "Growth a year",
                text: metrics.cagr.map { FigureText.percent($0, isSigned: true) } ?? noGrowth,
                note: years.isEmpty ? heldGrowth : years, value: metrics.cagr),
            Tile(
                name: "Greatest drawdown", text: FigureText.percent(metrics.maxDrawdown),
                note: held(FigureText.percent(hold.maxDrawdown))),
            Tile(
                name: "Sharpe", text: metrics.sharpe.map(FigureText.ratio) ?? noVariation,
                note: held(FigureText.ratio(hold.sharpe))),
        ]
    }

    private var risk: [Tile] {
        let periods = FigureText.amount(metrics.periodsPerYear)
        return [
            Tile(
                name: "Sortino",
                text: metrics.sortino.map(FigureText.ratio)
                    ?? (metrics.sharpe == nil ? noVariation : "no losing bar"),
                note: held(FigureText.ratio(hold.sortino))),
            Tile(
                name: "Calmar",
                text: metrics.calmar.map(FigureText.ratio)
                    ?? (metrics.cagr == nil ? noGrowth : "no drawdown"),
                note: held(FigureText.ratio(hold.calmar))),
            Tile(
                name: "Volatility",
                text: metrics.volatilityAnnualized.map { FigureText.percent($0) }
                    ?? "too few returns",
                note: "a year of \(periods) bars"),
            Tile(
                name: "Exposure", text: FigureText.percent(metrics.exposure, decimals: 1),
                note: "of \(result.passport.barCount) bars"),
        ]
    }

    private var trading: [Tile] {
        let open = metrics.openTradeCount
        return [
            Tile(
                name: "Closed trades",
                text: metrics.tradeCount == 0 ? "no trades" : "\(metrics.tradeCount)",
                note: open == 0 ? "none open at the end" : "\(open) open at the end"),
            Tile(
                name: "Win rate",
                text: metrics.winRate.map { FigureText.percent($0, decimals: 1) } ?? "no trades",
                note: "of closed trades, after costs"),
            Tile(
                name: "Profit factor", text: metrics.profitFactor.map(FigureText.ratio) ?? noLoss,
                note: "winnings over losses"),
            Tile(
                name: "Mean trade",
                text: metrics.expectancy.map { FigureText.money($0, isSigned: true) }
                    ?? "no trades",
                note: "fees in all \(FigureText.money(metrics.fees))", value: metrics.expectancy),
        ]
    }

    private var noLoss: String { metrics.tradeCount == 0 ? "no trades" : "no losing trade" }

    private var noGrowth: String {
        result.passport.barCount <= 1 ? "one bar" : "not defined"
    }

    private var noVariation: String {
        metrics.volatilityAnnualized == nil ? "too few returns" : "no variation"
    }

    private func held(_ text: String) -> String { "held \(Hypertext.minus(text))" }
}
