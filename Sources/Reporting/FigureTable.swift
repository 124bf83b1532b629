import Charts

/// The figures of a run: tiles for the main ones, a table with definitions for all.
struct FigureTable {
    let list: FigureList
    let strategy: String
    let anchor: String
    let language: Language

    /// The main figures.
    var tiles: String {
        let tiles = list.main.map { figure in
            let style = figure.isWords ? "figure words" : "figure"
            let below = figure.remark ?? figure.held.map(heldText) ?? ""
            return Hypertext.wrap(
                "div",
                Hypertext.element("dt", figure.name)
                    + Hypertext.element(
                        "dd", Hypertext.minus(figure.text),
                        styleClass: style + Hypertext.tone(figure.tone))
                    + Hypertext.element("dd", below, styleClass: "note"))
        }
        return Hypertext.wrap("dl", tiles.joined(), styleClass: "tiles")
    }

    /// All figures, each name with its definition on hover and focus.
    var table: String {
        let rows = list.all.enumerated().map { index, figure in
            "<tr><th scope=\"row\">\(term(figure, id: "\(anchor)-term-\(index + 1)"))</th>"
                + Hypertext.figure("td", figure.text, value: figure.tone)
                + Hypertext.element("td", figure.held.map(Hypertext.minus) ?? "")
                + Hypertext.element("td", figure.definition, styleClass: "long") + "</tr>"
        }
        let head = [
            Hypertext.Head(Phrases.figure.text(language)), .init(strategy.shortened),
            .init(Phrases.held.text(language)),
            .init(Phrases.convention.text(language), styleClass: "long"),
        ]
        return Hypertext.table(
            head, rows: rows, styleClass: "figures", caption: Phrases.figures.text(language))
    }

    private func heldText(_ text: String) -> String {
        Phrases.heldValue.text(language, Hypertext.minus(text))
    }

    private func term(_ figure: Figure, id: String) -> String {
        "<span class=\"tip\"><button type=\"button\" class=\"term\" aria-describedby=\"\(id)\">"
            + "\(MarkupText.escaped(figure.name))</button>"
            + "<span role=\"tooltip\" id=\"\(id)\">\(MarkupText.escaped(figure.definition))"
            + "</span></span>"
    }
}
