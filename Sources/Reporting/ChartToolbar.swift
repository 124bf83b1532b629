import Charts

/// The controls of charts that share a range.
struct ChartToolbar {
    let language: Language
    let isDaily: Bool
    /// The panels with a switch between linear and logarithmic: their names, and whether the
    /// switch is on.
    let switches: [(id: String, name: String, isOn: Bool)]
    let hasDrawdowns: Bool

    var html: String {
        let label = MarkupText.escaped(Phrases.charts.text(language))
        return "<div class=\"toolbar\" role=\"toolbar\" aria-label=\"\(label)\">"
            + "<span class=\"when\" aria-live=\"polite\"></span><span class=\"grow\"></span>"
            + switches.map { toggle("log", $0.id, logarithmic($0.name), $0.isOn) }.joined()
            + (hasDrawdowns ? toggle("shade", "", Phrases.shade.text(language), false) : "")
            + ranges + zooms + "</div>"
    }

    /// How the charts are used, below them.
    var help: String {
        Hypertext.element("p", Phrases.chartHelp.text(language), styleClass: "help")
    }

    private func logarithmic(_ name: String) -> String {
        Phrases.logarithmic.text(language, name)
    }

    private func toggle(_ key: String, _ value: String, _ text: String, _ isOn: Bool) -> String {
        "<button type=\"button\" data-\(key)=\"\(value)\" aria-pressed=\"\(isOn)\">"
            + "\(MarkupText.escaped(text))</button>"
    }

    private var ranges: String {
        let daily = [("6M", "6개월", 183), ("1Y", "1년", 366), ("5Y", "5년", 1_827)]
        let short = [("1D", "1일", 1), ("1W", "1주", 7), ("1M", "1개월", 31)]
        let buttons = (isDaily ? daily : short).map { english, korean, days in
            "<button type=\"button\" data-days=\"\(days)\">"
                + "\(language == .korean ? korean : english)</button>"
        }
        let all = "<button type=\"button\" data-days=\"0\">\(Phrases.all.text(language))</button>"
        return "<span class=\"group\">\(buttons.joined())\(all)</span>"
    }

    private var zooms: String {
        let (more, less) = (Phrases.zoomIn.text(language), Phrases.zoomOut.text(language))
        return "<span class=\"group\"><button type=\"button\" data-zoom=\"1.6\""
            + " aria-label=\"\(less)\">−</button><button type=\"button\" data-zoom=\"0.625\""
            + " aria-label=\"\(more)\">+</button></span>"
    }
}
