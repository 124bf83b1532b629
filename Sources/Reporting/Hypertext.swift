import Charts

/// Small pieces of HTML; every text from outside is escaped here.
enum Hypertext {
    /// An element around text, which is escaped.
    static func element(_ name: String, _ text: String, styleClass: String = "") -> String {
        wrap(name, MarkupText.escaped(text), styleClass: styleClass)
    }

    /// An element around markup, which is not escaped again.
    static func wrap(_ name: String, _ markup: String, styleClass: String = "") -> String {
        let attribute = styleClass.isEmpty ? "" : " class=\"\(styleClass)\""
        return "<\(name)\(attribute)>\(markup)</\(name)>"
    }

    /// A figure with a true minus sign, coloured when it is a gain or a loss.
    static func figure(_ name: String, _ text: String, value: Double? = nil) -> String {
        let tone = value.map { $0 > 0 ? "gain" : $0 < 0 ? "loss" : "" } ?? ""
        return element(name, minus(text), styleClass: tone)
    }

    /// A true minus sign for a hyphen before a digit.
    static func minus(_ text: String) -> String {
        text.hasPrefix("-") ? "−" + text.dropFirst() : text
    }

    /// A list of names and values.
    static func facts(_ facts: [(String, String)]) -> String {
        let items = facts.map { name, value in
            wrap("div", element("dt", name) + element("dd", value))
        }
        return wrap("dl", items.joined(), styleClass: "facts")
    }

    /// A table whose head is text and whose rows are markup.
    static func table(head: [String], rows: [String], styleClass: String) -> String {
        let cells = head.map { element("th", $0) }.joined()
        return "<div class=\"scroll\"><table class=\"\(styleClass)\"><thead><tr>\(cells)</tr>"
            + "</thead><tbody>\(rows.joined())</tbody></table></div>"
    }
}
