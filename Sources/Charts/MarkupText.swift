/// Text made safe for SVG, XML and HTML: the only place where markup is escaped.
public enum MarkupText {
    /// The text with `& < > " '` as entities, safe in content and in quoted attributes.
    ///
    /// Control characters are shown as `\u00XX`; a tab and a line feed stay as they are.
    /// Marks that turn the direction of the text around are shown as well.
    public static func escaped(_ text: some StringProtocol) -> String {
        var result = ""
        result.reserveCapacity(text.utf8.count)
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "'": result += "&#39;"
            default: append(scalar, to: &result)
            }
        }
        return result
    }

    /// The text with control characters shown as `\u00XX`, for a terminal.
    public static func visible(_ text: some StringProtocol) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            append(scalar.value == 0x0A || scalar.value == 0x09 ? " " : scalar, to: &result)
        }
        return result
    }

    private static func append(_ scalar: Unicode.Scalar, to result: inout String) {
        if isShownEscaped(scalar) {
            let digits = String(scalar.value, radix: 16)
            result += "\\u" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
        } else {
            result.unicodeScalars.append(scalar)
        }
    }

    private static func isShownEscaped(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09, 0x0A: false
        case 0x00...0x1F, 0x7F...0x9F: true
        case 0x202A...0x202E, 0x2066...0x2069, 0xFFFE, 0xFFFF: true
        default: false
        }
    }
}
