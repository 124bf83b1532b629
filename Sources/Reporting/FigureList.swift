import Backtesting

/// The figures of a run with their definitions, as a page shows them.
struct FigureList {
    let result: RunResult
    let language: Language

    /// All figures, in the order of the catalogue.
    var all: [Figure] { own.figures.compactMap(figure) }

    /// The figures at the head of a section.
    var main: [Figure] {
        let figures = Dictionary(own.figures.map { ($0.key, $0) }) { first, _ in first }
        return Self.mainKeys.compactMap { figures[$0].flatMap(figure) }
    }

    private static let mainKeys = [
        "total_return_fraction", "cagr_fraction", "max_drawdown_fraction", "sharpe_annualized",
        "volatility_annualized_fraction", "exposure_fraction", "trade_count",
        "win_rate_fraction",
    ]

    private var own: RunMetrics { result.metrics }
    private var hold: RunMetrics { result.buyAndHoldMetrics }

    private func figure(_ figure: RunMetrics.Figure) -> Figure? {
        guard let definition = own.definition(of: figure.key) else { return nil }
        let isSigned = Self.isSigned(definition)
        let reason = own.undefinedWords(for: figure.key) ?? ""
        // Buying and holding is one open position: it has no closed trade to speak of.
        let isOfTrades = definition.group == .trades || definition.unit == .count
        let held = isOfTrades ? nil : hold[figure.key]
        return Figure(
            name: MetricTexts.text(definition.name, language),
            text: figure.value.map { Self.text($0, definition) }
                ?? MetricTexts.text(reason, language),
            held: isOfTrades
                ? nil
                : held.map { Self.text($0, definition) }
                    ?? MetricTexts.text(hold.undefinedWords(for: figure.key) ?? "", language),
            definition: words(of: definition, figure.key), tone: isSigned ? figure.value : nil,
            remark: remark(figure.key))
    }

    /// True for what is a gain or a loss.
    private static func isSigned(_ definition: MetricDefinition) -> Bool {
        definition.group == .growth || definition.key == "expectancy_money"
    }

    /// A value in the unit of its metric.
    static func text(_ value: Double, _ definition: MetricDefinition) -> String {
        let isSigned = isSigned(definition)
        return switch definition.unit {
        case .fraction: FigureText.percent(value, isSigned: isSigned)
        case .ratio: FigureText.ratio(value)
        case .money: FigureText.money(value, isSigned: isSigned)
        case .bars, .days, .count: FigureText.amount((value * 10).rounded() / 10)
        }
    }

    /// The formula, how it is settled, its source, and the values of its rates.
    private func words(of definition: MetricDefinition, _ key: String) -> String {
        let isYear = ["cagr_fraction", "alpha_annualized_fraction"].contains(key)
        let short = isYear && own.isCagrExtrapolated ? Phrases.extrapolated.text(language) : ""
        var parts =
            [short]
            + [definition.formula, definition.convention].map {
                MetricTexts.text($0, language)
            }
        parts.append(definition.source == "elementary" ? "" : definition.source)
        let formula = definition.formula
        if formula.contains("periods") {
            parts.append("periods = \(FigureText.amount(own.periodsPerYear))")
        }
        if formula.contains("rf") {
            parts.append("rf = \(FigureText.percent(result.settings.riskFree))")
        }
        return parts.filter { !$0.isEmpty }.joined(separator: "; ")
    }

    private func remark(_ key: String) -> String? {
        switch key {
        case "cagr_fraction":
            return own.isCagrExtrapolated ? Phrases.extrapolated.text(language) : nil
        case "trade_count":
            return Phrases.openCount.text(language, FigureText.count(own.openTradeCount))
        case "win_rate_fraction":
            guard let definition = own.definition(of: "profit_factor_ratio") else { return nil }
            let words = own.undefinedWords(for: definition.key) ?? ""
            let text =
                own.profitFactor.map(FigureText.ratio) ?? MetricTexts.text(words, language)
            return "\(MetricTexts.text(definition.name, language)) \(text)"
        default: return nil
        }
    }
}
