import Backtesting
import Charts

/// Settings, data and digests of a run, and the command that repeats it.
struct Provenance {
    let result: RunResult
    let language: Language

    var html: String { rejections + settings + data }

    private func say(_ phrase: Phrase) -> String { phrase.text(language) }

    private var rejections: String {
        guard !result.rejections.isEmpty else { return "" }
        let time = TimeText(result.bars.times)
        let rows = RejectionCount.counts(of: result.rejections).prefix(50).map { count in
            "<tr>" + Hypertext.element("td", "\(count.count)")
                + Hypertext.element("td", time.shortText(of: count.first.time))
                + Hypertext.element("td", count.first.reason, styleClass: "long") + "</tr>"
        }
        let title = Phrases.refused.text(language, "\(result.rejections.count)")
        return Hypertext.details(
            title,
            Hypertext.table(
                [
                    .init(say(Phrases.count)), .init(say(Phrases.first)),
                    .init(say(Phrases.reason), styleClass: "long"),
                ], rows: Array(rows), styleClass: "rejections", caption: title))
    }

    private var settings: String {
        let settings = result.settings
        let range = Phrases.range.text(
            language, settings.from ?? say(Phrases.firstBar),
            settings.to ?? say(Phrases.lastBar))
        let parameters = settings.parameters.sorted { $0.key < $1.key }
            .map { ($0.key, $0.value) }
        let facts: [(String, String)] = [
            (say(Phrases.rangeAsked), range),
            (say(Phrases.cash), FigureText.money(settings.cash)),
            (say(Phrases.size), settings.size),
            (say(Phrases.wholeShares), say(settings.wholeShares ? Phrases.yes : Phrases.no)),
            (say(Phrases.commission), settings.commission),
            (say(Phrases.slippage), FigureText.percent(settings.slippage, decimals: 3)),
            (say(Phrases.fill), settings.fill),
            (say(Phrases.adjusted), settings.adjusted.rawValue),
            (say(Phrases.engine), settings.preset ?? "Finstage"),
            (say(Phrases.metricConvention), settings.convention),
            (say(Phrases.periods), FigureText.amount(result.metrics.periodsPerYear)),
            (say(Phrases.riskFree), FigureText.percent(settings.riskFree)),
            (say(Phrases.benchmark), settings.benchmark ?? say(Phrases.buyAndHold)),
        ]
        return Hypertext.details(
            say(Phrases.settings),
            Hypertext.facts(parameters + facts)
                + Hypertext.element("p", say(Phrases.repeats))
                + Hypertext.element("pre", settings.command))
    }

    private var data: String {
        let passport = result.passport
        let evaluated = Phrases.evaluatedRange.text(
            language, Phrases.bars(passport.barCount, language), passport.firstSession,
            passport.lastSession)
        let facts: [(String, String)] = [
            (say(Phrases.run), result.id), (say(Phrases.dataset), passport.dataset),
            (say(Phrases.origin), passport.origin), (say(Phrases.licence), passport.licence),
            (say(Phrases.selectionName), Phrases.selection(passport.selection, language)),
            (say(Phrases.priceBasis), passport.priceBasis),
            (say(Phrases.calendar), passport.calendar), (say(Phrases.evaluated), evaluated),
            (say(Phrases.seriesDigest), passport.seriesDigest),
            (say(Phrases.actionsDigest), passport.actionsDigest),
        ]
        let others = (passport.reads + [passport.benchmark].compactMap(\.self)).map {
            ($0.symbol, "\($0.seriesDigest) \($0.actionsDigest)")
        }
        let plan = (say(Phrases.planFingerprint), result.planFingerprint)
        return Hypertext.details(
            say(Phrases.provenance), Hypertext.facts(facts + others + [plan]))
    }
}
