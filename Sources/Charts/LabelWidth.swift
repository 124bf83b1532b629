/// How wide the labels of a chart are.
enum LabelWidth {
    /// The width of a text in the drawing's units, on the wide side: a font is not known before
    /// the page is shown, and a label that is cut is a wrong number.
    static func of(_ text: String) -> Double {
        text.reduce(0) { sum, letter in
            switch letter {
            case ",", ".", ":", " ": sum + 4.2
            case "%", "−", "M", "-": sum + 11.5
            default: sum + 7.8
            }
        }
    }

    /// The anchor of a text centred at `x`, so that it stays within `width`.
    static func anchor(_ text: String, at x: Double, width: Double) -> String {
        let half = of(text) / 2
        return x < half ? "start" : x + half > width ? "end" : "middle"
    }
}
