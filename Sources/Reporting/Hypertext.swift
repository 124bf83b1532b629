import Charts
import MarketData

/// Small pieces of HTML; every text from outside is escaped here.
enum Hypertext {
    /// The head of a table's column.
    struct Head {
        let text: String
        /// True when a click sorts the table by the column.
        var isSortable = false
        /// What the script sorts by, where it is not the place of the column.
        var key: String?
        var styleClass = ""

        init(
            _ text: String, isSortable: Bool = false, key: String? = nil, styleClass: String = ""
        ) {
            (self.text, self.isSortable, self.key) = (text, isSortable, key)
            self.styleClass = styleClass
        }
    }

    /// An element around text, which is escaped.
    static func element(_ name: String, _ text: String, styleClass: String = "") -> String {
        wrap(name, MarkupText.escaped(text), styleClass: styleClass)
    }

    /// An element around markup, which is not escaped again.
    static func wrap(_ name: String, _ markup: String, styleClass: String = "") -> String {
        let attribute = styleClass.isEmpty ? "" : " class=\"\(styleClass)\""
        return "<\(name)\(attribute)>\(markup)</\(name)>"
    }

    /// A paragraph whose dates stay on one line.
    static func prose(_ text: String, styleClass: String) -> String {
        let words = MarkupText.escaped(text).split(separator: " ", omittingEmptySubsequences: false)
        let parts = words.map { word in
            let isDate = word.utf8.count >= 10 && CivilDate(word.prefix(10)) != nil
            return isDate ? "<span class=\"nb\">\(word)</span>" : signed(word)
        }
        return wrap("p", parts.joined(separator: " "), styleClass: styleClass)
    }

    /// A word whose hyphen before a digit is a true minus sign, also after a bracket.
    private static func signed(_ word: Substring) -> String {
        let rest = word.drop { $0 == "(" }
        guard rest.first == "-", rest.dropFirst().first?.isNumber == true else {
            return String(word)
        }
        return word.prefix { $0 == "(" } + "−" + rest.dropFirst()
    }

    /// A figure with a true minus sign, coloured when it is a gain or a loss.
    static func figure(_ name: String, _ text: String, value: Double? = nil) -> String {
        element(name, minus(text), styleClass: String(tone(value).dropFirst()))
    }

    /// A cell that sorts by its number; what is undefined sorts last.
    static func sorted(_ text: String, by value: Double?, tone: Double? = nil) -> String {
        let number = value.flatMap(DelimitedText.shortest) ?? ""
        let style = self.tone(tone).dropFirst()
        let attribute = style.isEmpty ? "" : " class=\"\(style)\""
        return "<td data-value=\"\(number)\"\(attribute)>\(MarkupText.escaped(minus(text)))</td>"
    }

    /// The class of a gain or a loss, after a blank; nothing for neither.
    static func tone(_ value: Double?) -> String {
        value.map { $0 > 0 ? " gain" : $0 < 0 ? " loss" : "" } ?? ""
    }

    /// A true minus sign for a hyphen before a digit.
    static func minus(_ text: String) -> String {
        text.hasPrefix("-") ? "−" + text.dropFirst() : text
    }

    /// A list of names and values.
    static func facts(_ facts: [(String, String)]) -> String {
        let items = facts.map { name, value in
            wrap("div", element("dt", name) + "<dd dir=\"auto\">\(MarkupText.escaped(value))</dd>")
        }
        return wrap("dl", items.joined(), styleClass: "facts")
    }

    /// A table whose head is text and whose rows are markup, with a name that is read aloud.
    static func table(
        _ head: [Head], rows: [String], styleClass: String, caption: String, id: String? = nil
    ) -> String {
        let cells = head.map { head in
            let style = head.styleClass.isEmpty ? "" : " class=\"\(head.styleClass)\""
            let text = MarkupText.escaped(head.text)
            guard head.isSortable else { return "<th scope=\"col\"\(style)>\(text)</th>" }
            let key = head.key.map { " data-key=\"\($0)\"" } ?? ""
            return "<th scope=\"col\" aria-sort=\"none\"\(style)>"
                + "<button type=\"button\"\(key)>\(text)</button></th>"
        }
        let name = MarkupText.escaped(caption)
        let mark = id.map { " id=\"\($0)\"" } ?? ""
        return "<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"\(name)\">"
            + "<table class=\"\(styleClass)\"\(mark) aria-label=\"\(name)\">"
            + "<thead><tr>\(cells.joined())</tr></thead>"
            + "<tbody>\(rows.joined())</tbody></table></div>"
    }

    /// A part that is closed at first.
    static func details(_ title: String, _ markup: String, isOpen: Bool = false) -> String {
        "<details\(isOpen ? " open" : "")>\(element("summary", title))\(markup)</details>"
    }
}
