import Charts

/// The frame of every page: head, policy, style, landmarks, the one script.
///
/// The policy of the page lets nothing be fetched.
struct PageShell {
    /// What a page may load: its own style and script, nothing else.
    static let policy =
        "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; "
        + "img-src data:; base-uri 'none'; form-action 'none'"

    let title: String
    let kicker: String
    let heading: String
    let subtitle: String
    let notes: [String]
    let options: ReportOptions
    /// What must be known of everything on the page.
    var footer = Phrases.footer

    private var language: Language { options.language }

    /// The page around its body.
    func html(navigation: String = "", main: String) -> String {
        var page = ByteText(capacity: main.utf8.count + 80_000)
        page.append("<!doctype html>\n<html lang=\"\(language.rawValue)\"><head>")
        page.append("<meta charset=\"utf-8\">")
        page.append("<meta http-equiv=\"Content-Security-Policy\" content=\"\(Self.policy)\">")
        page.append("<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">")
        page.append("<meta name=\"color-scheme\" content=\"light dark\">")
        page.append(Hypertext.element("title", "\(title) – Finstage"))
        page.append("<style>\(PageStyle.all(options.colors))</style></head>\n<body>")
        page.append("<a class=\"skip\" href=\"#main\">\(Phrases.skip.text(language))</a>")
        page.append(header)
        page.append(navigation)
        page.append("<main id=\"main\" tabindex=\"-1\">")
        page.append(main)
        page.append("</main><footer>")
        page.append(Hypertext.element("p", footer.text(language)))
        page.append("</footer>")
        page.append(script)
        page.append("</body></html>\n")
        return page.text
    }

    private var header: String {
        let lines = notes.map { "<p class=\"data\" dir=\"auto\">\(MarkupText.escaped($0))</p>" }
        return "<header><div><p class=\"kicker\">\(MarkupText.escaped(kicker))</p>"
            + "<h1 dir=\"auto\">\(MarkupText.escaped(heading.shortened))</h1>"
            + Hypertext.prose(subtitle, styleClass: "subtitle")
            + lines.joined() + "</div><button type=\"button\" id=\"theme\" hidden>"
            + "\(Phrases.theme.text(language))</button></header>"
    }

    private var script: String {
        let texts = JSONValue.object([
            .init("texts", .object(Phrases.script(language)))
        ]).embedded
        return "<script type=\"application/json\" id=\"page-data\">\(texts)</script>"
            + "<script>\(PageScript.text)</script>"
    }
}
