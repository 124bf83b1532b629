/// Colours of a terminal, or none.
struct TerminalStyle {
    let isColored: Bool
    let colors: TrendColors

    /// Text coloured as a gain for `+`, as a loss for `-`.
    func trend(_ text: String, sign: Character?) -> String {
        guard sign == "+" || sign == "-" else { return text }
        let isGain = sign == "+"
        let code =
            switch (colors, isGain) {
            case (.western, true): "32"
            case (.western, false), (.korean, true): "31"
            case (.korean, false): "34"
            }
        return wrapped(text, code)
    }

    func bold(_ text: String) -> String { wrapped(text, "1") }

    func faint(_ text: String) -> String { wrapped(text, "2") }

    private func wrapped(_ text: String, _ code: String) -> String {
        isColored ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
    }
}
