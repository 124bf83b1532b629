import Backtesting

/// The figures of a run with their definitions: the one place that knows the fields of
/// `RunMetrics`.
struct FigureList {
    let result: RunResult
    let language: Language

    /// All figures: those that head a section, then the others of the catalogue.
    var all: [Figure] {
        let figures = growth + ratios + trading + others
        guard own.convention != MetricConvention.finstage.rawValue else { return figures }
        return figures.map { figure in
            var figure = figure
            figure.definition = Phrases.byConvention.text(
                language, own.convention, figure.definition)
            return figure
        }
    }

    /// The keys of the figures that have texts of their own.
    private static let own: Set<String> = [
        "total_return_fraction", "cagr_fraction", "max_drawdown_fraction", "sharpe_annualized",
        "sortino_annualized", "calmar_ratio", "volatility_annualized_fraction",
        "exposure_fraction", "trade_count", "open_trade_count", "win_rate_fraction",
        "profit_factor_ratio", "expectancy_money", "fees_money",
    ]

    private var others: [Figure] {
        own.figures.filter { !Self.own.contains($0.key) }.compactMap { figure in
            guard let definition = figure.definition else { return nil }
            let words = own.undefinedWords(for: figure.key) ?? ""
            let isTrade = definition.group == .trades
            return Figure(
                name: Phrase(definition.name, Phrases.metricNames[figure.key] ?? definition.name),
                text: figure.value.map { text($0, definition.unit) } ?? words,
                held: isTrade ? nil : hold[figure.key].map { text($0, definition.unit) },
                definition: [definition.formula, definition.convention, definition.source]
                    .filter { !$0.isEmpty }.joined(separator: "; "))
        }
    }

    private func text(_ value: Double, _ unit: MetricUnit) -> String {
        switch unit {
        case .fraction: FigureText.percent(value)
        case .ratio: FigureText.ratio(value)
        case .money: FigureText.money(value)
        case .bars, .days, .count: FigureText.amount((value * 10).rounded() / 10)
        }
    }

    private var own: RunMetrics { result.metrics }
    private var hold: RunMetrics { result.buyAndHoldMetrics }

    private func say(_ phrase: Phrase, _ value: String = "") -> String {
        phrase.text(language, value)
    }

    private func signed(_ value: Double?) -> String {
        FigureText.percent(value, isSigned: true)
    }

    private var growth: [Figure] {
        [
            Figure(
                name: Phrases.totalReturn, text: signed(own.totalReturn),
                held: signed(hold.totalReturn), definition: say(Phrases.totalReturnNote),
                tone: own.totalReturn, isMain: true),
            Figure(
                name: Phrases.cagr, text: own.cagr.map { signed($0) } ?? noGrowth,
                held: signed(hold.cagr), definition: say(Phrases.cagrNote), tone: own.cagr,
                isMain: true, remark: own.isCagrExtrapolated ? say(Phrases.extrapolated) : nil),
            Figure(
                name: Phrases.maxDrawdown, text: FigureText.percent(own.maxDrawdown),
                held: FigureText.percent(hold.maxDrawdown),
                definition: say(Phrases.maxDrawdownNote), isMain: true),
        ]
    }

    private var ratios: [Figure] {
        let periods = FigureText.amount(own.periodsPerYear)
        let sortino = own.sharpe == nil ? noVariation : say(Phrases.noLosingBar)
        return [
            Figure(
                name: Phrases.sharpe, text: own.sharpe.map(FigureText.ratio) ?? noVariation,
                held: FigureText.ratio(hold.sharpe), definition: say(Phrases.sharpeNote, periods),
                isMain: true),
            Figure(
                name: Phrases.sortino, text: own.sortino.map(FigureText.ratio) ?? sortino,
                held: FigureText.ratio(hold.sortino),
                definition: say(Phrases.sortinoNote, periods)),
            Figure(
                name: Phrases.calmar,
                text: own.calmar.map(FigureText.ratio)
                    ?? (own.cagr == nil ? noGrowth : say(Phrases.noFall)),
                held: FigureText.ratio(hold.calmar), definition: say(Phrases.calmarNote)),
            Figure(
                name: Phrases.volatility,
                text: own.volatilityAnnualized.map { FigureText.percent($0) }
                    ?? say(Phrases.fewReturns),
                held: FigureText.percent(hold.volatilityAnnualized),
                definition: say(Phrases.volatilityNote, periods), isMain: true),
            Figure(
                name: Phrases.exposure, text: FigureText.percent(own.exposure, decimals: 1),
                held: FigureText.percent(hold.exposure, decimals: 1),
                definition: say(Phrases.exposureNote, FigureText.count(result.passport.barCount)),
                isMain: true),
        ]
    }

    private var trading: [Figure] {
        let none = say(Phrases.noTrades)
        return [
            Figure(
                name: Phrases.closedTrades,
                text: FigureText.count(own.tradeCount), held: nil,
                definition: say(Phrases.tradesNote, "\(own.openTradeCount)"), isMain: true,
                remark: Phrases.openCount.text(language, "\(own.openTradeCount)")),
            Figure(
                name: Phrases.winRate,
                text: own.winRate.map { FigureText.percent($0, decimals: 1) } ?? none, held: nil,
                definition: say(Phrases.winRateNote), isMain: true,
                remark: profitFactor),
            Figure(
                name: Phrases.profitFactor,
                text: own.profitFactor.map(FigureText.ratio) ?? noLoss, held: nil,
                definition: say(Phrases.profitFactorNote)),
            Figure(
                name: Phrases.expectancy,
                text: own.expectancy.map { FigureText.money($0, isSigned: true) } ?? none,
                held: nil, definition: say(Phrases.expectancyNote), tone: own.expectancy),
            Figure(
                name: Phrases.fees, text: FigureText.money(own.fees),
                held: FigureText.money(hold.fees), definition: say(Phrases.feesNote)),
        ]
    }

    private var profitFactor: String {
        let text = own.profitFactor.map(FigureText.ratio) ?? noLoss
        return "\(say(Phrases.profitFactor)) \(text)"
    }

    private var noLoss: String { say(own.tradeCount == 0 ? Phrases.noTrades : Phrases.noLoss) }

    private var noGrowth: String {
        say(result.passport.barCount <= 1 ? Phrases.oneBar : Phrases.undefined)
    }

    private var noVariation: String {
        say(own.volatilityAnnualized == nil ? Phrases.fewReturns : Phrases.noVariation)
    }
}
